import type { Announcement } from './define-event.ts';

const PARTITIONS = 16;

/**
 * The partition of an aggregate: FNV-1a (32 bit) of its id, modulo 16, so that a consumer can be split without losing order.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function partition(aggregateId: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < aggregateId.length; i++) hash = Math.imul(hash ^ aggregateId.charCodeAt(i), 0x01000193) >>> 0;
  return `p${String(hash % PARTITIONS).padStart(2, '0')}`;
}

/** `county.<service>.<entity>.<event>.v<major>.<department>.p<00-15>`: seven tokens, no ids, no personal data. */
export function subjectOf(event: Pick<Announcement, 'type' | 'department' | 'aggregateId'>): string {
  return `county.${event.type}.${event.department}.${partition(event.aggregateId)}`;
}
