import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create } from '@qifutong/persistence/change';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { centreClocks, CentreClockTable } from '../src/centre/centre.table.ts';
import { cached } from '../src/centre/domain/centre-clock.ts';
import { aCentreClock } from './courses.ts';
import { tried } from './tried.ts';
import { withoutJobs } from './world.ts';

let stored: TestSchema;
beforeAll(async () => {
  stored = await freshSchema(withoutJobs);
  const centre = aCentreClock();
  await create(stored.db, centreClocks, { state: centre, events: [] }, centre.startedAt);
});
afterAll(() => stored?.drop());

const DISSOLVE = `update task_force set dissolved_at = now(), dissolved_by = 'a', dissolution_reason = '任务完成'`;
const CLOCK = `insert into centre_clock (id, version, issue_id, number, round, kind, started_at, clock, due_at, wake_at, missed, open, ordinal)
  select gen_random_uuid(), 0, issue_id, number, 2, kind, now(), clock, due_at, wake_at, missed, open`;

describe("what is stored of task forces and of the centre's clocks", () => {
  it('comes back as it was put in, and its caches follow from its clock', async () => {
    const put = aCentreClock();
    const found = await stored.db.source.manager.findOneByOrFail(CentreClockTable, { id: put.id });
    expect(found).toEqual(put);
    expect(cached({ ...found, dueAt: null, wakeAt: null, missed: null, open: null } as never)).toEqual(put);
  });

  it.each([
    ['a dissolution of COORDINATION', `${DISSOLVE} where code = 'COORDINATION'`, 'task_force_indispensable'],
    [
      'a dissolution by nobody',
      `${DISSOLVE} where code = 'TESTING'; update task_force set dissolved_by = null`,
      'task_force_check',
    ],
    ['a dissolution before the founding', `update task_force set dissolved_at = founded_at - interval '1 ms' where code = 'TESTING'`, 'task_force_check'], // prettier-ignore
    [
      'an unknown common issue',
      `update task_force set common_issue_id = gen_random_uuid()`,
      'task_force_common_issue_id_fkey',
    ],
    ['a code', `insert into department values ('Weather', '县气象局')`, 'department_code_check'],
    ['a member department', `insert into task_force_department values ('TESTING', 'NOWHERE')`, 'task_force_department_department_code_fkey'], // prettier-ignore
    ['a rule of no version', `update routing_rule set version = 9`, 'routing_rule_version_fkey'],
    ['the kind of a clock', `update centre_clock set kind = 'SOLUTION'`, 'centre_clock_kind_check'],
    ['the same clock twice', `${CLOCK}, ordinal from centre_clock`, 'centre_clock_issue_id_kind_ordinal_key'],
    ['an open clock that has ended', `update centre_clock set ended_at = now()`, 'centre_clock_ended'],
    ['an end before the start', `update centre_clock set open = false, wake_at = null, ended_at = started_at - interval '1 ms'`, 'centre_clock_ends_after_start'], // prettier-ignore
    [
      'a clock that has ended and wakes',
      `update centre_clock set open = false, ended_at = now()`,
      'centre_clock_asleep',
    ],
    [
      'a commander without a name',
      `insert into commander_on_duty values (now(), 'a', '', 'b')`,
      'commander_on_duty_name_check',
    ],
  ])('is guarded by the database too: %s', async (_, sql, by) => {
    await expect(tried(stored.db, sql)).rejects.toThrow(
      new RegExp(`violates (check|foreign key|unique) constraint "${by}`),
    );
  });

  it('lets a second clock of its kind be', async () => {
    await expect(tried(stored.db, `${CLOCK}, ordinal + 1 from centre_clock`)).rejects.toThrow('nothing was against it');
  });
});
