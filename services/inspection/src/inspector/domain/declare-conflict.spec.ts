import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anId, feb } from '../../../test/builders.ts';
import { declareConflict } from './declare-conflict.ts';

const own = { id: anId(1), sub: 'inspector-1', creditCode: aCreditCode(1), by: 'inspector-1', forOthers: false };

describe('an interest in a firm', () => {
  it.each([
    ['himself', own],
    ['another, by who may', { ...own, by: 'commander-1', forOthers: true }],
  ])('is declared for %s', (_, declared) => {
    const { id, sub, creditCode, by } = declared;
    const { state, events } = declareConflict(declared, feb(14));
    const standing = { withdrawnAt: null, withdrawnBy: null };
    expect(state).toEqual({ id, sub, creditCode, declaredAt: feb(14), declaredBy: by, ...standing });
    const data = { inspector: sub, firmCreditCode: creditCode, declaredBy: by, declaredAt: feb(14).toISOString() };
    expect(events).toMatchObject([{ type: 'inspection.inspector.conflict-declared.v1', aggregateId: sub, data }]);
  });

  it.each([
    ['another', { ...own, by: 'inspector-2' }, 'INSPECTOR_OF_OTHERS', 'sub'],
    ['no firm', { ...own, creditCode: '42' }, 'INSPECTOR_CREDIT_CODE_INVALID', 'creditCode'],
  ])('is not declared for %s', (_, declared, code, field) => {
    expect(() => declareConflict(declared, feb(14))).toThrow(expect.objectContaining({ code, field }));
  });
});
