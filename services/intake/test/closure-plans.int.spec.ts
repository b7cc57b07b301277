import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { ClosingService } from '../src/closure/closing.service.ts';
import { ClosureQueries } from '../src/closure/closure.queries.ts';
import { ClosureService } from '../src/closure/closure.service.ts';
import { FigureQueries } from '../src/figures/figures.queries.ts';
import { FiguresService } from '../src/figures/figures.service.ts';
import { TaskClockService } from '../src/figures/task-clock.service.ts';
import type { TaskClock } from '../src/figures/task-clock.table.ts';
import { OverviewQueries } from '../src/overview/overview.queries.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { fill } from './many.ts';
import { planOf, statementsOf } from './statements.ts';

const DAY = '2020-02-14';
const DUE = '2020-02-16T04:00:00Z';
const clock = fixedClock('2020-02-13T16:00:00Z');
const commander: Viewer = { sub: 'c', name: '指挥长', roles: ['COMMANDER'], taskForce: null, firm: null, town: null };

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  await fill(intake, 46_958, 40_000);
  await intake.sql(
    `insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
     select gen_random_uuid(), id, channel, '口罩不够', 'operator-1', registered_at, registered_at from issue`,
  );
  await intake.sql(
    `insert into callback (id, issue_id, round, outcome, called_at, called_by)
     select gen_random_uuid(), id, 1, 'SETTLED', registered_at, 'operator-2' from issue where status = 'WRITTEN_OFF'`,
  );
  await intake.sql(
    `insert into call_tally (day, channel, town_code, calls) select date '2019-02-14' + n, 'PUBLIC_OPINION', code, 3 from generate_series(1, 365) n, town`,
  );
  clock.set('2020-02-15T04:00:00Z');
  await intake.service.app.get(ClosingService).closeEndedDays();
  await intake.sql('vacuum (analyze)');
}, 120_000);
afterAll(() => intake.stop());

/** Small ones, which are read as a whole whatever their index. */
const SMALL = [
  'town',
  'daily_closure',
  'daily_closure_line',
  'daily_closure_stock',
  'daily_closure_addendum',
  'task_clock',
  'call',
];

async function read(work: () => Promise<unknown>): Promise<{ indexes: string[]; whole: string[] }> {
  const { source } = intake.service.db;
  const statements = (await statementsOf(source, work)).filter(({ sql }) => /^(select|with)\b/i.test(sql));
  const plans = await Promise.all(statements.map((statement) => planOf(source, statement)));
  const whole = plans.flatMap((plan) => plan.whole).filter((table) => !SMALL.includes(table));
  return { indexes: plans.flatMap(({ indexes }) => indexes), whole };
}

describe('among 40,000 issues and 46,958 firms', () => {
  it('the list of issues that a day carried over goes by its key, page by page', async () => {
    const queries = intake.service.app.get(ClosureQueries);
    const found = await read(async () => {
      const { pageInfo } = await queries.carriedOver(DAY, { first: 20, after: null });
      await queries.carriedOver(DAY, { first: 20, after: pageInfo.endCursor });
    });
    expect(found).toEqual({ indexes: ['daily_closure_carried_pkey', 'daily_closure_carried_pkey'], whole: [] });
  });

  it('the overview of the county reads indexes', async () => {
    const { indexes, whole } = await read(() => intake.service.app.get(OverviewQueries).counts());
    expect(whole).toEqual([]);
    expect(indexes).toEqual(
      expect.arrayContaining(['firm_town', 'issue_open_by_town', 'report_booked', 'issue_move_booked']),
    );
  });

  it('the figures of a day read indexes', async () => {
    const asked = { from: '2020-02-15', to: '2020-02-15', by: 'TOWN', filter: null } as const;
    const { indexes, whole } = await read(() => intake.service.app.get(FiguresService).of(commander, asked));
    expect(whole).toEqual([]);
    expect(indexes).toEqual(
      expect.arrayContaining([
        'callback_booked',
        'report_booked',
        'issue_newest',
        'issue_open_by_town',
        'call_tally_of',
      ]),
    );
  });

  it("today's account reads indexes", async () => {
    const { whole } = await read(() => intake.service.app.get(ClosureService).ofDay('2020-02-15'));
    expect(whole).toEqual([]);
  });
});

describe('among 80,000 clocks', () => {
  beforeAll(async () => {
    await intake.sql(
      `insert into task_clock (task_id, kind, issue_id, task_force, town_code, channel, due_at, handed_over_at)
       select gen_random_uuid(), kind, id, 'LABOUR', town_code, channel, registered_at + interval '1 day', case when kind = 'FIRM' then registered_at end
       from issue, unnest(array['SOLUTION', 'FIRM']) as kind`,
    );
    await intake.sql('vacuum (analyze) task_clock');
  });

  it('the on-time rate looks up the moves of those that nobody has, by the issue', async () => {
    const asked = { from: '2020-02-15', to: '2020-02-15', by: 'TOWN', townCode: null, channel: null, taskForce: null } as const; // prettier-ignore
    const { indexes } = await read(() => intake.service.app.get(FigureQueries).clocks(asked, new Date(DUE)));
    expect(indexes).toContain('issue_move_of_issue');
  });

  it('whatever is told of the firm’s own goes by the task, or by its deadline', async () => {
    const { db, app } = intake.service;
    const clocks = app.get(TaskClockService);
    const [told] = await intake.sql<TaskClock>(
      `select task_id as "taskId", issue_id as "issueId", task_force as "taskForce", due_at as "dueAt" from task_clock where kind = 'FIRM' limit 1`,
    );
    const { dueAt, ...task } = told!;
    const next = { ...task, taskId: uuidv7(), predecessorId: task.taskId, firmDueAt: dueAt, acceptanceDueAt: dueAt };
    const statements = await statementsOf(db.source, () =>
      db.transaction(async (tx) => {
        await clocks.open(tx, next);
        await clocks.giveBack(tx, { ...task, firmDueAt: dueAt }, dueAt);
        await clocks.missOfFirm(tx, task, dueAt);
      }),
    );
    const ofClocks = statements.filter(({ sql }) => sql.includes('task_clock'));
    const plans = await Promise.all(ofClocks.map((statement) => planOf(db.source, statement)));
    expect(plans.flatMap(({ whole }) => whole)).toEqual([]);
    expect(new Set(plans.flatMap(({ indexes }) => indexes))).toEqual(
      new Set(['task_clock_pkey', 'task_clock_due', 'issue_pkey']),
    );
  });
});
