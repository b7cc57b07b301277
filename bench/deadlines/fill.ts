import type pg from 'pg';

/** ISO 8601 in UTC to the millisecond, as a clock's history has it. */
const iso = (at: string) => `to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const limit = (hours: number) => `jsonb_build_object('kind', 'ELAPSED', 'duration', 'PT${hours}H')`;
const terms = (kind: string, hours: number) =>
  `'kind', '${kind}', 'limit', ${limit(hours)}, 'warnAt', '[75]'::jsonb, 'policyVersion', 1`;

const COLUMNS = `id, version, issue_id, number, round, nature, domain, urgency, firm_credit_code, town_code, task_force_code, status, policy_version,
  solve_within, warn_at, dispatched_at, hops, must_accept, accepted_at, accepted_by, co_handlers, solution_measures, solution_attachments,
  ineffective_solutions, clocks, next_due_at, wake_at, overdue, accept_due_at, accept_missed, solve_due_at, solve_missed, times_urged, awaits_redispatch, deadline_at, near_limit`;

/** Accepted tasks of which the solution is due in 24 hours from their acceptance; warned of already where that is soon. */
function accepted(count: string, due: string, warned: boolean): string {
  const warning = `jsonb_build_object('type', 'WARNED', 'at', ${iso(`due - interval '6 hours'`)}, 'percent', 75, 'noticedAt', ${iso(`due - interval '6 hours'`)})`;
  const started = (at: string) => `jsonb_build_object('type', 'STARTED', 'at', ${iso(at)})`;
  const met = `jsonb_build_object('type', 'MET', 'at', ${iso(`due - interval '24 hours'`)})`;
  return `insert into task (${COLUMNS})
    select id, 0, gen_random_uuid(), '20200214-' || lpad(n::text, 7, '0'), 1, 'INDIVIDUAL', 'TESTING', 'NORMAL', '91330226MA2' || lpad((n % 46958)::text, 7, '0'),
      '3302260' || lpad((n % 18)::text, 2, '0'), codes[1 + n % 12], 'ACCEPTED', 1, ${limit(24)}, '{75}', due - interval '25 hours', 0, false,
      due - interval '24 hours', 'lead-1', '{}', '{}', '{}', '[]',
      jsonb_build_array(
        jsonb_build_object(${terms('ACCEPTANCE', 2)}, 'dueAt', ${iso(`due - interval '23 hours'`)}, 'warningAt', ${iso(`due - interval '23.5 hours'`)},
          'history', jsonb_build_array(${started(`due - interval '25 hours'`)}, ${met})),
        jsonb_build_object(${terms('SOLUTION', 24)}, 'dueAt', ${iso('due')}, 'warningAt', ${warned ? 'null' : iso(`due - interval '6 hours'`)},
          'history', jsonb_build_array(${started(`due - interval '24 hours'`)}${warned ? `, ${warning}` : ''}))),
      due, ${warned ? `due + interval '1 ms'` : `due - interval '6 hours'`}, false, due - interval '23 hours', false, due, false, 0, false, due, false
    from generate_series(1, ${count}) as n, (select array_agg(code order by code) as codes from task_force) as forces,
      lateral (select gen_random_uuid() as id, date_trunc('milliseconds', ${due}) as due) as drawn`;
}

async function indexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and tablename = 'task' and indexname not in (select conname from pg_constraint)`,
  );
  return rows;
}

/** Fills a fresh database with tasks whose solution is due in the days from tomorrow on. */
export async function fill(client: pg.Client, tasks: number): Promise<void> {
  await client.query(
    `set synchronous_commit = off; set session_replication_role = replica; set maintenance_work_mem = '512MB'`,
  );
  const known = await indexes(client);
  for (const { name } of known) await client.query(`drop index ${name}`);
  await client.query(accepted(String(tasks), `now() + interval '2 days' + n * (interval '30 days' / ${tasks})`, false));
  for (const { definition } of known) await client.query(definition);
  await client.query('set session_replication_role = origin; set synchronous_commit = on');
  await client.query('vacuum (analyze) task');
  await client.query('checkpoint');
}

/**
 * Adds tasks that fall due within one second, evenly.
 * @returns the beginning of that second
 */
export async function fallDue(client: pg.Client, tasks: number, inSeconds: number): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>(
    `select date_trunc('second', clock_timestamp()) + make_interval(secs => $1) as at`,
    [inSeconds],
  );
  const { at } = rows[0]!;
  await client.query(
    accepted(String(tasks), `'${at.toISOString()}'::timestamptz + (n - 1) * (interval '1 second' / ${tasks})`, true),
  );
  return at;
}
