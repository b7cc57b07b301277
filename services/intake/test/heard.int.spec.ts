import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { bootIntake, type TestIntake } from './intake.ts';
import { aTask, solve, taskForcesOf, type TaskForces } from './task-events.ts';

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
