import { describe, expect, it } from '@jest/globals';
import { aCreditCode, aDelivery, anId, anInspection, answers, feb } from '../../../test/builders.ts';
import { deliveredAgain, type Delivery } from './delivery.ts';

const earlier = anInspection({ inspectors: ['inspector-1', 'inspector-2'] });
const same = aDelivery({ inspectors: ['inspector-1', 'inspector-2'] });

describe('an inspection delivered again under its id', () => {
  it('is the same inspection', () => {
    expect(deliveredAgain(earlier, same)).toBe(earlier);
  });

  it('is the same when a colleague who was there delivers it, with the answers in another order', () => {
    const other = { ...same, inspectors: ['inspector-2', 'inspector-1'], results: answers().toReversed() };
    expect(deliveredAgain(earlier, other)).toBe(earlier);
  });

  it('is the same when it names a colleague twice', () => {
    const other = { ...same, inspectors: ['inspector-1', 'inspector-2', 'inspector-1', 'inspector-2'] };
    expect(deliveredAgain(earlier, other)).toBe(earlier);
  });

  it('is the same whatever plan it names: whether it was planned is not for the device to say', () => {
    expect(deliveredAgain(earlier, { ...same, planId: anId(7) })).toBe(earlier);
  });

  it('is the same with its photos in another order', () => {
    const photos = [aCreditCode(3), aCreditCode(4)];
    const kept = { ...earlier, photos };
    expect(deliveredAgain(kept, { ...same, photos: photos.toReversed() })).toBe(kept);
    expect(deliveredAgain({ ...kept, photos: photos.toReversed() }, { ...same, photos }).photos).not.toEqual(photos);
  });

  it.each<[string, Partial<Delivery>]>([
    ['firm', { creditCode: aCreditCode(2) }],
    ['time', { performedAt: new Date(feb(14).getTime() + 1) }],
    ['result', { results: answers({ MASKS_WORN: 'UNMET' }) }],
    ['note', { results: answers().map((one) => ({ ...one, note: '好' })) }],
    ['position', { position: { latitude: 29.3, longitude: 121.4, accuracyMetres: 8 } }],
    ['signature', { signature: [[[1, 2]]] }],
    ['photo', { photos: [aCreditCode(3)] }],
    ['inspector', { inspectors: ['inspector-1', 'inspector-3'] }],
  ])('is refused with another %s; the first stays', (_, other) => {
    const refusal = { code: 'INSPECTION_ID_TAKEN', field: 'id' };
    expect(() => deliveredAgain(earlier, { ...same, ...other })).toThrow(expect.objectContaining(refusal));
  });
});
