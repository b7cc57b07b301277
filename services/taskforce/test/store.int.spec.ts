import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { cached } from '../src/task/domain/task.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { county } from './builders.ts';
import { putTask, withoutJobs } from './world.ts';

let stored: TestSchema;
beforeAll(async () => {
  stored = await freshSchema(withoutJobs);
});
afterAll(() => stored?.drop());

/** What would have to be done to the tables for the entities to fit. Constraints and indexes are hand-made, and no entity names them. */
async function drift(): Promise<string[]> {
  const { upQueries } = await stored.db.source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !/DROP (CONSTRAINT|INDEX)/.test(query));
}

describe('what is stored', () => {
  it('has the columns that the entities have', async () => {
    expect(await drift()).toEqual([]);
  });

  it.each([
    [
      'is missing',
      'rename column overdue to late',
      'rename column late to overdue',
      /RENAME COLUMN "late" TO "overdue"/,
    ],
    [
      'may be null',
      'alter column issue_number drop not null',
      'alter column issue_number set not null',
      /"issue_number" SET NOT NULL/,
    ],
    ['is of another type', 'alter column round type bigint', 'alter column round type int', /"round"/],
  ])('would be seen to differ where a column %s', async (_, spoil, mend, seen) => {
    await stored.db.source.query(`alter table task ${spoil}`);
    const found = await drift();
    await stored.db.source.query(`alter table task ${mend}`);
    expect(found.join('\n')).toMatch(seen);
    expect(await drift()).toEqual([]);
  });

  it('of a task comes back as it was put in, and its caches follow from its clocks', async () => {
    const put = await putTask(stored.db, { acceptedAt: county('2020-02-14 10:00:00.001') });
    const task = await stored.db.source.manager.findOneByOrFail(TaskTable, { id: put.id });
    expect(task).toEqual(put);
    expect(cached({ ...task, nextDueAt: null, overdue: true } as never)).toEqual(task);
  });

  it.each([
    ['status', `update task set status = 'LOST'`],
    ['domain', `update task set domain = 'WEATHER'`],
    ['task force', `update task set task_force_code = 'NOWHERE'`],
    ['acceptance', `update task set accepted_by = null`],
    ['closing', `update task set closed_at = now()`],
    ['a deadline after the end', `update task set status = 'CLOSED', closed_at = now(), closed_because = 'REOPENED'`],
    [
      'round',
      `insert into task select gen_random_uuid(), version, issue_id, issue_number, round, nature, domain, urgency, firm_credit_code,
       town_code, task_force_code, status, policy_version, solve_within, dispatched_at, accepted_at, accepted_by, solution_text,
       solution_measures, proposed_at, proposed_by, closed_at, closed_because, clocks, next_due_at, overdue from task`,
    ],
    ['time limit', `update sla_policy set solve_within = '1 day'`],
    ['second lead', `insert into member values ('TESTING', 'a', '甲', 'LEAD'), ('TESTING', 'b', '乙', 'LEAD')`],
    [
      'second notice of an ordinal',
      `insert into urging_notice select gen_random_uuid(), 1, '催20200215-000' || n, id, 'TESTING', 'SOLUTION', 1,
       now(), now() + interval '1 ms' from task, generate_series(1, 2) as n`,
    ],
  ])('is guarded by the database too: %s', async (_, sql) => {
    await expect(stored.db.source.query(sql)).rejects.toThrow(/violates (check|foreign key|unique)/);
  });
});
