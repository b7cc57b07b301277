import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { IssueService } from '../src/issue/issue.service.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { caller } from './people.ts';
import { aCommonLife, aLife, feb } from './task-life.ts';
import { taskForcesOf, type TaskForces, type Told } from './task-events.ts';

const clock = fixedClock('2020-02-14T01:00:00Z');
let intake: TestIntake;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const setAside = () => intake.sql<object>('select * from dead_letter');
const rowOf = async (id: string) => {
  const rows = await intake.sql<{ status: string; solved_at: Date | null; callback_due_at: Date | null }>(
    'select status, solved_at, callback_due_at from issue where id = $1',
    [id],
  );
  return rows[0]!;
};
/** As after a loss of the inbox: what was heard is heard once more. */
const again = async (...events: readonly Told[]) => {
  await intake.sql('delete from inbox');
  await taskForces.sayAndWait(...events);
};

/** Whom to call back, as an operator sees it who had no hand in it. */
async function toCallBack(): Promise<string[]> {
  const asked = '{ callbacks: callbacksDue(first: 100) { nodes { id } } }';
  const { callbacks } = await intake.get<{ callbacks: { nodes: { id: string }[] } }>(
    asked,
    {},
    { ...caller, sub: 'operator-9' },
  );
  return callbacks.nodes.map(({ id }) => id);
}

async function solvedOnce() {
  const id = await intake.dispatched();
  const task = aLife(id);
  const events = [
    task.opened(feb('14 01:00'), feb('14 03:00')),
    task.accepted(feb('14 02:00'), feb('15 02:00')),
    task.solved(feb('14 05:00')),
  ] as const;
  await taskForces.sayAndWait(...events);
  return { id, task, events };
}

describe('a solution that was found ineffective', () => {
  it('brings the issue back into work and out of the list of callbacks, until there is another', async () => {
    const { id, task } = await solvedOnce();
    expect(await toCallBack()).toContain(id);
    await taskForces.sayAndWait(task.rejected(feb('14 05:00'), feb('14 06:00')));
    expect(await rowOf(id)).toEqual({ status: 'IN_PROGRESS', solved_at: null, callback_due_at: null });
    expect(await toCallBack()).not.toContain(id);
    await taskForces.sayAndWait(task.solved(feb('14 07:00')));
    expect(await rowOf(id)).toEqual({
      status: 'SOLVED',
      solved_at: new Date(feb('14 07:00')),
      callback_due_at: new Date(feb('15 07:00')),
    });
    expect(await setAside()).toEqual([]);
  });

  it('heard again, with all that came before, undoes no newer one', async () => {
    const { id, task, events } = await solvedOnce();
    const rejected = task.rejected(feb('14 05:00'), feb('14 06:00'));
    const second = task.solved(feb('14 07:00'));
    await taskForces.sayAndWait(rejected, second);
    const before = await rowOf(id);
    await again(...events, rejected, second);
    expect([await rowOf(id), await setAside()]).toEqual([before, []]);
  });

  it('heard after the task of another task force was opened, accepted and solved changes nothing more', async () => {
    const { id, task } = await solvedOnce();
    const rejected = task.rejected(feb('14 05:00'), feb('14 06:00'));
    const transferred = task.transferred(feb('14 06:30'));
    const next = aLife(id, 'LABOUR');
    const goesOn = { predecessorId: task.taskId, firmDueAt: feb('15 02:00') };
    await taskForces.sayAndWait(next.opened(feb('14 06:30'), feb('14 08:30'), goesOn));
    expect((await rowOf(id)).status).toBe('IN_PROGRESS');
    await taskForces.sayAndWait(next.accepted(feb('14 07:00'), feb('15 07:00')), next.solved(feb('14 08:00')));
    await taskForces.sayAndWait(rejected, transferred);
    expect(await rowOf(id)).toMatchObject({ status: 'SOLVED', solved_at: new Date(feb('14 08:00')) });
    expect(await setAside()).toEqual([]);
  });

  it.each([
    ['written off', 'SETTLED', 'WRITTEN_OFF'],
    ['reopened', 'NOT_SETTLED', 'REOPENED'],
  ] as const)('leaves an issue as it is that was called back and %s meanwhile', async (_, outcome, status) => {
    const { id, task } = await solvedOnce();
    await intake.callBack(id, { outcome });
    await taskForces.sayAndWait(task.rejected(feb('14 05:00'), feb('14 06:00')));
    expect([(await rowOf(id)).status, await setAside()]).toEqual([status, []]);
  });

  it('and a callback at the same time: one of them decides, and the issue is called back for a solution that holds', async () => {
    const { id } = await solvedOnce();
    const { app, db } = intake.service;
    const told = { issueId: id, round: 1, solvedAt: new Date(feb('14 05:00')), by: 'analyst-1' };
    const rejecting = db.transaction((tx) => app.get(IssueService).findIneffective(tx, told));
    const calling = intake.callBack(id, { outcome: 'SETTLED' }).catch(() => 'refused');
    await Promise.all([rejecting, calling]);
    expect(['WRITTEN_OFF', 'IN_PROGRESS']).toContain((await rowOf(id)).status);
  });

  it('of a common issue is no solution of it any more', async () => {
    const id = uuidv7();
    await intake.sql(
      `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by, confirmed_at, confirmed_by, dispatched_at)
       values ($1, 1, '共20200214-0009', 'DISPATCHED', '缺口罩', 'MATERIALS', 'NORMAL', 'ANALYST', '{}', false, now(), 'analyst-1', now(), 'analyst-1', now())`,
      [id],
    );
    const solvedAt = async () =>
      (await intake.sql<{ solved_at: Date | null }>('select solved_at from common_issue where id = $1', [id]))[0]!
        .solved_at;
    const common = aCommonLife(id);
    const first = common.solved(feb('14 05:00'), 2);
    await taskForces.sayAndWait(common.opened, first);
    expect(await solvedAt()).toEqual(new Date(feb('14 05:00')));
    const rejected = common.rejected(feb('14 05:00'), 3);
    await taskForces.sayAndWait(rejected);
    expect(await solvedAt()).toBeNull();
    const second = common.solved(feb('14 07:00'), 4);
    await taskForces.sayAndWait(second);
    await again(common.opened, first, rejected, second);
    expect([await solvedAt(), await setAside()]).toEqual([new Date(feb('14 07:00')), []]);
  });
});

describe('a task that was returned', () => {
  it('leaves the issue in nobody’s hands, until it is dispatched anew', async () => {
    const id = await intake.dispatched();
    const hand = async () =>
      (await intake.sql<object>('select status, task_force as "taskForce" from issue where id = $1', [id]))[0];
    const [task, next] = [aLife(id), aLife(id, 'LABOUR')];
    await taskForces.sayAndWait(task.opened(feb('14 01:00'), feb('14 03:00')), task.returned(feb('14 02:00')));
    expect(await hand()).toEqual({ status: 'DISPATCHED', taskForce: null });
    await taskForces.sayAndWait(next.opened(feb('14 02:30'), feb('14 04:30'), { predecessorId: task.taskId }));
    expect(await hand()).toEqual({ status: 'DISPATCHED', taskForce: 'LABOUR' });
    await taskForces.sayAndWait(next.accepted(feb('14 03:00'), feb('15 03:00')));
    expect(await hand()).toEqual({ status: 'IN_PROGRESS', taskForce: 'LABOUR' });
  });
});
