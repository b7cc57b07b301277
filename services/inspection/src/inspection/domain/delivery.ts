import type { Inspection } from './inspection.ts';
import { reject } from './rejections.ts';

/** What a device delivers: possibly late, twice or out of order. */
export type Delivery = Pick<Inspection, 'id' | 'creditCode' | 'performedAt' | 'inspectors' | 'results'>;

function contentOf({ creditCode, performedAt, inspectors, results }: Delivery): string {
  const answers = results.map(({ rule, result, note }) => [rule, result, note].join('\n'));
  return JSON.stringify([creditCode, performedAt.getTime(), inspectors.toSorted(), answers.toSorted()]);
}

/**
 * The inspection that was delivered before under the same id.
 * @throws INSPECTION_ID_TAKEN when it says something else; the first stays
 */
export function deliveredAgain(earlier: Inspection, delivery: Delivery): Inspection {
  if (contentOf(earlier) !== contentOf(delivery)) throw reject('INSPECTION_ID_TAKEN', { field: 'id', id: delivery.id });
  return earlier;
}
