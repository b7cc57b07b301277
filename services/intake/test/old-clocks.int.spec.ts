import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { MembersFirmClocks1700000000026 } from '../migrations/1700000000026-members-firm-clocks.ts';
import { TaskClockTable, type TaskClock } from '../src/figures/task-clock.table.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { due, onTimeOf } from './on-time.ts';
import { feb } from './task-life.ts';

const clock = fixedClock('2020-02-18T01:00:00Z');
let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock });
});
afterAll(() => intake.stop());

const dueAt = new Date(due);
const [taken, late] = [new Date(feb('14 12:00')), new Date(feb('15 03:00'))];
const aClock = (what: Partial<TaskClock>): TaskClock => ({
  taskId: uuidv7(),
  kind: 'SOLUTION',
  issueId: uuidv7(),
  commonIssueId: null,
  taskForce: 'LABOUR',
  townCode: '330226110',
  channel: 'HOTLINE',
  dueAt,
  metAt: null,
  missed: false,
  handedOverAt: null,
  cancelledAt: null,
  suspendedAt: null,
  ofFirm: true,
  ...what,
});
const kept = () =>
  intake.schema.db.source.manager.find(TaskClockTable, { order: { taskForce: 'ASC', taskId: 'ASC', kind: 'ASC' } });
const put = async (...clocks: Partial<TaskClock>[]) => {
  await intake.sql('truncate task_clock');
  await intake.schema.db.source.manager.insert(TaskClockTable, clocks.map(aClock));
  return kept();
};
async function migrate(): Promise<void> {
  const runner = intake.schema.db.source.createQueryRunner();
  await new MembersFirmClocks1700000000026().up(runner).finally(() => runner.release());
}

const of = () => ({ taskId: uuidv7(), issueId: uuidv7() });
const ended = { handedOverAt: null, cancelledAt: taken, ofFirm: false };
type Case = readonly [what: string, before: readonly Partial<TaskClock>[], after: readonly Partial<TaskClock>[], shares: object]; // prettier-ignore
const running = { handedOverAt: taken };
const missedBefore = { missed: true, handedOverAt: late };
const cases: readonly Case[] = [
  ['a member', [running], [{ ...running, kind: 'FIRM' }, ended], { county: '0/1' }],
  [
    'a member whose deadline was told to be missed since',
    [running, { kind: 'FIRM', missed: true }],
    [{ kind: 'FIRM', missed: true, ...running }, ended],
    { county: '0/1' },
  ],
  [
    'a member whose task had been transferred before',
    [
      { ...running, ofFirm: false },
      { ...running, kind: 'FIRM' },
    ],
    [{ ...running, kind: 'FIRM' }, ended],
    { county: '0/1' },
  ],
  [
    'a member whose deadline its task force had missed before',
    [missedBefore],
    [{ missed: true, cancelledAt: late }],
    { county: '0/1', LABOUR: '0/1' },
  ],
  [
    'a member whose task force had solved it before',
    [{ ...running, metAt: taken }],
    [{ metAt: taken, cancelledAt: taken }],
    { county: '1/1', LABOUR: '1/1' },
  ],
  ['a member that was taken out and dispatched anew', [{ ...running, ofFirm: false }], [ended], { county: '0/0' }],
  [
    'a member as it is kept now',
    [{ ...running, kind: 'FIRM' }, ended],
    [{ ...running, kind: 'FIRM' }, ended],
    { county: '0/1' },
  ],
  ['an issue in work', [{}], [{}], { county: '0/1', LABOUR: '0/1' }],
  ['a task that was cancelled', [{ cancelledAt: taken }], [{ cancelledAt: taken }], { county: '0/0' }],
];

describe('the clocks that the release before had kept', () => {
  it.each(cases)(
    'of %s are as they are kept now, also when they are migrated twice',
    async (_, before, after, shares) => {
      const task = of();
      await put(...before.map((one) => ({ ...task, ...one })));
      for (let times = 0; times < 2; times += 1) {
        await migrate();
        expect(await kept()).toEqual(after.map((one) => aClock({ ...task, ...one })));
      }
      expect(await onTimeOf(intake)).toEqual(shares);
    },
  );

  it('are judged by when the issue was solved, against no task force', async () => {
    const issueId = await intake.dispatched();
    await put({ issueId, ...running });
    await intake.sql(
      `insert into issue_move (issue_id, moved_at, booked_on, to_status, channel) values ($1, $2, '2020-02-15', 'SOLVED', 'HOTLINE')`,
      [issueId, due],
    );
    await migrate();
    expect(await onTimeOf(intake)).toEqual({ county: '1/1' });
  });

  it('are each migrated by itself, in a table that is filled', async () => {
    const tasks = cases.map(([, before, after]) => ({ task: of(), before, after }));
    await put(...tasks.flatMap(({ task, before }) => before.map((one) => ({ ...task, ...one }))));
    await migrate();
    expect(await kept()).toEqual(tasks.flatMap(({ task, after }) => after.map((one) => aClock({ ...task, ...one }))));
  });
});
