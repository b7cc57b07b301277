import type { Inspection } from './inspection.ts';
import { reject } from './rejections.ts';

/** What a device delivers: possibly late, twice or out of order. Its inspectors are who delivers it, then the colleagues as they are named. */
export type Delivery = Pick<
  Inspection,
  'id' | 'creditCode' | 'performedAt' | 'inspectors' | 'results' | 'position' | 'signature' | 'photos' | 'planId'
>;

/** What was found, where and by whom; whether it was planned is no part of it. */
function contentOf(delivery: Delivery): string {
  const { creditCode, performedAt, inspectors, results, position, signature, photos } = delivery;
  const answers = results.map(({ rule, result, note }) => [rule, result, note].join('\n'));
  const place = position && [position.latitude, position.longitude, position.accuracyMetres];
  const people = [...new Set(inspectors)].sort();
  const found = [answers.toSorted(), place, signature, photos.toSorted()];
  return JSON.stringify([creditCode, performedAt.getTime(), people, ...found]);
}

/**
 * The inspection that was delivered before under the same id.
 * @throws INSPECTION_ID_TAKEN when it says something else; the first stays
 */
export function deliveredAgain(earlier: Inspection, delivery: Delivery): Inspection {
  if (contentOf(earlier) !== contentOf(delivery)) throw reject('INSPECTION_ID_TAKEN', { field: 'id', id: delivery.id });
  return earlier;
}
