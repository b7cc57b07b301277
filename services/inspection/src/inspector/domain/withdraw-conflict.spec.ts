import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anId, feb } from '../../../test/builders.ts';
import { withdrawConflict } from './withdraw-conflict.ts';

const [sub, creditCode] = ['inspector-1', aCreditCode(1)];
const declared = { declaredAt: feb(13), declaredBy: sub, withdrawnAt: null, withdrawnBy: null };
const conflict = { id: anId(1), sub, creditCode, ...declared };
const byOther = { ...conflict, declaredBy: 'commander-1' };
const own = { sub, by: sub, forOthers: false };
const commander = { sub, by: 'commander-2', forOthers: true };

describe('an interest that was declared', () => {
  it.each([
    ['himself', conflict, own],
    ['who may for others', conflict, commander],
    ['who may for others, whoever declared it', byOther, commander],
  ])('is taken back by %s, and stays on file', (_, before, withdrawn) => {
    const { by } = withdrawn;
    const { state, events } = withdrawConflict(before, withdrawn, feb(14));
    expect(state).toEqual({ ...before, withdrawnAt: feb(14), withdrawnBy: by });
    const data = { inspector: sub, firmCreditCode: creditCode, withdrawnBy: by, withdrawnAt: feb(14).toISOString() };
    expect(events).toMatchObject([{ type: 'inspection.inspector.conflict-withdrawn.v1', aggregateId: sub, data }]);
  });

  it.each([
    ['another inspector', conflict, { ...own, by: 'inspector-2' }, ['INSPECTOR_OF_OTHERS', 'sub']],
    ['himself where others declared it', byOther, own, ['INSPECTOR_CONFLICT_BY_OTHERS', 'creditCode']],
    ['anybody where none stands', null, commander, ['INSPECTOR_CONFLICT_NOT_FOUND', 'creditCode']],
  ] as const)('is not taken back by %s', (_, before, withdrawn, [code, field]) => {
    expect(() => withdrawConflict(before, withdrawn, feb(14))).toThrow(expect.objectContaining({ code, field }));
  });
});
