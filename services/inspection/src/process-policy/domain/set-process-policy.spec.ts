import { describe, expect, it } from '@jest/globals';
import { feb } from '../../../test/builders.ts';
import { setProcessPolicy, type StatedPolicy } from './set-process-policy.ts';

const limits = {
  rectifyWithinDays: 1,
  rectifyAtMostDays: 30,
  interviewWithinHours: 24,
  appealWithinDays: 7,
  defenceWithinHours: 24,
};
const inForce = { ...limits, version: 3, setAt: feb(1), setBy: null };
const now = feb(14);
const set = (told: Partial<StatedPolicy> = {}) =>
  setProcessPolicy(inForce, { expectedVersion: null, ...limits, ...told }, 'commander-1', now);

describe('the time limits of due process', () => {
  it('that are set are a new version, and are announced', () => {
    const stated = {
      rectifyWithinDays: 2,
      rectifyAtMostDays: 10,
      interviewWithinHours: 48,
      appealWithinDays: 10,
      defenceWithinHours: 72,
    };
    expect(set({ expectedVersion: 3, ...stated })).toEqual({
      state: {
        ...stated,
        version: 4,
        setAt: now,
        setBy: 'commander-1',
      },
      events: [
        {
          type: 'inspection.process-policy.set.v1',
          aggregateType: 'process-policy',
          aggregateId: 'DUE_PROCESS',
          department: 'none',
          data: { process: 'DUE_PROCESS', policyVersion: 4, setBy: 'commander-1', setAt: '2020-02-14T01:00:00.000Z' },
        },
      ],
    });
  });

  it.each<[keyof StatedPolicy, number, number]>([
    ['rectifyWithinDays', 0, 30],
    ['rectifyAtMostDays', 0, 365],
    ['interviewWithinHours', 1, 720],
    ['appealWithinDays', 1, 365],
    ['defenceWithinHours', 1, 720],
  ])('have a %s from %i to %i', (field, least, most) => {
    const only = (limit: number) => set({ rectifyWithinDays: 0, [field]: limit });
    expect([least, most].map((limit) => only(limit).state[field as 'version'])).toEqual([least, most]);
    const refusal = expect.objectContaining({ code: 'PROCESS_LIMIT_OUT_OF_RANGE', field });
    for (const limit of [least - 1, most + 1]) expect(() => only(limit)).toThrow(refusal);
  });

  it('leave an order the date that it is issued with', () => {
    expect(set({ rectifyWithinDays: 10, rectifyAtMostDays: 10 }).state).toMatchObject({ rectifyAtMostDays: 10 });
    const refusal = { code: 'PROCESS_LIMIT_OUT_OF_RANGE', field: 'rectifyAtMostDays' };
    const attempt = () => set({ rectifyWithinDays: 10, rectifyAtMostDays: 9 });
    expect(attempt).toThrow(expect.objectContaining(refusal));
    expect(attempt).toThrow('10 至 365');
    const short = { ...inForce, rectifyAtMostDays: 9 };
    const unsaid = { expectedVersion: null, ...limits, rectifyWithinDays: 10, rectifyAtMostDays: null };
    expect(() => setProcessPolicy(short, unsaid, 'commander-1', now)).toThrow(expect.objectContaining(refusal));
  });

  it('keep those for the defence and for the date of an order, where none is said', () => {
    expect(set({ defenceWithinHours: null, rectifyAtMostDays: null }).state).toMatchObject({ ...limits, version: 4 });
  });

  it('are refused when another version was set meanwhile', () => {
    const refusal = { code: 'PROCESS_POLICY_CHANGED', field: 'expectedVersion' };
    for (const expectedVersion of [2, 4])
      expect(() => set({ expectedVersion })).toThrow(expect.objectContaining(refusal));
  });
});
