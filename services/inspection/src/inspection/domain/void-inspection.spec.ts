import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anId, anInspection, feb } from '../../../test/builders.ts';
import { restoreInspection } from './restore-inspection.ts';
import { voidInspection } from './void-inspection.ts';

const now = feb(20);
const about = { inspectionId: anId(1), firmCreditCode: aCreditCode(1), townCode: '330226110' };
const usual = { aggregateType: 'inspection', aggregateId: anId(1), department: 'none' };
const voided = anInspection({ voidedAt: now });

describe('a result', () => {
  it('that is voided stays on file, and says since when it counts no more', () => {
    const data = { ...about, voidedAt: now.toISOString() };
    const events = [{ type: 'inspection.inspection.voided.v1', ...usual, data }];
    expect(voidInspection(anInspection(), now)).toEqual({ state: voided, events });
  });

  it('that is restored is what it was', () => {
    const data = { ...about, restoredAt: now.toISOString() };
    const events = [{ type: 'inspection.inspection.restored.v1', ...usual, data }];
    expect(restoreInspection(voided, now)).toEqual({ state: anInspection(), events });
  });

  it('is neither voided nor restored twice', () => {
    const refusal = (code: string) => expect.objectContaining({ code, field: 'inspectionId' });
    expect(() => voidInspection(voided, now)).toThrow(refusal('INSPECTION_VOIDED'));
    expect(() => restoreInspection(anInspection(), now)).toThrow(refusal('INSPECTION_NOT_VOIDED'));
  });
});
