import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { keptLog } from '../test/kept-log.ts';
import { stopAll, type Part } from './lifecycle.ts';

describe('stopping the parts of a process', () => {
  it('goes from the last to the first, one after the other', async () => {
    const said: string[] = [];
    const part = (name: string): Part => ({
      name,
      stop: async () => {
        said.push(`${name} stops`);
        await Promise.resolve();
        said.push(`${name} stopped`);
      },
    });
    await stopAll([part('database'), part('relay'), part('http')], 1_000, keptLog().log);
    expect(said).toEqual([
      'http stops',
      'http stopped',
      'relay stops',
      'relay stopped',
      'database stops',
      'database stopped',
    ]);
  });

  it('leaves behind what hangs longer than the grace, and what fails, by name', async () => {
    const { log, lines } = keptLog();
    const stopped: string[] = [];
    const parts: Part[] = [
      { name: 'database', stop: () => void stopped.push('database') },
      { name: 'nats', stop: () => new Promise(() => undefined) },
      { name: 'relay', stop: () => Promise.reject(new TypeError('no connection')) },
      {
        name: 'jobs',
        stop: () => {
          throw new TypeError('a bug');
        },
      },
    ];
    await stopAll(parts, 20, log);
    expect({ stopped, said: lines.map(({ part, msg }) => [part, msg]) }).toEqual({
      stopped: ['database'],
      said: [
        ['jobs', 'did not stop cleanly'],
        ['relay', 'did not stop cleanly'],
        ['nats', 'did not stop in time'],
      ],
    });
  });
});

type Child = ChildProcessByStdio<Writable, Readable, null>;

async function started(...args: string[]): Promise<Child> {
  const script = join(import.meta.dirname, '../test/told-to-stop.ts');
  const child = spawn(process.execPath, ['--conditions=source', '--no-warnings', script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function ended(child: Child): Promise<unknown> {
  const [code] = (await once(child, 'exit')) as unknown[];
  return code;
}

describe('a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with code 0 when %s tells it to stop and it has stopped',
    async (signal) => {
      const child = await started('cleanly');
      child.kill(signal);
      expect(await ended(child)).toBe(0);
    },
  );

  it('ends with code 1 when it cannot stop', async () => {
    const child = await started('in vain');
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(1);
  });

  it('ends at once with a second signal', async () => {
    const child = await started('never');
    child.kill('SIGTERM');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
  });

  it('stops with its standard input where a parent holds that open', async () => {
    const child = await started('cleanly', '--stop-with-stdin');
    child.stdin.end();
    expect(await ended(child)).toBe(0);
  });
});
