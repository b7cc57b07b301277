import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { bootIntake, type TestIntake } from './intake.ts';
import { deciding } from './deciding.ts';
import { anOpenedTask, aTask, solve, taskForcesOf, type TaskForces } from './task-events.ts';

let intake: TestIntake;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake();
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const rowOf = async (id: string) => (await intake.sql<object>('select * from issue where id = $1', [id]))[0];
const setAside = () =>
  intake.sql<{ reason: string; error: string; type: string }>(
    `select reason, error, event->>'type' as type from dead_letter order by dead_letter.id`,
  );

describe("the task forces' events", () => {
  it('delivered five times have one effect', async () => {
    const id = await intake.dispatched();
    const { accepted, solved } = aTask(id);
    await taskForces.sayAndWait(accepted);
    const working = await rowOf(id);
    await taskForces.say(accepted, accepted, accepted, accepted);
    await taskForces.sayAndWait(aTask(await intake.dispatched()).accepted);
    expect(await rowOf(id)).toEqual(working);

    await taskForces.sayAndWait(solved, solved, solved, solved, solved);
    const done = await rowOf(id);
    await taskForces.sayAndWait(aTask(await intake.dispatched()).accepted);
    expect([done, await setAside()]).toEqual([await rowOf(id), []]);
    expect(done).toMatchObject({ status: 'SOLVED', round: 1 });
  });

  it('delivered in the wrong order end right', async () => {
    const id = await intake.dispatched();
    const { accepted, solved } = aTask(id);
    await taskForces.say(solved, accepted);
    await eventually(
      () => intake.issue(id),
      (issue) => issue?.status === 'SOLVED',
    );
    expect(await setAside()).toEqual([]);
  });

  it('of an old round change nothing, in whatever state the new one is', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED' });
    const reopened = await rowOf(id);
    await solve(taskForces, id, 1);
    expect(await rowOf(id)).toEqual(reopened);

    await intake.dispatch(id);
    const dispatched = await rowOf(id);
    await solve(taskForces, id, 1);
    expect(await rowOf(id)).toEqual(dispatched);
    expect(dispatched).toMatchObject({ status: 'DISPATCHED', round: 2 });
    expect(await setAside()).toEqual([]);
  });

  it('that the state forbids are set aside with the reason, and those of other tasks go on', async () => {
    const [early, other] = [await intake.registered(), await intake.dispatched()];
    const { number } = (await intake.issue(early))!;
    await taskForces.sayAndWait(aTask(early).accepted, aTask(other).accepted);
    expect(await intake.issue(early)).toMatchObject({ status: 'REGISTERED' });
    expect(await intake.issue(other)).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await setAside()).toEqual([
      {
        reason: 'PERMANENT',
        type: 'taskforce.task.accepted.v1',
        error: `问题 ${number} 处于 REGISTERED 状态,不能执行 startWork`,
      },
    ]);
  });
});

describe('who has an issue', () => {
  const handOf = async (id: string) => {
    const { status, taskForce, round } = await deciding(intake).follow(id);
    return [status, round, taskForce?.code ?? null];
  };

  it('is known from the opening of its task, through a transfer, to the solution, and is told in its timeline', async () => {
    const id = await intake.dispatched();
    const [first, second] = [anOpenedTask(id), anOpenedTask(id, { taskForce: 'LOGISTICS' })];
    await taskForces.sayAndWait(first.opened);
    expect(await handOf(id)).toEqual(['DISPATCHED', 1, 'MATERIALS']);
    await taskForces.sayAndWait(first.accepted);
    expect(await handOf(id)).toEqual(['IN_PROGRESS', 1, 'MATERIALS']);
    await taskForces.sayAndWait(second.opened, second.accepted);
    expect(await handOf(id)).toEqual(['IN_PROGRESS', 1, 'LOGISTICS']);
    await taskForces.sayAndWait(second.solved);
    expect(await handOf(id)).toEqual(['SOLVED', 1, 'LOGISTICS']);
    const { moves, callbackDueAt } = await deciding(intake).follow(id);
    expect(callbackDueAt).toBe('2020-02-16T02:00:00.000Z');
    expect(moves.map(({ to, toTaskForce }) => [to, (toTaskForce as { code: string } | null)?.code ?? null])).toEqual([
      ['REGISTERED', null],
      ['DISPATCHED', null],
      ['DISPATCHED', 'MATERIALS'],
      ['IN_PROGRESS', 'MATERIALS'],
      ['IN_PROGRESS', 'LOGISTICS'],
      ['SOLVED', 'LOGISTICS'],
    ]);
    expect(await setAside()).toHaveLength(1);
  });

  it('is nobody once the task is cancelled, unless another was opened', async () => {
    const [id, other] = [await intake.dispatched(), await intake.dispatched()];
    const [one, first, second] = [anOpenedTask(id), anOpenedTask(other), anOpenedTask(other)];
    await taskForces.sayAndWait(one.opened, one.cancelled(2), first.opened, second.opened, first.cancelled(2));
    expect([await handOf(id), await handOf(other)]).toEqual([
      ['DISPATCHED', 1, null],
      ['DISPATCHED', 1, 'MATERIALS'],
    ]);
  });

  it('is forgotten with the round, and what is still told of the old one changes nothing', async () => {
    const id = await intake.dispatched();
    const task = anOpenedTask(id);
    await taskForces.sayAndWait(task.opened, task.accepted, task.solved);
    await intake.callBack(id, { outcome: 'NOT_SETTLED' });
    await taskForces.sayAndWait(task.cancelled(4));
    expect(await handOf(id)).toEqual(['REOPENED', 2, null]);
  });

  it('is not told by the cancelled task of an issue that was merged, or that became a member of a common issue', async () => {
    const [merged, into, member] = [await intake.dispatched(), await intake.registered(), await intake.dispatched()];
    const [one, other] = [anOpenedTask(merged), anOpenedTask(member)];
    await taskForces.sayAndWait(one.opened, other.opened);
    await deciding(intake).merge(merged, into);
    const common = '01900000-0000-7000-8000-0000000000d2';
    await intake.sql(
      `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by, confirmed_at)
       values ($1, 1, '共20200214-0002', 'CONFIRMED', '缺口罩', 'MATERIALS', 'NORMAL', 'ANALYST', '{}', false, now(), 'analyst-1', now())`,
      [common],
    );
    await intake.sql(`update issue set common_issue_id = $1, task_force = 'EPIDEMIC_PREVENTION' where id = $2`, [
      common,
      member,
    ]);
    const before = await setAside();
    await taskForces.sayAndWait(one.accepted, one.cancelled(3), other.accepted, other.solved, other.cancelled(4));
    expect([await handOf(merged), await handOf(member), await setAside()]).toEqual([
      ['MERGED', 1, 'MATERIALS'],
      ['DISPATCHED', 1, 'EPIDEMIC_PREVENTION'],
      before,
    ]);
  });
});
