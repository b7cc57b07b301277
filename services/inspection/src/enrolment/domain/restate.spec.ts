import { describe, expect, it } from '@jest/globals';
import { anEnrolment, anId, feb } from '../../../test/builders.ts';
import { restate } from './restate.ts';

const now = feb(12);
const refusal = { code: 'ENROLMENT_AWAITS_ACCEPTANCE', field: 'creditCode' };

describe('a firm that is enrolled again', () => {
  it.each([null, anId(4)])('is moved, and awaits what it awaited: %s', (provisionalFor) => {
    const enrolment = anEnrolment({ provisionalFor });
    const { state, events } = restate(enrolment, { townCode: '330226111', by: 'analyst-1' }, now);
    expect([state, events.map(({ type }) => type)]).toEqual([
      { ...enrolment, townCode: '330226111', formerTowns: [{ townCode: '330226110', until: now }] },
      ['inspection.enrolment.moved.v1'],
    ]);
  });

  it.each(['330226110', null])('in the same town (%s) stays as it is, and not instead of an acceptance', (townCode) => {
    const enrolment = anEnrolment();
    const told = { townCode, by: 'analyst-1' };
    expect(restate(enrolment, told, now)).toEqual({ state: enrolment, events: [] });
    const attempt = () => restate({ ...enrolment, provisionalFor: anId(4) }, told, now);
    expect(attempt).toThrow(expect.objectContaining(refusal));
  });
});
