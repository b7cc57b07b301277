import { describe, expect, it } from '@jest/globals';
import type { Hearing } from '@qifutong/platform/hearing';
import { heardInTime, PATIENCE_MS } from './heard-in-time.ts';

const unheard: Hearing = () => Promise.resolve(false);

/** Looks at these instants; each look of the job itself answers the next of these. */
async function looked(hearing: Hearing, at: readonly number[], answers: readonly number[] = []) {
  let [now, runs] = [0, 0];
  const job = { name: 'urge', run: () => Promise.resolve(answers[runs++] ?? 7) };
  const waiting = heardInTime('intake', hearing, job, () => now);
  const seen: (number | null | string)[] = [];
  for (now of at) seen.push(await waiting.run().catch((cause: unknown) => (cause as Error).message));
  return seen;
}

describe('a job that has no time to lose', () => {
  it('runs at once where all is heard', async () => {
    expect(await looked(() => Promise.resolve(true), [0, 1_000])).toEqual([7, 7]);
  });

  it('waits for what is unheard, but not longer than it may, and each time anew', async () => {
    const from = PATIENCE_MS + 1_000;
    const at = [0, PATIENCE_MS - 1, PATIENCE_MS, from, from + PATIENCE_MS - 1, from + PATIENCE_MS];
    expect(await looked(unheard, at)).toEqual([null, null, 7, null, null, 7]);
  });

  it('asks no more while there is much to do', async () => {
    const at = [0, PATIENCE_MS, PATIENCE_MS + 1, PATIENCE_MS + 2, PATIENCE_MS + 3];
    expect(await looked(unheard, at, [0, 0, 9])).toEqual([null, 0, 0, 9, null]);
  });

  it('runs in the end though the bus cannot be asked', async () => {
    const broken: Hearing = () => Promise.reject(new TypeError('no connection'));
    expect(await looked(broken, [0, PATIENCE_MS])).toEqual(['no connection', 7]);
  });

  it('runs in the end though the bus does not answer', async () => {
    let now = 0;
    const silent: Hearing = () => new Promise(() => (now = 0));
    const nextMs = () => (now += PATIENCE_MS - 1);
    const job = { name: 'urge', run: () => Promise.resolve(7) };
    expect(await heardInTime('intake', silent, job, nextMs).run()).toBe(7);
  });
});
