import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { cached } from '../src/task/domain/task.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { county } from './builders.ts';
import { tried } from './tried.ts';
import { putTask, withoutJobs } from './world.ts';

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const TASK_COLUMNS = Object.keys(TaskTable.options.columns)
  .filter((name) => name !== 'id')
  .map(snake);

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

const CANCEL = `update task set status = 'CANCELLED', cancelled_at = now(), cancelled_because = 'MERGED', next_due_at = null, wake_at = null`;
const COMMON = `update task set issue_id = null, common_issue_id = gen_random_uuid(), number = '共20200214-0001', nature = 'COMMON'`;
const OPENED_AGAIN = {
  dispatched_at: "dispatched_at - interval '1 ms'",
  status: `'CLOSED'`,
  closed_at: 'now()',
  closed_because: `'REOPENED'`,
  cancelled_at: 'null',
  cancelled_because: 'null',
};
const SETTLE = `update task set status = 'SOLUTION_PROPOSED', proposed_at = now(), guidance_id = gen_random_uuid(), guidance_version = 1, next_due_at = null, wake_at = null`;

const NOTICE = `insert into urging_notice (id, version, number, task_id, task_force_code, about, domain, clock, ordinal, due_at, issued_at)
  select gen_random_uuid(), 1, '催20200215-0001', id, task_force_code, number, domain, 'SOLUTION', 1, now(), now() + interval '1 ms' from task`;
const BY_HAND = `update urging_notice set clock = null, ordinal = null, due_at = null, urged_by = 'a', reason = '急'`;
const SUPERVISED = `insert into supervision (id, version, number, task_id, task_force_code, about, domain, reason, commander, commander_name, opened_at, opened_by)
  select gen_random_uuid(), 1, '督20200215-0001', id, task_force_code, number, domain, '急', 'a', '甲', now(), 'a' from task`;
const LIFT = `update supervision set lifted_at = now(), lifted_by = 'a', conclusion = '办妥'`;

