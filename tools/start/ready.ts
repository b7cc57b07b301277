import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from '../runtime/ports.ts';
import type { Supervised } from './child.ts';

const LIMIT_MS = 60_000;
const TAIL_LINES = 15;

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://${LOOPBACK}:${port}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(
    () => null,
  );
  return answer?.ok ?? false;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/** Waits until the process on that port says that it is ready. Throws an Error with the end of its log when it does not come. */
export async function untilReady(child: Supervised, port: number): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!(await isReady(port))) {
    const late = performance.now() > end;
    if (child.ended() !== undefined || late) {
      throw new Error(
        `${child.name} did not become ready (${child.ended() ?? `${LIMIT_MS / 1000} s`}); the end of its log:\n${tail(child.logFile)}`,
      );
    }
    await sleep(50);
  }
}
