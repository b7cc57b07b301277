import { describe, expect, it } from '@jest/globals';
import { Backpressure } from './backpressure.ts';

/** Work that is, at each look, as far behind as was written down; pauses end when the test says so. */
function workedOff(waited: readonly (number | null)[]) {
  const left = [...waited];
  const paused: (() => void)[] = [];
  const backpressure = new Backpressure({
    waitedMs: () => Promise.resolve(left.shift() ?? null),
    pause: () => new Promise<void>((resolve) => paused.push(resolve)),
  });
  const endPauses = async () => {
    for (const resolve of paused.splice(0)) resolve();
    await settled();
  };
  return { backpressure, endPauses, paused };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function letIn(backpressure: Backpressure): Promise<() => boolean> {
  let passed = false;
  void backpressure.pass().then(() => (passed = true));
  await settled();
  return () => passed;
}

describe('what is let in while the work is behind', () => {
  it.each([
    ['nothing waits', null, true],
    ['it keeps up', 150, true],
    ['it is behind', 151, false],
    ['it is far behind', 4_999, false],
    ['nobody could make up for it', 5_000, true],
  ])('%s', async (_, waited, passes) => {
    const { backpressure } = workedOff([waited]);
    void backpressure.watch();
    await settled();
    expect((await letIn(backpressure))()).toBe(passes);
  });

  it('is what came meanwhile, as soon as it keeps up again', async () => {
    const { backpressure, endPauses } = workedOff([400, 160, 100, null]);
    void backpressure.watch();
    await settled();
    const passed = await letIn(backpressure);
    await endPauses();
    expect(passed()).toBe(false);
    await endPauses();
    await endPauses();
    expect(passed()).toBe(true);
  });

  it('is let in after a second all the same', async () => {
    const { backpressure, endPauses } = workedOff(Array.from({ length: 100 }, () => 400));
    void backpressure.watch();
    await settled();
    const passed = await letIn(backpressure);
    for (let ms = 0; ms < 950; ms += 50) await endPauses();
    expect(passed()).toBe(false);
    await endPauses();
    expect(passed()).toBe(true);
  });

  it('is everything when nobody can see how far behind it is', async () => {
    const backpressure = new Backpressure({
      waitedMs: () => Promise.reject(new TypeError('no connection')),
      pause: () => Promise.resolve(),
    });
    await expect(backpressure.watch()).rejects.toThrow('no connection');
    expect((await letIn(backpressure))()).toBe(true);
  });

  it('is looked at by one at a time', async () => {
    const { backpressure, paused } = workedOff([10, 10, 10]);
    void backpressure.watch();
    void backpressure.watch();
    await settled();
    expect(paused).toHaveLength(1);
  });
});
