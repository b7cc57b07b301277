import type { Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import {
  cursorValues,
  InvalidCursor,
  pageOf,
  type Order,
  type Page,
  type PageArgs,
} from '@qifutong/persistence/keyset';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { LightEntry } from './domain/light.ts';
import type { Resumed, Stored } from './domain/resume.ts';
import { LightEntryTable, type LightEntryRow } from './light-entry.table.ts';

/** From when on the history of each firm is wanted; null: from its beginning. */
export type Beginnings = ReadonlyMap<string, Date | null>;

const columns = `e.credit_code as "creditCode", e.at, e.fact_id as "factId", e.day::text as day, e.kind, e.inspection_id as "inspectionId",
  e.colour, e.run, e.since, e.condition, e.caused_by as "causedBy", e.reason`;

const NOTHING: Stored = { base: null, entries: [] };

function takenUp(rows: readonly LightEntryRow[], from: Date | null): Stored {
  const entries = rows.map(({ creditCode: _, ...entry }) => entry);
  const begin = entries.findIndex(({ at }) => from !== null && at >= from);
  const before = begin < 0 ? entries.length : begin;
  return from === null
    ? { base: null, entries }
    : { base: entries[before - 1] ?? null, entries: entries.slice(before) };
}

const newestFirst: Order<LightEntryRow> = { by: ['at', 'factId'], direction: 'DESC' };
const LAST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

function beforeWhich(after: string | null): unknown[] {
  if (after === null) return LAST;
  const [at, factId] = cursorValues(after, newestFirst).map(String);
  if (Number.isNaN(Date.parse(at!)) || !isUuid(factId)) throw new InvalidCursor('after is not a cursor of this list');
  return [at, factId];
}

export interface EntryPageArgs extends PageArgs {
  /** the only one whose firms are to be seen; null: all are */
  readonly town: string | null;
}

/** A page of each firm's entries, newest first, in one statement. */
export async function entryPages(
  manager: EntityManager,
  codes: readonly string[],
  { first, after, town }: EntryPageArgs,
): Promise<Page<LightEntryRow>[]> {
  const rows: LightEntryRow[] = await manager.query(
    `select ${columns} from unnest($1::text[]) as wanted (credit_code) cross join lateral (
       select * from light_entry one where one.credit_code = wanted.credit_code and (one.at, one.fact_id) < ($2::timestamptz, $3::uuid)
       order by one.at desc, one.fact_id desc limit $4) as e
     where $5::text is null or exists (select from light where light.credit_code = wanted.credit_code and light.town_code = $5)
     order by e.at desc, e.fact_id desc`,
    [codes, ...beforeWhich(after), first + 1, town],
  );
  const byFirm = Map.groupBy(rows, (row) => row.creditCode);
  return codes.map((code) => pageOf(byFirm.get(code) ?? [], first, newestFirst));
}

/** The stored entries of each firm from an instant on, with the last one before it. */
export async function storedFrom(manager: EntityManager, beginnings: Beginnings): Promise<(code: string) => Stored> {
  const froms = [...beginnings.values()].map((from) => from?.toISOString() ?? '-infinity');
  const rows: LightEntryRow[] = await manager.query(
    `select ${columns} from unnest($1::text[], $2::timestamptz[]) as wanted (credit_code, begins)
     cross join lateral (select * from light_entry one where one.credit_code = wanted.credit_code and one.at >= coalesce(
       (select max(at) from light_entry earlier where earlier.credit_code = wanted.credit_code and earlier.at < wanted.begins),
       '-infinity')) as e
     order by e.credit_code, e.at, e.fact_id`,
    [[...beginnings.keys()], froms],
  );
  const byFirm = Map.groupBy(rows, (row) => row.creditCode);
  return (code) => {
    const own = byFirm.get(code);
    return own ? takenUp(own, beginnings.get(code) ?? null) : NOTHING;
  };
}

function named(entries: ReadonlyMap<string, readonly LightEntry[]>): LightEntryRow[] {
  return [...entries].flatMap(([creditCode, own]) => own.map((entry) => ({ creditCode, ...entry })));
}

/** Makes the stored entries of each firm those that follow now. */
export async function storeEntries(tx: Tx, resumed: ReadonlyMap<string, Resumed>): Promise<void> {
  const of = (name: 'gone' | 'fresh') => named(new Map([...resumed].map(([code, one]) => [code, one[name]])));
  const gone = of('gone');
  if (gone.length > 0)
    await tx.manager.query(
      `delete from light_entry where (credit_code, at, fact_id) in (select * from unnest($1::text[], $2::timestamptz[], $3::uuid[]))`,
      [
        gone.map(({ creditCode }) => creditCode),
        gone.map(({ at }) => at.toISOString()),
        gone.map(({ factId }) => factId),
      ],
    );
  await insertAll(tx, LightEntryTable, of('fresh'));
}
