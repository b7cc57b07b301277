/** What `fillTasks` needs of a connection. */
interface Asking {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

const instantText = (at: string) => `to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const fact = (type: string, at: string) => `jsonb_build_object('type', '${type}', 'at', ${instantText(at)})`;
const clock = (kind: string, limit: string, due: string, history: string) =>
  `jsonb_build_object('kind', '${kind}', 'limit', jsonb_build_object('kind', 'ELAPSED', 'duration', '${limit}'), 'warnAt', '[75]'::jsonb,
    'policyVersion', 1, 'history', jsonb_build_array(${history}), 'dueAt', ${instantText(due)}, 'warningAt', null)`;

/**
 * One task every half minute until now, drawn from its number: the last ones are open, in every state; of the others some were
 * returned, transferred or cancelled, and some of all missed their deadlines and were urged. With one in twenty another task force helps.
 */
const TOLD = `create unlogged table told as
  with forces as (select array_agg(code order by code) as codes from task_force)
  select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, at, at + interval '20 minutes' as accepted,
    at + interval '24 hours 20 minutes' as due, at + interval '6 hours' as proposed, codes[1 + n * 7 % 12] as force,
    codes[1 + (n / 20 * 7 + 5) % 12] as helper,
    (array['LABOUR', 'LOGISTICS', 'FINANCE', 'TESTING', 'MATERIALS', 'PASSAGE', 'POLICY', 'PROJECT'])[1 + n * 3 % 8] as domain,
    '3302260' || lpad((n * 5 % 18)::text, 2, '0') as town, n % 97 = 0 as late, n % 50 = 0 as urgent,
    case when n <= $1 - $2 then (array['CLOSED', 'CANCELLED', 'RETURNED', 'TRANSFERRED'])[greatest(1, n % 40 - 35)]
      when n % 10 = 0 then 'SUSPENDED' when n % 10 < 4 then 'DISPATCHED' when n % 10 < 8 then 'ACCEPTED' else 'SOLUTION_PROPOSED' end as status
  from forces, generate_series(1, $1::int) as n, lateral (select now() - ($1 - n) * interval '30 seconds' - interval '1 minute' as at) as _`;

const TASKS = `insert into task (id, version, issue_id, number, round, nature, domain, urgency, firm_credit_code, town_code, task_force_code, status,
    policy_version, solve_within, warn_at, dispatched_at, predecessor_id, hops, must_accept, accepted_at, accepted_by, co_handlers, solution_text,
    solution_measures, solution_attachments, proposed_at, proposed_by, ineffective_solutions, suspended_at, suspended_by, suspension_reason,
    handed_on_at, handed_on_by, handed_on_reason, awaits_redispatch, closed_at, closed_because, cancelled_at, cancelled_because, clocks, next_due_at, wake_at, overdue,
    accept_due_at, accept_missed, solve_due_at, solve_missed, times_urged, urged, deadline_at, near_limit)
  select id, 3, id, '20200214-' || lpad(n::text, 7, '0'), 1, 'INDIVIDUAL', domain, case when urgent then 'URGENT' else 'NORMAL' end,
    '91330226MA2' || lpad((n % 20000)::text, 7, '0'), town, force, status, 1, '{"kind": "ELAPSED", "duration": "PT24H"}', '{75}', at, null, n % 3 / 2,
    false, case when worked then accepted end, case when worked then 'member-' || n % 240 end,
    case when n % 20 = 1 and helper <> force then array[helper] else '{}' end, case when solved then '已安排' end, '{}', '{}',
    case when solved then proposed end, case when solved then 'member-' || n % 240 end, '[]',
    case when status = 'SUSPENDED' then accepted end, case when status = 'SUSPENDED' then 'analyst-1' end,
    case when status = 'SUSPENDED' then 'WAITING_FOR_FIRM' end, case when handed then at end, case when handed then 'somebody' end,
    case when handed then '不属于本专班' end, status = 'RETURNED' and n % 3 = 0, case when status = 'CLOSED' then due end, case when status = 'CLOSED' then 'WRITTEN_OFF' end,
    case when status = 'CANCELLED' then due end, case when status = 'CANCELLED' then 'MERGED' end,
    jsonb_build_array(${clock('ACCEPTANCE', 'PT2H', `at + interval '2 hours'`, fact('STARTED', 'at'))}, ${clock('SOLUTION', 'PT24H', 'due', fact('STARTED', 'accepted'))}),
    case when runs then least(case when status = 'DISPATCHED' then at + interval '2 hours' end, due) end, null, runs and late,
    at + interval '2 hours', late, case when worked and status <> 'SUSPENDED' then due end, late and worked, case when late then 1 else 0 end, late,
    case when status in ('SUSPENDED', 'SOLUTION_PROPOSED') then '9999-12-31' when status = 'DISPATCHED' then at + interval '2 hours' else due end, runs and n % 9 = 0
  from told, lateral (select status in ('ACCEPTED', 'SUSPENDED', 'SOLUTION_PROPOSED', 'CLOSED', 'TRANSFERRED') as worked,
    status in ('SOLUTION_PROPOSED', 'CLOSED') as solved, status in ('RETURNED', 'TRANSFERRED') as handed, status in ('DISPATCHED', 'ACCEPTED') as runs) as _`;

const NOTICES = `insert into urging_notice (id, version, number, task_id, task_force_code, clock, ordinal, due_at, issued_at, about, acknowledged_at,
    acknowledged_by, replied_at, replied_by, reply_reason, promised_at)
  select gen_random_uuid(), 1, '催20200215-' || lpad(row_number() over ()::text, 7, '0'), id, task_force_code, 'ACCEPTANCE', 1, accept_due_at,
    accept_due_at + interval '1 ms', number, answered, who, answered, who, why, answered
  from task, lateral (select case when closed_at is not null then accept_due_at + interval '1 hour' end as answered) as _,
    lateral (select case when answered is not null then 'a' end as who, case when answered is not null then '物流未到' end as why) as __ where accept_missed on conflict do nothing`;

/** One in three that were urged was supervised, and of these one in ten still is. */
const SUPERVISIONS = `insert into supervision (id, version, number, task_id, task_force_code, about, domain, town_code, reason, commander_name, opened_at,
    opened_by, lifted_at, lifted_by, conclusion)
  select gen_random_uuid(), 1, '督20200215-' || lpad(n::text, 7, '0'), id, task_force_code, number, domain, town_code, '多次催办未果', '陈指挥', at, 'chen',
    case when lifted then at end, case when lifted then 'chen' end, case when lifted then '已落实' end
  from (select row_number() over () as n, * from task where accept_missed) as urged,
    lateral (select accept_due_at + interval '1 day' as at, n % 30 > 0 as lifted) as _ where n % 3 = 0`;

const CENTRE_CLOCKS = `insert into centre_clock (id, version, issue_id, number, round, kind, ordinal, started_at, ended_at, town_code, clock, due_at, wake_at, missed, open)
  select gen_random_uuid(), 0, gen_random_uuid(), '20200214-' || lpad(n::text, 5, '0'), 1, case when n % 3 = 0 then 'CALLBACK' else 'DISPATCH' end, 1,
    at, case when n % 20 > 0 then at + interval '1 hour' end, '330226110',
    jsonb_build_object('kind', 'DISPATCH', 'limit', jsonb_build_object('kind', 'SAME_DAY'), 'warnAt', '[]'::jsonb, 'policyVersion', 1,
      'history', jsonb_build_array(${fact('STARTED', 'at')}), 'dueAt', ${instantText(`at + interval '1 day'`)}, 'warningAt', null),
    at + interval '1 day', case when n % 20 = 0 then at + interval '1 day' end, n % 50 = 0, n % 20 = 0
  from generate_series(1, $1::int) as n, lateral (select date_trunc('milliseconds', now()) - n * interval '1 minute' as at) as _`;

const EVENTS = `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, published_at, stream_seq)
  select gen_random_uuid(), 'task', id, version, 'county.taskforce.task.opened.v1.none.p00', jsonb_build_object('type', 'taskforce.task.opened.v1',
    'time', ${instantText('at')}, 'data', jsonb_build_object('taskId', id)), at, n
  from told, generate_series(1, 3) as version where n > $1 and n <= $1 + $2`;
const AT_ONCE = 250_000;

/** Stores so many tasks with three events each, a share of them open. */
export async function fillTasks(db: Asking, tasks: number, open = 0.03): Promise<void> {
  await db.query(TOLD, [tasks, Math.ceil(tasks * open)]);
  await db.query(TASKS);
  await db.query(NOTICES);
  await db.query(SUPERVISIONS);
  for (let from = 0; from < tasks; from += AT_ONCE) {
    await db.query('select event_log_extend()');
    await db.query(EVENTS, [from, AT_ONCE]);
  }
  await db.query('drop table told');
  await db.query('vacuum (analyze)');
}

/** Stores so many clocks of the centre, one in twenty open, one in fifty missed. */
export async function fillCentreClocks(db: Asking, clocks: number): Promise<void> {
  await db.query(CENTRE_CLOCKS, [clocks]);
  await db.query('vacuum (analyze) centre_clock');
}
