import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { bootIntake, type TestIntake } from './intake.ts';
import { due, inWorkOf, onTimeOf } from './on-time.ts';
import { aLife, feb } from './task-life.ts';
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

const onTime = () => onTimeOf(intake);
const inWork = () => inWorkOf(intake, taskForces);
const ownDue = feb('15 05:00');

/** LABOUR goes on with it from 04:00 on, accepts at 05:00. */
async function transferred(order: (told: Told[]) => Told[] = (told) => told) {
  const { issueId, task } = await inWork();
  const next = aLife(issueId, 'LABOUR');
  const opened = next.opened(feb('14 04:00'), feb('14 06:00'), { predecessorId: task.taskId, firmDueAt: due });
  await taskForces.sayAndWait(...order([task.transferred(feb('14 04:00')), opened]));
  await taskForces.sayAndWait(next.accepted(feb('14 05:00'), ownDue));
  return { task, next };
}

describe('the on-time rate of a round that was transferred', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));

  it.each([
    [
      'by the first deadline is on time for the firm and for who solved it',
      feb('15 02:00'),
      { county: '1/1', LABOUR: '1/1' },
    ],
    [
      'after it is late for the firm, and on time for who had it late',
      feb('15 02:00:00.001'),
      { county: '0/1', LABOUR: '1/1' },
    ],
    ['after both is late for either', feb('15 05:00:00.001'), { county: '0/1', LABOUR: '0/1' }],
  ])('and solved %s', async (_, at, shares) => {
    const { next } = await transferred();
    await taskForces.sayAndWait(next.solved(at));
    expect(await onTime()).toEqual(shares);
  });

  it('is the same in whatever order it is told', async () => {
    const { next } = await transferred((told) => told.toReversed());
    await taskForces.sayAndWait(next.solved(feb('15 01:00')));
    expect(await onTime()).toEqual({ county: '1/1', LABOUR: '1/1' });
  });

  it('three times counts once', async () => {
    const { issueId, task } = await inWork();
    let last = task;
    for (const [hour, taskForce] of ['TESTING', 'LABOUR', 'FINANCE'].entries()) {
      const next = aLife(issueId, taskForce);
      const goesOn = { predecessorId: last.taskId, firmDueAt: due };
      await taskForces.sayAndWait(last.transferred(feb(`14 0${hour + 3}:00`)));
      await taskForces.sayAndWait(next.opened(feb(`14 0${hour + 3}:00`), feb('15 01:00'), goesOn));
      last = next;
    }
    await taskForces.sayAndWait(last.accepted(feb('14 07:00'), ownDue), last.solved(feb('15 02:00')));
    expect(await onTime()).toEqual({ county: '1/1', FINANCE: '1/1' });
  });

  it('and missed the first deadline is one failure for the firm, told by its own clock', async () => {
    const { next } = await transferred();
    await taskForces.sayAndWait(next.firmBreached(due), next.solved(feb('15 03:00')));
    expect(await onTime()).toEqual({ county: '0/1', LABOUR: '1/1' });
  });

  it('too late counts once for the firm, and against who had it then', async () => {
    const { issueId, task } = await inWork();
    const next = aLife(issueId, 'LABOUR');
    await taskForces.sayAndWait(task.breached(due), task.transferred(feb('15 03:00')));
    await taskForces.sayAndWait(
      next.opened(feb('15 03:00'), feb('15 05:00'), { predecessorId: task.taskId, firmDueAt: due }),
      next.accepted(feb('15 04:00'), feb('16 04:00')),
      next.solved(feb('15 06:00')),
    );
    expect(await onTime()).toEqual({ county: '0/1', MATERIALS: '0/1', LABOUR: '1/1' });
  });
});

describe('the on-time rate of a task that stood still', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));

  it('and was transferred counts for the firm by the deadline that it has then', async () => {
    const { issueId, task } = await inWork();
    const next = aLife(issueId, 'LABOUR');
    await taskForces.sayAndWait(task.suspended(feb('14 12:00')), task.transferred(feb('16 12:00')));
    await taskForces.sayAndWait(
      next.opened(feb('16 12:00'), feb('16 14:00'), { predecessorId: task.taskId, firmDueAt: feb('17 02:00') }),
      next.accepted(feb('16 13:00'), feb('17 13:00')),
      next.solved(feb('17 01:00')),
    );
    expect(await onTime()).toEqual({ county: '1/1', LABOUR: '1/1' });
  });

  it('and is solved without having gone on was in time', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.suspended(feb('14 12:00')), task.solved(feb('16 12:00')));
    expect(await onTime()).toEqual({ county: '1/1', MATERIALS: '1/1' });
  });
});

describe('the on-time rate of a task', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));

  it('whose solution was found ineffective counts the one that held', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.solved(feb('14 04:00')), task.rejected(feb('14 04:00'), feb('14 05:00')));
    expect(await onTime()).toEqual({ county: '0/1', MATERIALS: '0/1' });
    await taskForces.sayAndWait(task.solved(feb('15 02:00')));
    expect(await onTime()).toEqual({ county: '1/1', MATERIALS: '1/1' });
  });

  it('that was settled in time is on time, though it was told to be missed before that was heard', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.breached(due), task.solved(due));
    expect(await onTime()).toEqual({ county: '1/1', MATERIALS: '1/1' });
  });

  it('that stands still is not counted, and goes on to the deadline that it has then', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.suspended(feb('14 12:00')));
    expect(await onTime()).toEqual({ county: '0/0' });
    await taskForces.sayAndWait(task.resumed(feb('16 12:00'), feb('17 02:00')), task.solved(feb('17 02:00')));
    expect(await onTime()).toEqual({ county: '1/1', MATERIALS: '1/1' });
  });

  it('that was extended before it was due counts by the new deadline', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.extended(feb('15 01:00'), feb('16 02:00')), task.solved(feb('16 02:00')));
    expect(await onTime()).toEqual({ county: '1/1', MATERIALS: '1/1' });
  });

  it('that was returned is not counted; where its solution clock had run, the firm’s first deadline is', async () => {
    await intake.sql('truncate task_clock');
    const issueId = await intake.dispatched();
    const [task, next] = [aLife(issueId), aLife(issueId, 'LABOUR')];
    await taskForces.sayAndWait(
      task.opened(feb('14 01:00'), feb('14 01:30')),
      task.breached(feb('14 01:30'), 'ACCEPTANCE'),
      task.returned(feb('14 02:00')),
    );
    await taskForces.sayAndWait(
      next.opened(feb('14 02:30'), feb('14 04:30'), { predecessorId: task.taskId, firmDueAt: feb('15 01:30') }),
      next.accepted(feb('14 03:00'), feb('15 03:00')),
      next.solved(feb('15 02:00')),
    );
    expect(await onTime()).toEqual({ county: '0/1', LABOUR: '1/1' });
  });
});
