import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { create } from '@qifutong/persistence/change';
import { centreClockCaches, taskCaches } from '../src/caches.ts';
import { centreClocks, CentreClockTable } from '../src/centre/centre.table.ts';
import { CountyTimeService } from '../src/clock/county-time.service.ts';
import { startClock, suspend } from '../src/clock/domain/clock-moves.ts';
import { Rebuild, type Difference } from '../src/clock/rebuild.service.ts';
import { breach } from '../src/task/domain/breach.ts';
import { cached, type Task } from '../src/task/domain/task.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { aTask, county, later, noCalendar, officeTime, working } from './builders.ts';
import { aCentreClock } from './courses.ts';
import { announced, putTask, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 10:00'));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted?.stop());

const all = () => booted.schema.db.source.manager.find(TaskTable, { order: { id: 'ASC' } });

async function rebuild(mend: boolean) {
  const told: Difference[] = [];
  const { db, app } = booted.service;
  const outcome = await new Rebuild(db, app.get(CountyTimeService), taskCaches).run(mend, (one) => told.push(one));
  return { outcome, told };
}

function put({ id: _, issueId: __, ...named }: Task): Promise<Task> {
  return putTask(booted.service.db, named);
}

/** One of each kind: waiting, in work, in a pause, overdue, solved, and by the hours of the offices. */
async function many(): Promise<Task[]> {
  const acceptedAt = county('2020-02-14 10:00');
  const inWork = aTask({ acceptedAt });
  const [acceptance, solution] = inWork.clocks;
  const at = later(acceptedAt, 1);
  const paused = { suspendedAt: at, suspendedBy: 'analyst-1', suspensionReason: 'FORCE_MAJEURE' } as const;
  const terms = { kind: 'SOLUTION', limit: working('PT8H'), warnAt: [50, 75], policyVersion: 1 } as const;
  return Promise.all([
    put(aTask()),
    put(inWork),
    put(
      cached({
        ...inWork,
        ...paused,
        status: 'SUSPENDED',
        clocks: [acceptance!, suspend(solution!, 'FORCE_MAJEURE', at, noCalendar)],
      }),
    ),
    put(breach(aTask(), county('2020-02-16 10:00'), noCalendar).state),
    put(aTask({ acceptedAt, proposedAt: county('2020-02-14 11:00') })),
    put(cached({ ...inWork, clocks: [acceptance!, startClock(terms, acceptedAt, officeTime)] })),
  ]);
}

describe('made anew from the histories of their clocks', () => {
  it('the deadlines of all tasks are those that are stored', async () => {
    const { length } = await many();
    const before = await all();
    expect(await rebuild(true)).toEqual({ outcome: { seen: length, different: 0 }, told: [] });
    expect(await all()).toEqual(before);
  });

  it.each([
    ['wake_at = null', ['wakeAt']],
    [`next_due_at = next_due_at - interval '1 ms', overdue = not overdue`, ['nextDueAt', 'overdue']],
    [`accept_due_at = '2030-01-01', accept_missed = not accept_missed`, ['acceptDueAt', 'acceptMissed']],
    [
      `solve_due_at = '2030-01-01', solve_missed = not solve_missed, times_urged = 9`,
      ['solveDueAt', 'solveMissed', 'timesUrged'],
    ],
    [`clocks = jsonb_set(clocks, '{1,dueAt}', '"2030-01-01T00:00:00.000Z"')`, ['clocks']],
    [`clocks = jsonb_set(clocks, '{0,warningAt}', 'null')`, ['clocks']],
  ])('one that was spoilt by "%s" is found, and is mended when that is asked for', async (spoil, columns) => {
    const task = await putTask(booted.service.db, { acceptedAt: county('2020-02-14 10:00') });
    const before = await all();
    const events = await announced(booted.service.db);
    await booted.schema.db.source.query(`update task set ${spoil} where id = $1`, [task.id]);
    const spoilt = await all();
    expect(spoilt).not.toEqual(before);
    const found = { outcome: { seen: before.length, different: 1 }, told: [{ id: task.id, columns }] };
    expect(await rebuild(false)).toEqual(found);
    expect(await all()).toEqual(spoilt);
    expect(await rebuild(true)).toEqual(found);
    expect(await all()).toEqual(before);
    expect(await rebuild(true)).toMatchObject({ outcome: { different: 0 } });
    expect(await announced(booted.service.db)).toEqual(events);
  });

  it('are found in many batches, each task once', async () => {
    const { db } = booted.schema;
    const columns = Object.keys(TaskTable.options.columns)
      .filter((name) => name !== 'id' && name !== 'issueId')
      .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
      .join(', ');
    const [{ id }] = (await all()) as [Task];
    await db.source.query(
      `insert into task (id, issue_id, ${columns})
       select gen_random_uuid(), gen_random_uuid(), ${columns} from task, generate_series(1, 600) where id = $1`,
      [id],
    );
    await db.source.query(`update task set wake_at = '2030-01-01'`);
    const tasks = await all();
    const { outcome, told } = await rebuild(true);
    expect(outcome).toEqual({ seen: tasks.length, different: tasks.length });
    expect(new Set(told.map((one) => one.id)).size).toBe(tasks.length);
    expect((await rebuild(false)).outcome.different).toBe(0);
  });
});

describe("made anew from its history, a clock of the centre's own", () => {
  const remake = async (mend: boolean) => {
    const told: Difference[] = [];
    const { db, app } = booted.service;
    await new Rebuild(db, app.get(CountyTimeService), centreClockCaches).run(mend, (one) => told.push(one));
    return told;
  };

  it('is what is stored; one that was spoilt is found, and mended', async () => {
    const { db } = booted.schema;
    const centre = aCentreClock();
    await create(db, centreClocks, { state: centre, events: [] }, centre.startedAt);
    expect(await remake(true)).toEqual([]);
    await db.source.query(`update centre_clock set due_at = '2030-01-01', wake_at = null, missed = true`);
    const different = [{ id: centre.id, columns: ['dueAt', 'missed', 'wakeAt'] }];
    expect(await remake(false)).toEqual(different);
    expect(await remake(true)).toEqual(different);
    expect(await db.source.manager.find(CentreClockTable)).toEqual([centre]);
  });
});
