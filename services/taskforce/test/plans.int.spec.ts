import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { commander, statementsOf, testingLead, withoutJobs, type Statement } from './world.ts';

const ROWS = 60_000;
const DAY = '{"kind": "ELAPSED", "duration": "PT24H"}';
const COMMON_ISSUE = '019c5a00-0000-7000-8000-000000000003';
let booted: Booted;
let seen: Statement[];
beforeAll(async () => {
  booted = await boot(withoutJobs);
  await booted.schema.db.source.query(`
    insert into task (id, version, issue_id, number, round, nature, domain, urgency, firm_credit_code, town_code, task_force_code, status,
      policy_version, solve_within, dispatched_at, accepted_at, accepted_by, solution_text, solution_measures, proposed_at, proposed_by,
      closed_at, closed_because, clocks, next_due_at, wake_at, overdue,
      warn_at, hops, must_accept, co_handlers, solution_attachments, ineffective_solutions, accept_due_at, accept_missed, solve_missed, times_urged, deadline_at, near_limit)
      select gen_random_uuid(), 0, gen_random_uuid(), '20200214-' || lpad(n::text, 5, '0'), 1, 'INDIVIDUAL', 'TESTING', 'NORMAL',
      '91330226MA2' || lpad((n % 2000)::text, 7, '0'), '3302260' || lpad((n % 18)::text, 2, '0'), f.code,
      case when n % 20 = 0 then 'DISPATCHED' else 'CLOSED' end, 1, '${DAY}', at, null, null, null, '{}', null, null,
      case when n % 20 > 0 then at end, case when n % 20 > 0 then 'WRITTEN_OFF' end,
      jsonb_build_array(jsonb_build_object('kind', 'ACCEPTANCE', 'policyVersion', 1, 'warnAt', '[75]'::jsonb, 'warningAt', null,
        'dueAt', to_char((at + interval '2 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'limit', '{"kind": "ELAPSED", "duration": "PT2H"}'::jsonb,
        'history', jsonb_build_array(jsonb_build_object('type', 'STARTED', 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))),
      case when n % 20 = 0 then at + interval '2 hours' end, case when n % 20 = 0 then at + interval '2 hours' end, n % 400 = 0,
      '{75}', 0, false, '{}', '{}', '[]', at + interval '2 hours', n % 20 > 0, false, (n % 20 > 0)::int, at + interval '2 hours', false
    from generate_series(1, ${ROWS}) as n
      join (select code, row_number() over (order by code) - 1 as i from task_force) as f on f.i = case n % 50 when 17 then 11 when 20 then 11 else n % 11 end,
      lateral (select now() - n * interval '1 minute' as at) as _;
    insert into urging_notice (id, version, number, task_id, task_force_code, about, clock, ordinal, due_at, issued_at)
      select gen_random_uuid(), 1, '催20200215-' || lpad(row_number() over ()::text, 5, '0'), id, task_force_code, number,
        'ACCEPTANCE', 1, closed_at, closed_at + interval '1 ms' from task where closed_at is not null;
    insert into task (id, version, common_issue_id, number, round, nature, domain, urgency, task_force_code, status, policy_version,
      solve_within, dispatched_at, solution_measures, clocks, overdue, warn_at, hops, must_accept, co_handlers, solution_attachments,
      ineffective_solutions, accept_due_at, accept_missed, solve_missed, times_urged, deadline_at, near_limit)
      select gen_random_uuid(), 0, case n when 1 then '${COMMON_ISSUE}' else gen_random_uuid() end, '共20200214-' || lpad(n::text, 4, '0'), 1,
        'COMMON', 'TESTING', 'NORMAL', 'TESTING', 'DISPATCHED', 1, '${DAY}', '2020-02-14', '{}', '[{}]', false, '{75}', 0, false, '{}', '{}', '[]',
        '2020-02-14T02:00:00Z', false, false, 0, '2020-02-14T02:00:00Z', false
      from generate_series(1, 300) as n;
    analyze;`);
  seen = statementsOf(booted);
}, 60_000);
afterAll(() => booted?.stop());

