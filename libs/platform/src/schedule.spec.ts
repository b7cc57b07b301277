import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { keptLog } from '../test/kept-log.ts';
import { Scheduler, type Recurring } from './schedule.ts';

const HOUR_MS = 3_600_000;
const running: Scheduler[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())));

function scheduled(...recurring: Recurring[]) {
  const { log, lines } = keptLog();
  const scheduler = new Scheduler(recurring, log);
  scheduler.start();
  running.push(scheduler);
  return { scheduler, lines };
}

/** A job that answers what it is told, run by run, and then that it knows of no more work. */
function job(name: string, ...answers: (() => Promise<number | null>)[]) {
  const made = { name, runs: 0, run: () => (answers[made.runs++] ?? (() => Promise.resolve(null)))() };
  return made;
}

const failing = () => Promise.reject(new TypeError('no connection'));

describe('a recurring job', () => {
  it('runs at once and again after its period', async () => {
    const sweep = job('sweep');
    scheduled({ job: sweep, everyMs: 5 });
    await eventually(
      () => Promise.resolve(sweep.runs),
      (runs) => runs >= 3,
    );
  });

  it('that fails is logged, runs again at its next turn, and does not keep the others', async () => {
    const [broken, sound] = [job('broken', failing, failing), job('sound')];
    const { lines } = scheduled({ job: broken, everyMs: 5 }, { job: sound, everyMs: 5 });
    await eventually(
      () => Promise.resolve([broken.runs, sound.runs]),
      (runs) => runs.every((count) => count >= 4),
    );
    expect(lines.map(({ job: name, msg }) => [name, msg])).toEqual([
      ['broken', 'job failed; it runs again at its next turn'],
      ['broken', 'job failed; it runs again at its next turn'],
    ]);
  });

  it('that fails before it could promise anything runs again as well', async () => {
    const broken = job('broken', () => {
      throw new TypeError('a bug');
    });
    scheduled({ job: broken, everyMs: 5 });
    await eventually(
      () => Promise.resolve(broken.runs),
      (runs) => runs >= 2,
    );
  });

  it('runs before its period when it knows that there is work', async () => {
    const sweep = job(
      'sweep',
      () => Promise.resolve(10),
      () => Promise.resolve(-HOUR_MS),
    );
    scheduled({ job: sweep, everyMs: HOUR_MS });
    await eventually(
      () => Promise.resolve(sweep.runs),
      (runs) => runs === 3,
    );
  });

  it('runs after its period though the next work is far', async () => {
    const sweep = job('sweep', () => Promise.resolve(HOUR_MS));
    scheduled({ job: sweep, everyMs: 5 });
    await eventually(
      () => Promise.resolve(sweep.runs),
      (runs) => runs >= 2,
    );
  });
});

describe('stopping', () => {
  it('waits for the run in hand and begins no other', async () => {
    const gate = Promise.withResolvers<null>();
    const sweep = job('sweep', () => gate.promise);
    const { scheduler } = scheduled({ job: sweep, everyMs: 1 });
    let stopped = false;
    const stopping = scheduler.stop().then(() => (stopped = true));
    await Promise.resolve();
    const before = stopped;
    gate.resolve(null);
    await stopping;
    expect({ before, after: stopped, runs: sweep.runs }).toEqual({ before: false, after: true, runs: 1 });
  });

  it('does not wait for a period to end', async () => {
    const sweep = job('sweep');
    const { scheduler } = scheduled({ job: sweep, everyMs: HOUR_MS });
    await eventually(
      () => Promise.resolve(sweep.runs),
      (runs) => runs === 1,
    );
    await scheduler.stop();
    expect(sweep.runs).toBe(1);
  });

  it('of what was never started is done', async () => {
    await new Scheduler([], keptLog().log).stop();
  });
});
