import { describe, expect, it } from '@jest/globals';
import { assertInPlan, assertPlannable } from './inspection-plan.ts';

const teams = [
  { townCode: '330226110', members: ['inspector-1', 'inspector-2'] },
  { townCode: null, members: [] },
];

describe('a plan', () => {
  it.each(['2020-02-14', '2020-03-16'])('may be of %s on 14 February', (day) => {
    expect(() => assertPlannable(day, '2020-02-14')).not.toThrow();
  });

  it.each(['2020-02-13', '2020-03-17'])('is not of %s on 14 February', (day) => {
    const refusal = { code: 'PLAN_DAY_OUT_OF_RANGE', field: 'day' };
    expect(() => assertPlannable(day, '2020-02-14')).toThrow(expect.objectContaining(refusal));
  });

  it('is left by those who are in it, and by nobody else', () => {
    expect(() => assertInPlan({ teams }, ['inspector-2', 'inspector-1'])).not.toThrow();
    const refusal = { code: 'PLAN_INSPECTOR_NOT_IN_IT', field: 'absent.1' };
    expect(() => assertInPlan({ teams }, ['inspector-1', 'inspector-3'])).toThrow(expect.objectContaining(refusal));
  });
});
