import { describe, expect, it } from '@jest/globals';
import { anEnrolment, feb } from '../../../test/builders.ts';
import { move } from './move.ts';

const now = feb(12);

describe('a firm that is enrolled', () => {
  it.each(['330226110', null])('is of another town than %s from now on', (formerTownCode) => {
    const enrolment = anEnrolment({ townCode: formerTownCode });
    const { creditCode: firmCreditCode } = enrolment;
    const data = {
      firmCreditCode,
      formerTownCode,
      townCode: '330226111',
      movedBy: 'analyst-1',
      movedAt: now.toISOString(),
    };
    const about = { aggregateType: 'enrolment', aggregateId: firmCreditCode, department: 'none' };
    expect(move(enrolment, { townCode: '330226111', by: 'analyst-1' }, now)).toEqual({
      state: { ...enrolment, townCode: '330226111', formerTowns: [{ townCode: formerTownCode, until: now }] },
      events: [{ type: 'inspection.enrolment.moved.v1', ...about, data }],
    });
  });

  it.each(['330226110', null])('stays in its town when it is said to be of %s', (townCode) => {
    const enrolment = anEnrolment();
    expect(move(enrolment, { townCode, by: 'analyst-1' }, now)).toEqual({ state: enrolment, events: [] });
  });
});
