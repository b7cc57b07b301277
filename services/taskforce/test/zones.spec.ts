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

/** What the rules of time say in a process whose own time zone is this one. */
async function rulesIn(zone: string): Promise<Outcome> {
  const node = [`TZ=${zone}`, process.execPath];
  const offset = await run('env', [...node, '-p', `new Date('2020-07-01').getTimezoneOffset()`]);
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', 'services/taskforce/src/clock/'];
  const flags = ['--conditions=source', '--experimental-vm-modules', '--no-warnings'];
  const { stdout } = await run('env', [...node, ...flags, ...jest], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as Record<string, number>;
  return { offset: offset.stdout.trim(), passed: passed!, failed: failed! };
}

describe('the rules of time', () => {
  it('hold whatever the time zone of the process: near the county, at Greenwich, and where the clocks are put forward and back', async () => {
    const outcomes = [];
    for (const zone of ['Asia/Shanghai', 'UTC', 'America/New_York']) outcomes.push(await rulesIn(zone));
    expect(outcomes.map(({ offset }) => offset)).toEqual(['-480', '0', '240']);
    expect(outcomes.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    expect(new Set(outcomes.map(({ passed }) => passed)).size).toBe(1);
    expect(outcomes[0]!.passed).toBeGreaterThan(100);
  }, 120_000);
});