/** The plans of what is asked of the table, one text each. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  seen.length = 0;
  await work();
  const selects = seen.filter(({ sql }) => /^select/i.test(sql) && /\b(task|urging_notice)\b/.test(sql));
  const plans: { 'QUERY PLAN': string }[][] = [];
  for (const { sql, parameters } of selects)
    plans.push(await booted.schema.db.source.query(`explain ${sql}`, parameters));
  return plans.map((lines) => lines.map((line) => line['QUERY PLAN']).join('\n'));
}

describe(`of ${ROWS} tasks`, () => {
  it.each([
    ['all', '', commander, 'task_newest'],
    ['those of a task force', '(filter: { taskForce: "TESTING" })', commander, 'task_of_task_force'],
    ['those that a task force sees', '', testingLead, 'task_of_task_force'],
    [
      'those that a task force sees, by status',
      '(filter: { status: [DISPATCHED] })',
      testingLead,
      'task_(of_task_force|open_of_task_force|by_status)',
    ],
    ['those of a status', '(filter: { status: [DISPATCHED] })', commander, 'task_(by_status|newest)'],
    ['those of a rare status', '(filter: { status: [ACCEPTED] })', commander, 'task_by_status'],
    ['the overdue', '(filter: { overdue: true })', commander, 'task_overdue'],
    ['those of a town', '', { sub: 'd', roles: ['DEPARTMENT'], town: '330226003' }, 'task_by_town'],
  ] as [string, string, Asker, string][])('%s are listed through an index', async (_, filter, asker, index) => {
    const plans = await plansOf(() => booted.ask(`{ tasks${filter} { nodes { id } } }`, {}, asker));
    expect(plans).toEqual([expect.stringMatching(new RegExp(`Index Scan.* using ${index} `))]);
    expect(plans.join('\n')).not.toMatch(/Seq Scan on task|Sort/);
  });

  it('the overdue of a task force, which are few, are put in order once an index has found them', async () => {
    const plans = await plansOf(() =>
      booted.ask('{ tasks(filter: { overdue: true, taskForce: "LABOUR" }) { nodes { id } } }', {}, commander),
    );
    expect(plans).toEqual([expect.stringMatching(/Index Scan (using|on) task_overdue(_longest)? /)]);
    expect(plans.join('\n')).not.toMatch(/Seq Scan on task/);
  });

  it.each([
    [
      'a firm',
      { __typename: 'Firm', creditCode: '91330226MA20000042' },
      'Firm { tasks { nodes { id } } }',
      'task_of_firm',
    ],
    [
      'a task force',
      { __typename: 'TaskForce', code: 'TESTING' },
      'TaskForce { tasks(open: true) { nodes { id } } }',
      'task_(open_)?of_task_force',
    ],
  ])('those of %s are found through an index', async (_, representation, selection, index) => {
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${selection} } }`;
    const plans = await plansOf(() => booted.ask(asked, { of: [representation] }, commander));
    expect(plans.join('\n')).toMatch(new RegExp(`Index (Only )?Scan (using|on) ${index} `));
    expect(plans.join('\n')).not.toMatch(/Seq Scan on task/);
  });

  it('one, its notices, and those of its issue are found through their keys', async () => {
    const task = await booted.schema.db.source.manager.findOneByOrFail(TaskTable, { status: 'DISPATCHED' });
    const asked = `query ($id: ID!, $of: [_Any!]!) { task(id: $id) { urgingNotices { id } }
      _entities(representations: $of) { ... on Issue { tasks { id } } } }`;
    const of = [{ __typename: 'Issue', id: task.issueId }];
    const plans = await plansOf(() => booted.ask(asked, { id: task.id, of }, commander));
    const used = plans.map((plan) => /Index Scan (?:using|on) (\w+)/.exec(plan)?.[1]).sort();
    expect(used).toEqual([
      'task_one_of_dispatch',
      'task_pkey',
      expect.stringMatching(/^urging_notice_(of_task|once)$/),
    ]);
  });

  it.each([
    [
      'that of a common issue',
      { __typename: 'CommonIssue', id: COMMON_ISSUE },
      'CommonIssue { task { id } }',
      ['task_of_common_issue'],
    ],
    [
      'those of a town that are open, overdue and urged',
      { __typename: 'Town', code: '330226003' },
      'Town { tasks { open overdue urged } }',
      ['task_(open_by_town|board)'],
    ],
  ])('%s are found through an index', async (_, representation, selection, used) => {
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${selection} } }`;
    const plans = await plansOf(() => booted.ask(asked, { of: [representation] }, commander));
    for (const index of used) expect(plans.join('\n')).toMatch(new RegExp(`Index (Only )?Scan (using|on) ${index}`));
    expect(plans.join('\n')).not.toMatch(/Seq Scan on (task|urging_notice)/);
  });

  it('the due are taken through the index of deadlines', async () => {
    const plans = await plansOf(() =>
      runInTrace(traceFrom(undefined), () => booted.service.app.get(UrgeOverdue).run()),
    );
    const taking = plans.filter((plan) => plan.includes('LockRows'));
    expect(taking).toEqual([expect.stringMatching(/Index Scan using task_wake /)]);
  });

  it('the next to be due is found through it too', async () => {
    await booted.schema.db.source.query(
      `update task set wake_at = wake_at + interval '1 year' where wake_at is not null`,
    );
    const plans = await plansOf(() =>
      runInTrace(traceFrom(undefined), () => booted.service.app.get(UrgeOverdue).run()),
    );
    expect(plans[0]).toContain('LockRows');
    // two batches are in hand at once: how many looks that takes varies
    expect(plans.filter((plan) => !/Index Scan using task_wake /.test(plan))).toEqual([]);
  });
});
