import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { commander, putTask, statementsOf, testingLead, withoutJobs, type Statement } from './world.ts';

const ROWS = 40_000;
const TOWN = '330226003';
const department: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: TOWN };
let booted: Booted;
let seen: Statement[];
let taskId: string;
beforeAll(async () => {
  booted = await boot(withoutJobs);
  ({ id: taskId } = await putTask(booted.service.db));
  const told = `case n % 400 when 0 then 'TESTING' else 'LABOUR' end, '20200214-0042', 'TESTING', '3302260' || lpad((n % 18)::text, 2, '0')`;
  await booted.schema.db.source.query(`
    insert into urging_notice (id, version, number, task_id, task_force_code, about, domain, town_code, clock, ordinal, due_at, issued_at,
      acknowledged_at, acknowledged_by, replied_at, replied_by, reply_reason, promised_at)
      select gen_random_uuid(), 1, '催20200215-' || lpad(n::text, 5, '0'), '${taskId}', ${told}, 'SOLUTION', n, at, at + interval '1 ms',
        replied, by, replied, by, by, replied
      from generate_series(1, ${ROWS}) as n, lateral (select now() - n * interval '1 minute' as at) as _,
        lateral (select case when n % 100 > 0 then now() end as replied, case when n % 100 > 0 then 'a' end as by) as answered;
    insert into supervision (id, version, number, task_id, task_force_code, about, domain, town_code, reason, commander_name, opened_at, opened_by,
      lifted_at, lifted_by, conclusion)
      select gen_random_uuid(), 1, '督20200215-' || lpad(n::text, 5, '0'), '${taskId}', ${told}, 'a', 'a', at, 'a', at, 'a', 'a'
      from generate_series(1, ${ROWS}) as n, lateral (select now() - n * interval '1 minute' as at) as _;
    update supervision set lifted_at = null, lifted_by = null, conclusion = null where number = '督20200215-00400';
    analyze;`);
  seen = statementsOf(booted);
}, 60_000);
afterAll(() => booted?.stop());

/** The plans of what a request asks of the documents, one text each. */
async function plansOf(query: string, asker: Asker): Promise<string[]> {
  seen.length = 0;
  const { errors } = await booted.ask(query, {}, asker);
  expect(errors).toBeUndefined();
  const selects = seen.filter(({ sql }) => /\b(urging_notice|supervision)\b/.test(sql));
  const plans: { 'QUERY PLAN': string }[][] = [];
  for (const { sql, parameters } of selects)
    plans.push(await booted.schema.db.source.query(`explain ${sql}`, parameters));
  return plans.map((lines) => lines.map((line) => line['QUERY PLAN']).join('\n'));
}

describe(`of ${ROWS} notices and as many supervisions`, () => {
  it.each([
    ['urgingNotices', '', commander, 'urging_notice_newest'],
    ['urgingNotices', '', testingLead, 'urging_notice_of_task_force'],
    ['urgingNotices', '', department, 'urging_notice_(of_town|newest)'],
    ['urgingNotices', '(filter: { taskForce: "TESTING" })', commander, 'urging_notice_of_task_force'],
    ['urgingNotices', '(filter: { answered: false })', commander, 'urging_notice_unanswered'],
    ['urgingNotices', '(filter: { answered: false })', testingLead, 'urging_notice_unanswered_of_task_force'],
    ['supervisions', '', commander, 'supervision_newest'],
    ['supervisions', '', testingLead, 'supervision_of_task_force'],
    ['supervisions', '', department, 'supervision_(of_town|newest)'],
  ] as [string, string, Asker, string][])(
    '%s%s are listed through an index (%#)',
    async (field, filter, asker, index) => {
      const plans = await plansOf(`{ ${field}${filter} { nodes { id } } }`, asker);
      expect(plans).toEqual([expect.stringMatching(new RegExp(`Index Scan.* using ${index} `))]);
      expect(plans.join('\n')).not.toMatch(/Seq Scan|Sort/);
    },
  );

  it.each([
    ['urgingNotices(filter: { toCentre: true })', 'urging_notice_of_task_force'],
    ['supervisions(filter: { open: true })', 'supervision_(one_)?open'],
  ])('%s, which are few, are put in order once an index has found them', async (field, index) => {
    const plans = await plansOf(`{ ${field} { nodes { id } } }`, commander);
    expect(plans).toEqual([expect.stringMatching(new RegExp(`Index Scan.* using ${index} `))]);
    expect(plans.join('\n')).not.toMatch(/Seq Scan/);
  });

  it.each([
    ['urgingNotices', 'urging_notice_of_task_force'],
    ['supervisions', 'supervision_of_task_force'],
  ])('%s of a task force are found through an index', async (field, index) => {
    const plans = await plansOf(`{ taskForce(code: "TESTING") { ${field} { nodes { id } } } }`, testingLead);
    expect(plans.join('\n')).toMatch(new RegExp(`Index (Only )?Scan using ${index} `));
    expect(plans.join('\n')).not.toMatch(/Seq Scan/);
  });
});
