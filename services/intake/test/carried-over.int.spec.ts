import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subjectOf } from '@qifutong/contracts/subject';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import { envelope } from '@qifutong/persistence/append';
import { fixedClock } from '@qifutong/testkit/clock';
import { ClosingService } from '../src/closure/closing.service.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { commander } from './people.ts';
import { anOpenedTask, taskForcesOf, type TaskForces } from './task-events.ts';

const clock = fixedClock('2020-02-14T04:00:00Z');
let intake: TestIntake;
let taskForces: TaskForces;
let common: CommonIssues;
let waiting: Record<'opened' | 'returned' | 'confirmed' | 'dispatched' | 'settled' | 'late', string>;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  taskForces = await taskForcesOf(intake);
  common = commonIssuesOf(intake);
  waiting = {
    opened: await intake.dispatched(),
    returned: await intake.dispatched(),
    confirmed: await intake.registered(),
    dispatched: await intake.registered(),
    settled: await intake.registered(),
    late: await intake.registered(),
  };
  await taskForces.sayAndWait(anOpenedTask(waiting.opened).opened);
  await giveBack(waiting.returned);
  await common.confirmed([waiting.confirmed]);
  const [dispatched, settled] = [
    await common.confirmed([waiting.dispatched]),
    await common.confirmed([waiting.settled]),
  ];
  for (const { id } of [dispatched, settled]) await common.dispatch({ commonIssueId: id });
  await common.publish({ commonIssueId: settled.id });
  await common.link({ commonIssueId: settled.id, issueId: waiting.late });
  clock.set('2020-02-14T17:00:00Z');
  await common.publish({ commonIssueId: dispatched.id });
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

async function giveBack(issueId: string): Promise<void> {
  const { taskId, opened } = anOpenedTask(issueId);
  const at = new Date('2020-02-14T05:00:00.000Z');
  const about = {
    taskId,
    issueId,
    commonIssueId: null,
    round: 1,
    domain: 'MATERIALS',
    taskForce: 'MATERIALS',
  } as const;
  const returned = taskReturned({ ...about, returnedBy: 'lead-1', returnedAt: at.toISOString() });
  await taskForces.sayAndWait(opened, { subject: subjectOf(returned), event: envelope(returned, 2, at) });
}

async function reasonsOn(day: string): Promise<Record<string, string | undefined>> {
  const query = `query ($day: Date!) { it: dailyClosure(day: $day) { printable carriedOver { nodes { reason issue { id } } } } }`;
  type Seen = {
    it: { printable: string; carriedOver: { nodes: { reason: string; issue: { id: string } }[] } };
  };
  const { it: closure } = await intake.get<Seen>(query, { day }, commander);
  const { nodes } = closure.carriedOver;
  expect(closure.printable).toContain('待批量化解');
  return Object.fromEntries(
    Object.entries(waiting).map(([name, id]) => [name, nodes.find(({ issue }) => issue.id === id)?.reason]),
  );
}

describe('what a day carries over says for whom it waits', () => {
  const reasons = {
    opened: 'AWAITING_ACCEPTANCE',
    returned: 'AWAITING_DISPATCH',
    confirmed: 'AWAITING_TRIAGE',
    dispatched: 'COMMON_ISSUE',
    settled: 'AWAITING_BATCH',
    late: 'AWAITING_BATCH',
  };

  it('as it stood when the day ended, not as it is when the day is closed or read', async () => {
    expect(await reasonsOn('2020-02-14')).toEqual(reasons);
    await intake.service.app.get(ClosingService).closeEndedDays();
    expect(await reasonsOn('2020-02-14')).toEqual(reasons);
    expect(await reasonsOn('2020-02-15')).toEqual({ ...reasons, dispatched: 'AWAITING_BATCH' });
  });
});
