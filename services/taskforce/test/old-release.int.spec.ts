import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { taskCaches } from '../src/caches.ts';
import { CountyTimeService } from '../src/clock/county-time.service.ts';
import { Rebuild, type Difference } from '../src/clock/rebuild.service.ts';
import { UrgingNoticeTable } from '../src/notice/urging-notice.table.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { county, later } from './builders.ts';
import { numberOf, OldRelease1700000000003 } from './old-release.ts';
import { withoutJobs } from './world.ts';

const HOUR = 3_600_000;
const migrations = withoutJobs.migrations.toSpliced(3, 0, OldRelease1700000000003);
const solving = county('2020-02-15 10:00');
const clock = fixedClock(county('2020-02-15 14:00'));
let booted: Booted;
beforeAll(async () => {
  booted = await boot({ ...withoutJobs, migrations }, { clock });
});
afterAll(() => booted?.stop());

const notices = () => booted.schema.db.source.manager.find(UrgingNoticeTable, { order: { number: 'ASC' } });

async function look(): Promise<void> {
  while ((await booted.service.app.get(UrgeOverdue).run()) === 0);
}

async function differences(): Promise<readonly (readonly string[])[]> {
  const { db, app } = booted.service;
  const told: Difference[] = [];
  await new Rebuild(db, app.get(CountyTimeService), taskCaches).run(false, (one) => told.push(one));
  return told.map(({ columns }) => columns);
}

/** What was issued since: about what, for which deadline, and which notice for it that is. */
async function issuedSince(before: number): Promise<unknown[]> {
  const issued = (await notices()).slice(before);
  return issued.map(({ about, clock: kind, ordinal }) => [about, kind, ordinal]).toSorted();
}

describe('what the release before had written', () => {
  it('is as its clocks say, but for when a task is to be looked at: at once', async () => {
    expect(new Set((await differences()).flat())).toEqual(new Set(['wakeAt']));
  });

  it('keeps its notices as facts of their clocks: the next are due 12 hours after them, and none is issued again', async () => {
    const before = await notices();
    await look();
    expect((await notices()).slice(0, before.length)).toEqual(before);
    expect(await issuedSince(before.length)).toEqual([
      [numberOf('waiting'), 'ACCEPTANCE', 1],
      [numberOf('waiting'), 'SOLUTION', 1],
      [numberOf('unaccepted'), 'ACCEPTANCE', 2],
      [numberOf('unaccepted'), 'SOLUTION', 1],
      [numberOf('inWork'), 'SOLUTION', 1],
      [numberOf('common'), 'ACCEPTANCE', 1],
      [numberOf('common'), 'SOLUTION', 1],
    ]);
    expect(await differences()).toEqual([]);
  });

  it('is urged on 12 hours after its notice to the millisecond, where what was missed is awaited still', async () => {
    const before = (await notices()).length;
    const again = later(solving, 12 * HOUR + 1);
    clock.set(later(again, -1));
    await look();
    expect(await issuedSince(before)).toEqual([]);
    clock.set(again);
    await look();
    expect(await issuedSince(before)).toEqual([[numberOf('missed'), 'SOLUTION', 2]]);
  });

  it('shows how often each was urged', async () => {
    const tasks = await booted.schema.db.source.manager.find(TaskTable, { order: { number: 'ASC' } });
    const urged = Object.fromEntries(tasks.map(({ number, timesUrged }) => [number, timesUrged]));
    expect(urged).toEqual({
      [numberOf('waiting')]: 2,
      [numberOf('unaccepted')]: 3,
      [numberOf('inWork')]: 1,
      [numberOf('missed')]: 2,
      [numberOf('missedTwice')]: 2,
      [numberOf('solvedLate')]: 1,
      [numberOf('closed')]: 1,
      [numberOf('common')]: 2,
    });
  });
});
