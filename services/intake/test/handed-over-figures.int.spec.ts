import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { TaskClockService } from '../src/figures/task-clock.service.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { due, inWorkOf, onTimeOf } from './on-time.ts';
import { aCommonLife, aLife, feb } from './task-life.ts';
import { taskForcesOf, type TaskForces, type Told } from './task-events.ts';

const clock = fixedClock('2020-02-14T01:00:00Z');
let intake: TestIntake;
let taskForces: TaskForces;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  taskForces = await taskForcesOf(intake);
  common = commonIssuesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const onTime = () => onTimeOf(intake);
const inWork = (solutionDueAt?: string) => inWorkOf(intake, taskForces, solutionDueAt);
/** What becomes of the issue, as its moves are kept. */
const moved = (issueId: string, status: string, at: string, from: string | null = null) =>
  intake.sql(
    `insert into issue_move (issue_id, moved_at, booked_on, from_status, to_status, channel) select id, $2, '2020-02-15', $4, $3, channel from issue where id = $1`,
    [issueId, at, status, from],
  );

describe('the on-time rate of a round whose firm has a clock, and whose task nobody has', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));
  const [taken, again] = [feb('14 12:00'), feb('14 18:00')];

  async function member() {
    const { issueId, task } = await inWork();
    await taskForces.sayAndWait(task.takenIn(taken, { firmDueAt: due }));
    return { issueId, task };
  }
  it.each([
    ['settled at the very deadline', 'SOLVED', due, '1/1'],
    ['settled 1 ms later', 'SOLVED', feb('15 02:00:00.001'), '0/1'],
    ['merged at the deadline', 'MERGED', due, '0/0'],
    ['merged 1 ms later', 'MERGED', feb('15 02:00:00.001'), '0/1'],
    ['rejected before', 'REJECTED', feb('15 01:00'), '0/0'],
  ])('and which is %s as a member of a common issue is judged by that', async (_, status, at, county) => {
    const { issueId, task } = await member();
    await moved(issueId, status, at);
    expect(await onTime()).toEqual({ county });
    // that it was noticed to be missed before that was heard tells nothing
    await taskForces.sayAndWait(task.firmBreached(due));
    expect(await onTime()).toEqual({ county });
  });

  it.each([
    ['whose solution is found ineffective', ['SOLVED', 'IN_PROGRESS'], '0/1'],
    ['whose solution is found ineffective, and which is solved again', ['SOLVED', 'IN_PROGRESS', 'SOLVED'], '1/1'],
    [
      'that is merged and taken out, and whose solution does not hold',
      ['SOLVED', 'MERGED', 'SOLVED', 'DISPATCHED'],
      '0/1',
    ],
    ['whose solution does not hold, and which is merged', ['SOLVED', 'IN_PROGRESS', 'MERGED'], '0/0'],
    [
      'that is reopened after its solution, and whose next does not hold',
      ['SOLVED', 'REOPENED', 'SOLVED', 'IN_PROGRESS'],
      '1/1',
    ],
  ])('and is that of a member %s', async (_, statuses, county) => {
    const { issueId } = await member();
    for (const [i, status] of statuses.entries())
      await moved(issueId, status, feb(`14 1${i + 3}:00`), statuses[i - 1] ?? 'IN_PROGRESS');
    expect(await onTime()).toEqual({ county });
  });

  it('is not judged by what solved it before, in the round that was reopened', async () => {
    const { issueId } = await member();
    await moved(issueId, 'SOLVED', feb('14 11:00'));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('and is settled by nobody is a failure of nobody but the county', async () => {
    const { task } = await member();
    expect(await onTime()).toEqual({ county: '0/1' });
    await taskForces.sayAndWait(task.firmBreached(due));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it.each([
    ['in the order in which it happened', (told: Told[]) => told],
    ['the other way round', (told: Told[]) => told.toReversed()],
  ])('counts once when it was taken out, dispatched anew and solved, told %s', async (_, order) => {
    const { issueId, task } = await inWork();
    const next = aLife(issueId, 'LABOUR');
    const goesOn = { predecessorId: task.taskId, firmDueAt: due };
    const told = [task.takenIn(taken, { firmDueAt: due }), next.opened(again, feb('14 20:00'), goesOn)];
    await taskForces.sayAndWait(...order(told));
    await taskForces.sayAndWait(next.accepted(feb('14 19:00'), feb('15 19:00')));
    await taskForces.sayAndWait(next.solved(feb('15 02:00')));
    expect(await onTime()).toEqual({ county: '1/1', LABOUR: '1/1' });
  });

  it('keeps what its own task force had missed before', async () => {
    const { task } = await inWork();
    await taskForces.sayAndWait(task.breached(due), task.takenIn(feb('15 03:00')));
    expect(await onTime()).toEqual({ county: '0/1', MATERIALS: '0/1' });
  });

  it('is known of a returned task too, of which only a missed acceptance had started it', async () => {
    await intake.sql('truncate task_clock');
    const issueId = await intake.dispatched();
    const [task, next] = [aLife(issueId), aLife(issueId, 'LABOUR')];
    await taskForces.sayAndWait(
      task.opened(feb('14 01:00'), feb('14 01:30')),
      task.breached(feb('14 01:30'), 'ACCEPTANCE'),
      task.returned(feb('14 02:00'), { firmDueAt: feb('15 01:30') }),
    );
    expect(await onTime()).toEqual({ county: '0/1' });
    await taskForces.sayAndWait(task.firmBreached(feb('15 01:30')));
    await taskForces.sayAndWait(
      next.opened(feb('15 02:00'), feb('15 04:00'), { predecessorId: task.taskId, firmDueAt: feb('15 01:30') }),
      next.accepted(feb('15 03:00'), feb('16 03:00')),
      next.solved(feb('15 04:00')),
    );
    expect(await onTime()).toEqual({ county: '0/1', LABOUR: '1/1' });
  });

  it('and which was transferred before it was returned counts what it missed meanwhile', async () => {
    const { issueId, task } = await inWork();
    const next = aLife(issueId, 'LABOUR');
    await taskForces.sayAndWait(
      task.transferred(feb('14 04:00')),
      next.opened(feb('14 04:00'), feb('14 06:00'), { predecessorId: task.taskId, firmDueAt: due }),
      next.returned(feb('14 05:00'), { firmDueAt: due }),
      next.firmBreached(due),
    );
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('is known of a common issue whose task was returned, by its breach', async () => {
    await intake.sql('truncate task_clock');
    const { id: commonIssueId } = await common.confirmed([await intake.dispatched()]);
    await common.dispatch({ commonIssueId });
    const task = aCommonLife(commonIssueId);
    await taskForces.sayAndWait(task.goesOn(uuidv7(), due), task.returned(feb('14 02:00'), 2));
    expect(await onTime()).toEqual({ county: '0/0' });
    await taskForces.sayAndWait(task.firmBreached(due, 3));
    expect(await onTime()).toEqual({ county: '0/1' });
  });
});

describe('the on-time rate of a member that a batch settles', () => {
  const [taken, settled, reverted, again] = [feb('14 04:00'), feb('14 10:00'), feb('14 11:00'), feb('15 01:00')];

  async function member() {
    clock.set(feb('14 01:00'));
    const { issueId, task } = await inWork();
    clock.set(taken);
    const { id: commonIssueId } = await common.confirmed([issueId], { domain: 'MATERIALS' });
    await taskForces.sayAndWait(task.takenIn(taken, { firmDueAt: due }));
    const { id: guidanceId } = await common.publish({ commonIssueId, domain: 'MATERIALS' });
    const settle = async (at: string) => {
      clock.set(at);
      const { id: batchId } = await common.preview({ guidanceId });
      expect(await common.apply({ batchId, include: [issueId] })).toMatchObject({ counts: { applied: 1 } });
      return batchId;
    };
    const revert = async (batchId: string, at: string) => {
      clock.set(at);
      expect(await common.revert({ batchId, reason: '意见有误' })).toMatchObject({ counts: { reverted: 1 } });
    };
    return { issueId, task, settle, revert };
  }
  const later = () => {
    clock.set('2020-02-18T01:00:00Z');
    return onTime();
  };

  it('and which is reverted is that of one that nobody settled', async () => {
    const { task, settle, revert } = await member();
    await revert(await settle(settled), reverted);
    expect(await later()).toEqual({ county: '0/1' });
    await taskForces.sayAndWait(task.firmBreached(due));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('and which is reverted once the deadline has passed is too', async () => {
    const { task, settle, revert } = await member();
    const batchId = await settle(settled);
    expect(await later()).toEqual({ county: '1/1' });
    await revert(batchId, feb('15 03:00'));
    await taskForces.sayAndWait(task.firmBreached(due));
    expect(await later()).toEqual({ county: '0/1' });
    await settle(feb('15 04:00'));
    expect(await later()).toEqual({ county: '0/1' });
  });

  it('and another settles in time when that was reverted is on time', async () => {
    const { settle, revert } = await member();
    await revert(await settle(settled), reverted);
    await settle(again);
    expect(await later()).toEqual({ county: '1/1' });
  });

  it('stays what it was in its round when the firm calls it not settled, whatever is reverted in the next', async () => {
    const { issueId, settle, revert } = await member();
    await settle(settled);
    clock.set(reverted);
    await intake.callBack(issueId, { outcome: 'NOT_SETTLED', note: '没有用' });
    expect(await later()).toEqual({ county: '1/1' });
    await intake.sql(`update issue set status = 'DISPATCHED', dispatched_at = $2, changed_at = $2 where id = $1`, [
      issueId,
      again,
    ]);
    await revert(await settle(feb('15 03:00')), feb('15 04:00'));
    expect(await later()).toEqual({ county: '1/1' });
  });
});

describe('the on-time rate of a round that was transferred and stood still when its issue became a member', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));
  // from Friday 16:00 to Monday 10:00 by the clocks of the county, where two working hours are left
  const [due, suspended, linked, goesOnTo] = [feb('17 02:00'), feb('14 08:00'), feb('17 02:00'), feb('17 04:00')];

  async function stoodStill() {
    const { issueId, task } = await inWork(due);
    const next = aLife(issueId, 'LABOUR');
    const opened = next.opened(feb('14 04:00'), feb('14 06:00'), { predecessorId: task.taskId, firmDueAt: due });
    await taskForces.sayAndWait(task.transferred(feb('14 04:00')), opened);
    await taskForces.sayAndWait(next.accepted(feb('14 05:00'), feb('17 01:30')), next.suspended(suspended));
    return { issueId, next };
  }

  it.each([
    ['at the very deadline that it is told to have then', goesOnTo, '1/1'],
    ['1 ms later', feb('17 04:00:00.001'), '0/1'],
  ])('and is settled %s is judged by that', async (_, at, county) => {
    const { issueId, next } = await stoodStill();
    await taskForces.sayAndWait(next.takenIn(linked, { firmDueAt: goesOnTo }));
    await moved(issueId, 'SOLVED', at);
    expect(await onTime()).toEqual({ county });
  });

  it('and is settled by nobody is a failure of nobody but the county', async () => {
    const { next } = await stoodStill();
    await taskForces.sayAndWait(next.takenIn(linked, { firmDueAt: goesOnTo }));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('keeps the deadline that was missed before', async () => {
    const { issueId, task } = await inWork();
    const next = aLife(issueId, 'LABOUR');
    const firmDueAt = feb('15 02:00');
    const opened = next.opened(feb('14 04:00'), feb('14 06:00'), { predecessorId: task.taskId, firmDueAt });
    await taskForces.sayAndWait(task.transferred(feb('14 04:00')), opened);
    await taskForces.sayAndWait(next.firmBreached(firmDueAt), next.takenIn(linked, { firmDueAt: feb('19 02:00') }));
    expect(await onTime()).toEqual({ county: '0/1' });
  });
});

describe('the on-time rate of a round whose next task is told of before the one that it goes on with', () => {
  beforeAll(() => clock.set('2020-02-18T01:00:00Z'));
  const started = feb('15 01:30');

  /** LABOUR goes on with it after the firm's deadline was missed. */
  function goingOn(issueId: string, predecessorId: string, firmDueAt: string) {
    const next = aLife(issueId, 'LABOUR');
    const opened = next.opened(feb('15 03:00'), feb('15 05:00'), { predecessorId, firmDueAt });
    return { ...next, opened, accepted: () => next.accepted(feb('15 04:00'), feb('16 04:00')) };
  }
  /** MATERIALS did not accept it in time, which started the solution clock. */
  async function unaccepted() {
    await intake.sql('truncate task_clock');
    const issueId = await intake.dispatched();
    const task = aLife(issueId);
    await taskForces.sayAndWait(
      task.opened(feb('14 01:00'), feb('14 01:30')),
      task.breached(feb('14 01:30'), 'ACCEPTANCE'),
    );
    return { task, next: goingOn(issueId, task.taskId, started) };
  }

  it('counts what was returned and then missed once', async () => {
    const { task, next } = await unaccepted();
    await taskForces.sayAndWait(next.opened);
    await taskForces.sayAndWait(task.returned(feb('14 02:00'), { firmDueAt: started }), task.firmBreached(started));
    expect(await onTime()).toEqual({ county: '0/1' });
    await taskForces.sayAndWait(next.accepted(), next.solved(feb('15 06:00')));
    expect(await onTime()).toEqual({ county: '0/1', LABOUR: '1/1' });
  });

  it('counts what was missed as a member once', async () => {
    const { issueId, task } = await inWork();
    const next = goingOn(issueId, task.taskId, due);
    await taskForces.sayAndWait(next.opened);
    await taskForces.sayAndWait(task.takenIn(feb('14 12:00'), { firmDueAt: due }), task.firmBreached(due));
    await taskForces.sayAndWait(next.accepted(), next.solved(feb('15 06:00')));
    expect(await onTime()).toEqual({ county: '0/1', LABOUR: '1/1' });
  });

  it('counts what its own task force had missed once, too', async () => {
    await intake.sql('truncate task_clock');
    const issueId = await intake.dispatched();
    const task = aLife(issueId);
    const next = goingOn(issueId, task.taskId, due);
    await taskForces.sayAndWait(next.opened);
    await taskForces.sayAndWait(
      ...[task.opened(feb('14 01:00'), feb('14 03:00')), task.accepted(feb('14 02:00'), due)],
      ...[task.breached(due), task.takenIn(feb('15 02:30'))],
    );
    expect(await onTime()).toEqual({ county: '0/1', MATERIALS: '0/1' });
  });

  it('counts what was missed though the next stands still: the miss is that of its clock', async () => {
    const { task, next } = await unaccepted();
    await taskForces.sayAndWait(next.opened);
    await taskForces.sayAndWait(next.accepted(), next.suspended(feb('15 05:00')));
    await taskForces.sayAndWait(task.returned(feb('14 02:00'), { firmDueAt: started }), task.firmBreached(started));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('counts what was settled in time as on time, though it was noticed to be missed before', async () => {
    const { issueId, task } = await inWork();
    const next = goingOn(issueId, task.taskId, due);
    await taskForces.sayAndWait(next.opened);
    await taskForces.sayAndWait(next.solved(due));
    await taskForces.sayAndWait(task.takenIn(feb('14 12:00'), { firmDueAt: due }), task.firmBreached(due));
    expect(await onTime()).toEqual({ county: '1/1' });
  });

  it('counts that of a common issue once', async () => {
    await intake.sql('truncate task_clock');
    const { id: commonIssueId } = await common.confirmed([await intake.dispatched()]);
    await common.dispatch({ commonIssueId });
    const [task, next] = [aCommonLife(commonIssueId), aCommonLife(commonIssueId, 'LABOUR')];
    await taskForces.sayAndWait(next.goesOn(task.taskId, started));
    await taskForces.sayAndWait(task.opened, task.firmBreached(started, 2));
    expect(await onTime()).toEqual({ county: '0/1' });
  });

  it('counts it once when both are heard at the same time', async () => {
    const { task } = await inWork();
    const { db, app } = intake.service;
    const clocks = app.get(TaskClockService);
    const issueIds = await Promise.all(Array.from({ length: 20 }, () => intake.dispatched()));
    const both = issueIds.map((issueId) => {
      const [missed, next] = ['MATERIALS', 'LABOUR'].map((taskForce) => ({ taskId: uuidv7(), issueId, taskForce }));
      const goesOn = { predecessorId: missed!.taskId, firmDueAt: new Date(due), acceptanceDueAt: new Date(started) };
      return [
        db.transaction((tx) => clocks.open(tx, { ...next!, ...goesOn })),
        db.transaction((tx) => clocks.missOfFirm(tx, missed!, new Date(due))),
      ];
    });
    await Promise.all(both.flat());
    await taskForces.sayAndWait(task.solved(due));
    expect(await onTime()).toEqual({ county: '1/21', MATERIALS: '1/1' });
  });

  it('counts it once through three hands, of which the second is told of last', async () => {
    const { issueId, task } = await inWork();
    const [second, third] = [aLife(issueId, 'TESTING'), aLife(issueId, 'LABOUR')];
    await taskForces.sayAndWait(
      task.transferred(feb('14 04:00')),
      third.opened(feb('14 06:00'), feb('14 08:00'), { predecessorId: second.taskId, firmDueAt: due }),
    );
    await taskForces.sayAndWait(
      second.opened(feb('14 04:00'), feb('14 06:00'), { predecessorId: task.taskId, firmDueAt: due }),
      second.returned(feb('14 05:00'), { firmDueAt: due }),
    );
    await taskForces.sayAndWait(third.accepted(feb('14 07:00'), feb('15 07:00')), third.solved(due));
    expect(await onTime()).toEqual({ county: '1/1', LABOUR: '1/1' });
  });
});
