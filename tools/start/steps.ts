import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import cliProgress from 'cli-progress';

const SHOW_AFTER_MS = 2_000;
const TICK_MS = 100;

/** Tells how far a step is, from 0 to 1; a step that does not say is measured by how long it took the last time. */
export type Advance = (share: number) => void;

export interface Steps {
  readonly run: <T>(name: string, work: (advance: Advance) => Promise<T>) => Promise<T>;
}

function readDurations(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

function showBar(name: string, expectedMs: number): { advance: Advance; end: () => void } {
  const begun = performance.now();
  let told: number | undefined;
  let bar: cliProgress.SingleBar | undefined;
  const draw = () => {
    const elapsedMs = performance.now() - begun;
    if (elapsedMs < SHOW_AFTER_MS) return;
    if (!bar) {
      bar = new cliProgress.SingleBar({
        format: `  ${name} [{bar}] {percentage}%`,
        barsize: 28,
        clearOnComplete: true,
        gracefulExit: false,
      });
      bar.start(100, 0);
    }
    bar.update(Math.round(100 * (told ?? Math.min(0.95, elapsedMs / expectedMs))));
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    advance: (share) => {
      told = share;
    },
    end: () => {
      clearInterval(timer);
      bar?.stop();
    },
  };
}

/** A line per step with its time; on a terminal a progress bar where a step takes more than two seconds. */
export function steps(runtimeDir: string): Steps {
  const file = join(runtimeDir, 'step-durations.json');
  const durations = readDurations(file);
  return {
    async run(name, work) {
      const begun = performance.now();
      const bar = process.stdout.isTTY ? showBar(name, durations[name] ?? 10_000) : undefined;
      try {
        return await work(bar?.advance ?? (() => undefined));
      } finally {
        bar?.end();
        const tookMs = Math.round(performance.now() - begun);
        console.log(`  ${name.padEnd(44)} ${(tookMs / 1000).toFixed(2)} s`);
        durations[name] = tookMs;
        writeFileSync(file, JSON.stringify(durations, null, 2));
      }
    },
  };
}
