import type { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { behindTheTriggers, type TestSchema } from '@qifutong/testkit/schema';
import type { Logger } from 'pino';
import { AccountQueries } from '../src/closure/account.queries.ts';
import { ClosingService } from '../src/closure/closing.service.ts';
import { ClosureQueries } from '../src/closure/closure.queries.ts';
import type { AccountLine } from '../src/closure/domain/account.ts';
import type { Kept, Step } from './history.ts';

export const TIME_ZONE = 'Asia/Shanghai';

/** The closer of one instance, without the rest of its service. */
export function closer(db: Database): { readonly closing: ClosingService; readonly errors: readonly unknown[] } {
  const errors: unknown[] = [];
  const log = { info: () => undefined, error: (told: unknown) => errors.push(told) } as unknown as Logger;
  const config = { COUNTY_TIME_ZONE: TIME_ZONE } as ServiceConfig;
  return {
    closing: new ClosingService(db, new ClosureQueries(db), new AccountQueries(), config, log),
    errors,
  };
}

/** Empties the register, also of what is frozen. */
export function wiped({ db }: TestSchema): Promise<void> {
  const tables =
    'issue, report, callback, issue_move, daily_closure, daily_closure_trail, daily_closure_alarm, event_log';
  return behindTheTriggers(db.source, `truncate ${tables} cascade`);
}

const INSERT = `insert into issue (id, version, number, status, round, town_code, channel, domain, urgency, first_contact_sub, first_contact_name, handled_by,
    registered_at, dispatched_at, solved_at, changed_at, changed_on, loaded, status_reason)
  values ($1, 1, $2, $3, 1, $4, $5, 'TESTING', 'NORMAL', 'operator-1', '接线员甲', '{operator-1}', $6, $6, $6, $6, $7, $8, '重复')`;
const MOVE = `update issue set status = $2, task_force = $3, town_code = $4, changed_at = $5, changed_on = $6,
    written_off_at = case when $2 = 'WRITTEN_OFF' then $5::timestamptz end, callback_due_at = case when $2 in ('SOLVED', 'ANSWERED') then $5::timestamptz end, callback_policy_version = 1,
    merged_into = case when $2 = 'MERGED' then $7::uuid end, former_status = case when $2 = 'MERGED' then coalesce($8, status) end where id = $1`;

export interface Dated {
  readonly at: Date;
  /** the county's day on which it is dated */
  readonly on: string;
}

export const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** An issue that is there for others to be merged into; it was rejected before anything began. */
export async function putDecoy({ db }: TestSchema, { at, on }: Dated): Promise<void> {
  await db.source.query(INSERT, [idOf(999_999), '20200101-0001', 'REJECTED', null, 'VISIT', at, on, true]);
}

/** Does to the stored issue what was done to the one of the history. */
export async function put({ db }: TestSchema, n: number, { path }: Kept, { at, on }: Dated): Promise<void> {
  const step = path.at(-1)!;
  if (path.length === 1)
    await db.source.query(INSERT, [idOf(n), numberOf(n), step.status, step.townCode, step.channel, at, on, false]);
  else
    await db.source.query(MOVE, [
      idOf(n),
      step.status,
      step.taskForce,
      step.townCode,
      at,
      on,
      idOf(999_999),
      step.former,
    ]);
}

function numberOf(n: number): string {
  return `20200214-${String(n).padStart(4, '0')}`;
}

export async function frozenLines({ db }: TestSchema): Promise<(AccountLine & { day: string })[]> {
  const rows: { told: Record<string, unknown> }[] = await db.source.query(
    'select to_jsonb(line) as told from daily_closure_line line order by day, dimension, key',
  );
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return rows.map(
    ({ told }) =>
      Object.fromEntries(
        Object.entries(told).map(([name, value]) => [camel(name), value]),
      ) as unknown as AccountLine & {
        day: string;
      },
  );
}

/** The issues that a day carried over, by id, as the history has them. */
export function openAt(issues: readonly Kept[], day: number): Map<string, Step> {
  const stood = issues.map(({ path }, n) => [idOf(n), path.filter((step) => step.day <= day).at(-1)] as const);
  return new Map(stood.flatMap(([id, step]) => (step?.open ? [[id, step] as const] : [])));
}
