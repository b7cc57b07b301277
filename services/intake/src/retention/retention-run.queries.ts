import type { Announcement } from '@qifutong/contracts/define-event';
import { append } from '@qifutong/persistence/append';
import type { Tx } from '@qifutong/persistence/database';
import { NIL } from 'uuid';
import type { RetentionKind } from './domain/retention.ts';
import type { Due, Place } from './retention.queries.ts';

/** How far what was due at the end of a day is done. */
export interface RetentionRun extends Place {
  readonly day: string;
  readonly version: number;
  readonly dueAt: Date;
  /** what it is at; null: all is done */
  readonly kind: RetentionKind | null;
}

/** What one transaction has come to. */
export interface Step {
  readonly run: RetentionRun;
  /** null: there is none left of the kind */
  readonly place: Place | null;
  readonly events: readonly Announcement[];
}

/** Whoever works on it works alone: the others come to what is left. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('retention run' || current_schema()))`;
const AFTER: Readonly<Record<RetentionKind, RetentionKind | null>> = {
  REPORTER_CONTACT: 'PUBLIC_OPINION_ITEM',
  PUBLIC_OPINION_ITEM: null,
};
const BEGINNING: Place = { afterAt: '-infinity', afterId: NIL };

/** The run of a day, from its beginning or from where another left it. Nobody else works on it until the transaction ends. */
export async function inHand(tx: Tx, { day, endedAt }: Due, now: Date): Promise<RetentionRun> {
  await tx.manager.query(IN_TURN);
  await tx.manager.query(
    `insert into retention_run (day, due_at, begun_at, kind) values ($1, $2, $3, 'REPORTER_CONTACT') on conflict (day) do nothing`,
    [day, endedAt, now],
  );
  const rows: RetentionRun[] = await tx.manager.query(
    `select day::text as day, version, due_at as "dueAt", kind, after_at::text as "afterAt", after_id as "afterId"
     from retention_run where day = $1`,
    [day],
  );
  return rows[0]!;
}

/** Writes down how far it is, in the transaction of what was done: who comes after a kill goes on behind it. */
export async function goOn(tx: Tx, { run, place, events }: Step, now: Date): Promise<void> {
  const version = await append(tx, events, run.version, now);
  const kind = place === null ? run.kind && AFTER[run.kind] : run.kind;
  const { afterAt, afterId } = place ?? BEGINNING;
  await tx.manager.query(
    `update retention_run set version = $2, kind = $3, after_at = $4, after_id = $5, ended_at = case when $3::text is null then $6::timestamptz end
     where day = $1`,
    [run.day, version, kind, afterAt, afterId, now],
  );
}
