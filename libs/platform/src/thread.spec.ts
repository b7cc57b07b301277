import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { BroadcastChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Thread } from './thread.ts';

const program = new URL('../test/thread-program.mjs', import.meta.url);
const logged = new PassThrough();
let channel: BroadcastChannel;
let thread: Thread;

beforeEach(() => {
  channel = new BroadcastChannel('thread-program');
  thread = new Thread(program, pino(logged), 0);
});
afterEach(async () => {
  await thread.stop();
  channel.close();
});

/** What the program says next. */
function said(): Promise<unknown> {
  return new Promise((resolve) => {
    channel.onmessage = (message) => resolve((message as { data: unknown }).data);
  });
}

async function wakeTo(saying: string): Promise<void> {
  const heard = said();
  thread.wake();
  expect(await heard).toBe(saying);
}

describe('a thread for long work', () => {
  it('is started again when it is woken after it failed', async () => {
    await wakeTo('woken 1');
    await wakeTo('woken 2');
    const failed = once(logged, 'data');
    thread.wake();
    expect(String(await failed)).toContain('the third time');
    await wakeTo('woken 1');
  });

  it('is told to stop, and is not woken afterwards', async () => {
    await wakeTo('woken 1');
    const last = said();
    await thread.stop();
    expect(await last).toBe('stopped');
    thread.wake();
    await thread.stop();
  });

  it('stops at once where it was never woken', async () => {
    await expect(thread.stop()).resolves.toBeUndefined();
  });
});
