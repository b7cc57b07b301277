import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../tools/runtime/environment.ts';
import { rounded } from './statistics.ts';

const PORT_BASE = 23_000;

interface Started {
  readonly child: ChildProcess;
  readonly readyS: number;
}

function start(dir: string): Promise<Started> {
  const env = childEnvironment({ QFT_RUNTIME_DIR: dir, PORT_BASE: String(PORT_BASE) });
  const begun = performance.now();
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'tools/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready in')) resolve({ child, readyS: (performance.now() - begun) / 1000 });
    });
    child.once('exit', (code) => reject(new TypeError(`the start ended with code ${code}`)));
  });
}

async function stop({ child }: Started): Promise<number> {
  const begun = performance.now();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return (performance.now() - begun) / 1000;
}

const names: readonly (readonly [RegExp, string])[] = [
  [/services\/intake/, 'intake'],
  [/services\/taskforce/, 'taskforce'],
  [/services\/inspection/, 'inspection'],
  [/gateway\/dist/, 'gateway'],
  [/issuer\/main/, 'issuer'],
  [/nats-server/, 'nats-server'],
  [/postgres.*-D/, 'postgres (postmaster)'],
  [/tools\/bootstrap/, 'bootstrap'],
  [/tools\/start/, 'npm start itself'],
];

/** Resident memory, in MB, of the processes that were started for this folder. */
function memory(pids: readonly number[]) {
  return pids.flatMap((pid) => {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const name = names.find(([pattern]) => pattern.test(command))?.[1];
    const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return name && kB ? [{ what: `memory of ${name}`, value: Math.round(Number(kB) / 1024), unit: 'MB' }] : [];
  });
}

/** Every process below this one, and the detached ones whose command or environment names the folder. */
function processesOf(dir: string): number[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const about = readFileSync(`/proc/${entry}/cmdline`, 'utf8') + readFileSync(`/proc/${entry}/environ`, 'utf8');
      return about.includes(dir) && Number(entry) !== process.pid ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });
}

/** A fresh start (dependencies installed, nothing else there), a second one, and what each process holds in memory. */
export async function startBenchmark() {
  const dir = await mkdtemp(join(tmpdir(), 'qft-bench-'));
  await chmod(dir, 0o755);
  try {
    const fresh = await start(dir);
    const freshStopS = await stop(fresh);
    const second = await start(dir);
    const held = memory(processesOf(dir));
    const secondStopS = await stop(second);
    return [
      { what: 'fresh start, 46,958 firms and the story', value: rounded(fresh.readyS), unit: 's' },
      { what: 'stop after it', value: rounded(freshStopS), unit: 's' },
      { what: 'second start', value: rounded(second.readyS), unit: 's' },
      { what: 'stop after it', value: rounded(secondStopS), unit: 's' },
      ...held,
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
