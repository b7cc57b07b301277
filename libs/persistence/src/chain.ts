import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** The end of a chain: how many entries it has, and the hash that covers them all. */
export interface Head {
  readonly link: number;
  /** 32 bytes */
  readonly hash: Buffer;
}

/** The end of a chain without entries. */
export const BEGINNING: Head = { link: 0, hash: Buffer.alloc(32) };

/** SQL over a row of `event_log`: all that an entry says, as the one text that its hash is of; the same in any time zone. */
export const ENTRY = `jsonb_build_array(seq, id, aggregate_type, aggregate_id, version, subject, event,
  extract(epoch from created_at), actor, actor_roles, origin)::text`;

/** The end of the chain after one more entry: SHA-256 of the hash before it and the entry's text in UTF-8. */
export function linkTo({ link, hash }: Head, entry: string): Head {
  return { link: link + 1, hash: createHash('sha256').update(hash).update(entry).digest() };
}

/** SQL: the last entry that is linked. */
export const LAST_LINK = `select link, hash from event_log where link is not null order by event_log.link desc limit 1`;

/** The end of a service's chain as it is stored; null while it has no entries. */
export async function chainEnd(manager: EntityManager): Promise<Head | null> {
  const [last]: { link: string; hash: Buffer }[] = await manager.query(LAST_LINK);
  return last ? { link: Number(last.link), hash: last.hash } : null;
}