/** Stores each task once more under another id, with these columns as they are given. */
function copied(given: Record<string, string>): string {
  const columns = TASK_COLUMNS.map((column) => given[column] ?? column).join(', ');
  return `insert into task (id, ${TASK_COLUMNS.join(', ')}) select gen_random_uuid(), ${columns} from task`;
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
    ['may be null', 'alter column number drop not null', 'alter column number set not null', /"number" SET NOT NULL/],
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
    expect(
      cached({ ...task, nextDueAt: null, wakeAt: null, overdue: true, acceptMissed: true, timesUrged: 9 } as never),
    ).toEqual(task);
  });

  it.each([
    ['status', `update task set status = 'LOST'`],
    ['domain', `update task set domain = 'WEATHER'`],
    ['task force', `update task set task_force_code = 'NOWHERE'`],
    ['acceptance', `update task set accepted_by = null`],
    ['closing', `update task set closed_at = now()`],
    [
      'a deadline after the end',
      `update task set status = 'CLOSED', closed_at = now(), closed_because = 'REOPENED', wake_at = null`,
    ],
    [
      'something to be done after the end',
      `update task set status = 'CLOSED', closed_at = now(), closed_because = 'REOPENED', next_due_at = null`,
      'task_asleep',
    ],
    ['a second task of the round', copied({ dispatched_at: "dispatched_at - interval '1 ms'" }), 'task_one_of_round'],
    ['a second task of the dispatch', `${CANCEL}; ${copied({})}`, 'task_one_of_dispatch'],
    [
      'a second task of the common issue',
      `${COMMON}; ${copied({ dispatched_at: "dispatched_at - interval '1 ms'" })}`,
      'task_one_of_common_issue',
    ],
    [
      'a task about nothing',
      `update task set issue_id = null, number = '共20200214-0001', nature = 'COMMON'`,
      'task_about',
    ],
    ['the nature of a common task', `${COMMON}; update task set nature = 'INDIVIDUAL'`, 'task_about'],
    ['the number of a common task', `${COMMON}; update task set number = '20200214-0001'`, 'task_number_check'],
    ['the number of a task', `update task set number = '共20200214-0001'`, 'task_number_check'],
    ['a common issue without a reason', `update task set common_issue_id = gen_random_uuid()`, 'task_about'],
    [
      'a reason without its common issue',
      `${CANCEL}; update task set cancelled_because = 'COMMON_ISSUE'`,
      'task_about',
    ],
    ['a reason that is none', `${CANCEL}; update task set cancelled_because = 'LOST'`, 'task_cancelled_because_check'],
    ['cancelling without an instant', `${CANCEL}; update task set cancelled_at = null`, 'task_cancelled'],
    [
      'cancelling without the state',
      `update task set cancelled_at = now(), cancelled_because = 'MERGED'`,
      'task_cancelled',
    ],
    ['a guidance without its version', `${SETTLE}; update task set guidance_version = null`, 'task_guided'],
    ['a version of a guidance', `${SETTLE}; update task set guidance_version = 0`, 'task_guidance_version_check'],
    ['a batch without its guidance', `update task set batch_id = gen_random_uuid()`, 'task_guided'],
    ['two solutions', `${SETTLE}; update task set solution_text = '办妥', proposed_by = 'a'`, 'task_solved'],
    [
      'a solution without an instant',
      `${SETTLE}; update task set status = 'ACCEPTED', proposed_at = null`,
      'task_solved',
    ],
    ['a solution of nobody', `update task set solution_text = '办妥', proposed_at = now()`, 'task_solved'],
    ['who solved nothing', `update task set proposed_by = 'a'`, 'task_solved'],
    [
      'work that nobody accepted',
      `update task set status = 'ACCEPTED', accepted_at = null, accepted_by = null`,
      'task_worked_on',
    ],
    [
      'a solution before acceptance',
      `update task set status = 'SOLUTION_PROPOSED', accepted_at = null, accepted_by = null, solution_text = '办妥',
       proposed_at = now(), proposed_by = 'a', next_due_at = null, wake_at = null`,
      'task_worked_on',
    ],
    ['a time limit of no kind', `update sla_policy set solve_within = '{"days": 1}'`, 'sla_policy_solve_within_check'],
    [
      'a time limit of an unknown kind',
      `update task set solve_within = '{"kind": "MONTHS"}'`,
      'task_solve_within_check',
    ],
    ['second lead', `insert into member values ('TESTING', 'a', '甲', 'LEAD'), ('TESTING', 'b', '乙', 'LEAD')`],
    ['second notice of an ordinal', `${NOTICE}; ${NOTICE.replace('0001', '0002')}`, 'urging_notice_once'],
    ['a second notice of a number', `${NOTICE}; ${NOTICE.replace(', 1, now', ', 2, now')}`, 'urging_notice_number_key'],
    ['a notice to nobody', `${NOTICE}; update urging_notice set task_id = null`, 'urging_notice_addressee'],
    ['a notice of no cause', `${NOTICE}; update urging_notice set clock = null`, 'urging_notice_cause'],
    ['a notice by hand without why', `${NOTICE}; ${BY_HAND.replace(`'急'`, 'null')}`, 'urging_notice_cause'],
    ['a notice before its deadline', `${NOTICE}; update urging_notice set due_at = issued_at`, 'urging_notice_cause'],
    [
      'a commander who is addressed for a task force',
      `${NOTICE}; update urging_notice set commander_name = '甲'`,
      'urging_notice_commander',
    ],
    [
      'a reply that nobody acknowledged',
      `${NOTICE}; update urging_notice set replied_at = issued_at, replied_by = 'a', reply_reason = '缺料', promised_at = now()`,
      'urging_notice_replied',
    ],
    [
      'a reply without a promise',
      `${NOTICE}; update urging_notice set acknowledged_at = issued_at, acknowledged_by = 'a', replied_at = issued_at, replied_by = 'a', reply_reason = '缺料'`,
      'urging_notice_replied',
    ],
    [
      'an acknowledgement before the issue',
      `${NOTICE}; update urging_notice set acknowledged_at = issued_at - interval '1 ms', acknowledged_by = 'a'`,
      'urging_notice_check',
    ],
    [
      'an acknowledgement of nobody',
      `${NOTICE}; update urging_notice set acknowledged_at = issued_at`,
      'urging_notice_acknowledged',
    ],
    ['two supervisions at a time', `${SUPERVISED}; ${SUPERVISED.replace('0001', '0002')}`, 'supervision_one_open'],
    ['a supervision for no reason', `${SUPERVISED}; update supervision set opened_by = null`, 'supervision_check2'],
    [
      'a supervision that nobody lifted',
      `${SUPERVISED}; update supervision set lifted_at = now()`,
      'supervision_check4',
    ],
    ['the number of a supervision', SUPERVISED.replace('督', '催'), 'supervision_number_check'],
    [
      'supervising after no notice',
      'update sla_policy_version set supervise_at = 0',
      'sla_policy_version_supervise_at_check',
    ],
  ] as [string, string, string?][])('is guarded by the database too: %s', async (_, sql, by = '') => {
    await expect(tried(stored.db, sql)).rejects.toThrow(
      new RegExp(`violates (check|foreign key|unique) constraint .*${by}"`),
    );
  });

  it.each([
    ['cancelled', CANCEL],
    ['of a common issue', COMMON],
    ['settled by a guidance', SETTLE],
    ['urged by the clock', NOTICE],
    ['urged by hand', `${NOTICE}; ${BY_HAND}`],
    ['supervised again, once it was lifted', `${SUPERVISED}; ${LIFT}; ${SUPERVISED.replace('0001', '0002')}`],
    ['dispatched anew once it was cancelled', `${CANCEL}; ${copied(OPENED_AGAIN)}`],
  ])('of a task may be that it is %s', async (_, sql) => {
    await expect(tried(stored.db, sql)).rejects.toThrow('nothing was against it');
  });
});
