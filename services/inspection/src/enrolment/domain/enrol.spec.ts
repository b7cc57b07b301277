import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anEnrolment, anId, feb } from '../../../test/builders.ts';
import { confirm } from './confirm.ts';
import { enrol } from './enrol.ts';

const application = { creditCode: aCreditCode(1), townCode: '330226110', enrolledAt: null, by: 'analyst-1' };
const now = feb(10);

describe('a firm that is enrolled', () => {
  it('is inspected from now on', () => {
    const { creditCode: firmCreditCode, townCode } = application;
    const data = { firmCreditCode, townCode, enrolledAt: now.toISOString(), enrolledBy: 'analyst-1' };
    const about = { aggregateType: 'enrolment', aggregateId: firmCreditCode, department: 'none' };
    expect(enrol(application, now)).toEqual({
      state: anEnrolment({ enrolledAt: now }),
      events: [{ type: 'inspection.enrolment.made.v1', ...about, data }],
    });
  });

  it.each([-1, 0])('may have been so since %i ms after now', (ms) => {
    const enrolledAt = new Date(now.getTime() + ms);
    expect(enrol({ ...application, enrolledAt }, now).state).toEqual(anEnrolment({ enrolledAt }));
  });

  it('cannot be so from 1 ms after now', () => {
    const refusal = { code: 'ENROLMENT_IN_FUTURE', field: 'enrolledAt' };
    expect(() => enrol({ ...application, enrolledAt: new Date(now.getTime() + 1) }, now)).toThrow(
      expect.objectContaining(refusal),
    );
  });

  it('needs a credit code with the right check character', () => {
    const refusal = { code: 'ENROLMENT_CREDIT_CODE_INVALID', field: 'creditCode' };
    expect(() => enrol({ ...application, creditCode: '913302260000000000' }, now)).toThrow(
      expect.objectContaining(refusal),
    );
  });

  it('until an acceptance is decided is so for good once it is approved, and that is told once', () => {
    const provisional = anEnrolment({ provisionalFor: anId(4) });
    const { state, events } = confirm(provisional, 'commander-1', now);
    expect([state, events.map(({ type }) => type)]).toEqual([
      { ...provisional, provisionalFor: null },
      ['inspection.enrolment.confirmed.v1'],
    ]);
    expect(confirm(state, 'commander-1', now)).toEqual({ state, events: [] });
  });
});
