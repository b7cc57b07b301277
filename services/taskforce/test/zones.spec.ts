import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

interface Outcome {
  readonly offset: string;
  readonly passed: number;
  readonly failed: number;
}

/** Every pure rule, and the days by which what is stored is counted. */
const PURE = ['services/taskforce/src/'];
const STORED = ['services/taskforce/test/task-figures.int.spec.ts', '--testNamePattern', 'go by'];

/** What these specs say in a process whose own time zone is this one. */
async function saidIn(zone: string, specs: readonly string[]): Promise<Outcome> {
  const node = [`TZ=${zone}`, process.execPath];
  const offset = await run('env', [...node, '-p', `new Date('2020-07-01').getTimezoneOffset()`]);
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', ...specs];
  const flags = ['--conditions=source', '--experimental-vm-modules', '--no-warnings'];
  const { stdout } = await run('env', [...node, ...flags, ...jest], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as Record<string, number>;
  return { offset: offset.stdout.trim(), passed: passed!, failed: failed! };
}

describe('the rules of time', () => {
  it('hold whatever the time zone of the process: near the county, at Greenwich, and where the clocks are put forward and back', async () => {
    const outcomes: Outcome[] = [];
    for (const zone of ['Asia/Shanghai', 'UTC', 'America/New_York']) outcomes.push(await saidIn(zone, PURE));
    expect(outcomes.map(({ offset }) => offset)).toEqual(['-480', '0', '240']);
    expect(outcomes.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    expect(new Set(outcomes.map(({ passed }) => passed)).size).toBe(1);
    expect(outcomes[0]!.passed).toBeGreaterThan(500);
  }, 240_000);

  it('count what is stored by the county’s days, whatever the time zone of the process', async () => {
    const outcomes: Outcome[] = [];
    for (const zone of ['UTC', 'America/New_York']) outcomes.push(await saidIn(zone, STORED));
    expect(outcomes).toEqual([
      { offset: '0', passed: 3, failed: 0 },
      { offset: '240', passed: 3, failed: 0 },
    ]);
  }, 120_000);
});
