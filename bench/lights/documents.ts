import type pg from 'pg';
import { AT, failed, ID, TOWNS } from './history.ts';

/** so many of the last days have their documents: ten orders a firm */
const DAYS = 50;

const UUID = (series: string) =>
  `('01900000-0000-7000-${series}-' || lpad(to_hex(n::bigint * 1000 + d), 12, '0'))::uuid`;
const NUMBER = (prefix: string) => `'${prefix}' || to_char(at, 'YYYYMMDD') || '-' || lpad(n::text, 5, '0')`;
/** issued a minute after the inspection, as it was received */
const HEADER = `code, ${TOWNS}[1 + n % 18], at + interval '1 minute'`;
const COLUMNS = 'id, version, number, credit_code, town_code, issued_at';

/** The inspections that failed, each with its order's date and, where the next day's passed, what mended it. */
const FAILURES = `create unlogged table failure as
  select n, code, d, at, inspection, case when not fails_again then mended_by end as mended_by, case when not fails_again then mended_at end as mended_at,
    ((at::date + 2)::timestamp at time zone 'Asia/Shanghai') - interval '1 millisecond' as due_at
  from (select n, code, d, ${AT('n', 'd')} as at, ${ID('n', 'd')} as inspection, ${ID('n', 'd + 1')} as mended_by, ${AT('n', 'd + 1')} as mended_at,
      d = $1::int or ${failed('d + 1')} as fails_again
    from firm_number firm, generate_series(greatest(1, $1::int - ${DAYS} + 1), $1::int) d where ${failed('d')}) as failing`;

const registered = (prefix: string, where: string) =>
  `insert into document (number, credit_code, issued_at) select ${NUMBER(prefix)}, code, at + interval '1 minute' from failure where ${where}`;

const ORDERS = `insert into rectification_order (${COLUMNS}, inspection_id, performed_at, due_at, findings, status, fulfilled_at, overdue_at)
  select ${UUID('9001')}, case when mended_by is null and due_at >= now() then 1 else 2 end, ${NUMBER('改')}, ${HEADER}, inspection, at, due_at,
    jsonb_build_array(jsonb_build_object('rule', 'MASKS_WORN', 'metBy', mended_by,
      'metAt', to_char(mended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
    case when mended_by is not null then 'FULFILLED' when due_at < now() then 'OVERDUE' else 'OPEN' end,
    mended_at, case when mended_by is null and due_at < now() then due_at + interval '1 second' end from failure`;

/** Of the firms that are red, by the third failure in a row. */
const RED = `n % 50 = 0 and $1::int >= 10 and d = $1::int`;
const INTERVIEWS = `insert into interview (${COLUMNS}, inspection_id, caused_at, due_at, status, missed_at)
  select ${UUID('9002')}, 1, ${NUMBER('约')}, ${HEADER}, inspection, at, due, case when due < now() then 'MISSED' else 'SUMMONED' end,
    case when due < now() then due + interval '1 second' end
  from failure, lateral (select at + interval '1 day 1 minute' as due) as limited where ${RED}`;

// what left no trace in the lights: drafts that were withdrawn, applications that were refused, appeals that were dismissed
const WITHDRAWN = `n % 40 = 7 and ($1::int - d) % 25 = 0`;
const SHUTDOWNS = `insert into shutdown_order (${COLUMNS}, inspection_id, caused_at, status, defence_waived, defence_due_at, withdrawn_at)
  select ${UUID('9003')}, 2, ${NUMBER('停')}, ${HEADER}, inspection, at, 'WITHDRAWN', false, at + interval '1 day', at + interval '12 hours' from failure where ${WITHDRAWN}`;
const REFUSED = `n % 40 = 8 and ($1::int - d) % 25 = 0`;
const ACCEPTANCES = `insert into acceptance (${COLUMNS}, kind, status, applied_by, decided_at, decided_by, decided_by_name, reason)
  select ${UUID('9004')}, 2, ${NUMBER('验')}, ${HEADER}, 'FIRST', 'REFUSED', 'firm-1', at + interval '2 hours', 'commander-1', '指挥长', '口罩不足' from failure where ${REFUSED}`;
const DISMISSED = `n % 10 = 9 and ($1::int - d) % 25 = 0`;
const APPEALS = `insert into appeal (${COLUMNS}, inspection_id, status, grounds, lodged_by, decided_at, decided_by, decided_by_name, reason)
  select ${UUID('9005')}, 2, ${NUMBER('诉')}, ${HEADER}, inspection, 'DISMISSED', '当日停电', 'firm-1', at + interval '2 hours', 'commander-1', '指挥长', '照片清楚' from failure where ${DISMISSED}`;

const TABLES = ['document', 'rectification_order', 'interview', 'shutdown_order', 'acceptance', 'appeal'];

/** What due process left of the inspections that failed of late: orders fulfilled, overdue and open, interviews of red firms, and some of each other document. */
export async function fillDocuments(client: pg.Client, each: number, say: (line: string) => void): Promise<void> {
  const run = (sql: string) => client.query(sql.replaceAll('$1', String(each)));
  await run(FAILURES);
  const series = [
    ['改', 'true', ORDERS],
    ['约', RED, INTERVIEWS],
    ['停', WITHDRAWN, SHUTDOWNS],
    ['验', REFUSED, ACCEPTANCES],
    ['诉', DISMISSED, APPEALS],
  ] as const;
  for (const [prefix, where, sql] of series) {
    await run(registered(prefix, where));
    await run(sql);
  }
  for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  const { rows } = await client.query<{ told: string }>(
    `select string_agg(count || ' ' || status, ', ' order by status) as told from (select status, count(*) from rectification_order group by status) as of_status`,
  );
  say(`orders: ${rows[0]!.told ?? 'none'}`);
}
