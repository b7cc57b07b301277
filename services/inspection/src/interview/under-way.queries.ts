import { Any, type EntityManager } from 'typeorm';
import type { Interview } from './domain/interview.ts';
import { InterviewTable } from './interview.table.ts';

/** The interview of each firm that is under way at its instant, in a condition that asks for one. */
export async function underWay(
  manager: EntityManager,
  instants: ReadonlyMap<string, Date>,
): Promise<Map<string, Interview>> {
  if (instants.size === 0) return new Map();
  const rows: { id: string }[] = await manager.query(
    `select i.id from unnest($1::text[], $2::timestamptz[]) as w (code, at) cross join lateral (
       select id from interview where credit_code = w.code and caused_at <= w.at and status <> 'WITHDRAWN'
       order by caused_at desc limit 1) as i`,
    [[...instants.keys()], [...instants.values()]],
  );
  const found = await manager.findBy(InterviewTable, { id: Any(rows.map(({ id }) => id)) });
  return new Map(found.map((one) => [one.creditCode, one]));
}

/** The interviews of each firm that were caused or held from its instant on, all of a firm without one; the transaction holds them locked. */
export async function storedSince(
  manager: EntityManager,
  beginnings: ReadonlyMap<string, Date | null>,
): Promise<Map<string, Interview[]>> {
  const rows: { id: string }[] = await manager.query(
    `select i.id from unnest($1::text[], $2::timestamptz[]) as w (code, since) join interview i on i.credit_code = w.code
     where w.since is null or i.caused_at >= w.since or i.held_at >= w.since`,
    [[...beginnings.keys()], [...beginnings.values()]],
  );
  if (rows.length === 0) return new Map();
  const found = await manager.find(InterviewTable, {
    where: { id: Any(rows.map(({ id }) => id)) },
    order: { issuedAt: 'ASC', id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return Map.groupBy(found, ({ creditCode }) => creditCode);
}
