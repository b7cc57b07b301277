import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testConfig } from '@qifutong/testkit/boot';
import { freePort } from '../tools/runtime/ports.ts';
import { build } from '../tools/start/build.ts';
import { openBoard, type Board } from './deadlines/board.ts';
import { fallDue } from './deadlines/fill.ts';
import type { InstanceOrder } from './deadlines/instance.ts';
import { lateness } from './deadlines/lateness.ts';
import { peers } from './deadlines/peers.ts';
import { running, serverCpu, serverCpuSince, type Running } from './processes.ts';
import { surroundings, type Surroundings } from './scale/surroundings.ts';
import { percentile, rounded } from './statistics.ts';

const CLOCKS = 1_000_000;
const FEW = 1_000;
const DUE = 10_000;
const DUE_IN_S = 20;
const WITHIN_S = 5;
const INSTANCES = [1, 3];
const IDLE_MS = 20_000;
const IDLE_TURNS = 2;
const LOOKS = 200;
const BATCH = 500;
const SETTINGS = { track_commit_timestamp: 'on' };

interface Noticed {
  readonly what: string;
  readonly twice: number;
  readonly written: number;
  readonly value: number;
}
type Row = Record<string, string | number>;
type Around = Surroundings & { readonly postgresPid: number };

function instance(around: Surroundings, { databaseUrl }: Board, scans = true): Promise<Running> {
  const config = { ...testConfig({ databaseUrl, ...around }), DATABASE_POOL_SIZE: 10 };
  return freePort().then((port) => running('deadlines/instance.ts', { config, port, scans } satisfies InstanceOrder));
}

/** Breaches, notices and their events that do not stand one to one. */
async function doubled({ client }: Board, since: Date): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select (count(*) - count(distinct (event ->> 'type', coalesce(event -> 'data' ->> 'taskId', ''))))::int as n from event_log
     where (event -> 'data' ->> 'dueAt')::timestamptz >= $1`,
    [since],
  );
  return rows[0]!.n;
}

/** @throws TypeError where a deadline was told of twice, or not at all, or all of them were not in time */
function assertNoticed({ what, twice, written, value }: Noticed): void {
  const said = `${what}: ${written} notices of ${DUE} deadlines, ${twice} twice, ${value} s`;
  if (twice > 0 || written !== DUE || value > WITHIN_S) throw new TypeError(said);
}

async function cpuMs(instances: readonly Running[]): Promise<number> {
  const each = await Promise.all(instances.map((one) => one.cpuMs()));
  return Math.round(each.reduce((sum, ms) => sum + ms, 0));
}

async function noticing(around: Around, board: Board): Promise<(Row & Noticed)[]> {
  const measured: (Row & Noticed)[] = [];
  const instances: Running[] = [];
  try {
    for (const count of INSTANCES) {
      while (instances.length < count) instances.push(await instance(around, board));
      const since = await fallDue(board.client, DUE, DUE_IN_S);
      const before = [await cpuMs(instances), serverCpu(around.postgresPid)] as const;
      const late = await lateness(board.client, { table: 'urging_notice', key: 'task_id' }, since, DUE);
      const used = {
        serviceCpuMs: (await cpuMs(instances)) - before[0],
        postgresCpuMs: serverCpuSince(around.postgresPid, before[1]),
      };
      const twice = late.twice + (await doubled(board, since));
      measured.push({ what: `ours, ${count} instance${count > 1 ? 's' : ''}`, ...late, twice, ...used });
    }
  } finally {
    await Promise.all(instances.map((one) => one.stop()));
  }
  return measured;
}

interface Idle {
  readonly service: number;
  readonly postgres: number;
}

/** Percent of one core that an instance and the server use while nothing falls due. */
async function idle(around: Around, board: Board, scans: boolean): Promise<Idle> {
  const one = await instance(around, board, scans);
  await pause(5_000);
  const before = [await one.cpuMs(), serverCpu(around.postgresPid)] as const;
  await pause(IDLE_MS);
  const used = [(await one.cpuMs()) - before[0], serverCpuSince(around.postgresPid, before[1])] as const;
  await one.stop();
  const share = (i: 0 | 1) => (used[i] / IDLE_MS) * 100;
  return { service: share(0), postgres: share(1) };
}

function mean(all: readonly Idle[]): Idle {
  const of = (part: keyof Idle) => all.reduce((sum, one) => sum + one[part], 0) / all.length;
  return { service: of('service'), postgres: of('postgres') };
}

/** What scanning costs while nothing falls due: instances with their jobs and without, in turns. */
async function idling(around: Around, board: Board): Promise<Row[]> {
  const [scanning, still] = [[] as Idle[], [] as Idle[]];
  for (let turn = 0; turn < IDLE_TURNS; turn++) {
    scanning.push(await idle(around, board, true));
    still.push(await idle(around, board, false));
  }
  const row = (what: string, { service, postgres }: Idle) => {
    const unit = '% of a core, service and Postgres';
    const both = { service: rounded(service, 2), postgres: rounded(postgres, 2) };
    return { what, value: rounded(service + postgres, 2), unit, ...both };
  };
  const [scans, rests] = [mean(scanning), mean(still)];
  return [
    row('idle instance that scans', scans),
    row('idle instance without its jobs', rests),
    row('idle scanning: the difference', {
      service: scans.service - rests.service,
      postgres: scans.postgres - rests.postgres,
    }),
  ];
}

interface Due {
  readonly id: string;
  readonly dueAt: Date;
}

async function due({ client }: Board): Promise<Due[]> {
  const { rows } = await client.query<Due>(
    `select id, solve_due_at as "dueAt" from task
     where status = 'ACCEPTED' and solve_due_at > now() + interval '1 day' order by id limit ${LOOKS}`,
  );
  return rows;
}

/** Few and many take turns, so that what else the machine does meets both. */
async function moving(boards: readonly Board[]): Promise<Row[]> {
  const taken = boards.map(() => ({ suspend: [] as number[], resume: [] as number[], extend: [] as number[] }));
  const known = await Promise.all(boards.map(due));
  const by = { sub: 'commander-1' };
  for (let i = 0; i < LOOKS; i++)
    for (const [b, { course }] of boards.entries()) {
      const { id: taskId, dueAt } = known[b]![i]!;
      const until = new Date(dueAt.getTime() + 86_400_000);
      const timed = async (name: 'suspend' | 'resume' | 'extend', work: Promise<unknown>) => {
        const from = performance.now();
        await work;
        taken[b]![name].push(performance.now() - from);
      };
      await timed('suspend', course.suspend(by, { taskId, reason: 'WAITING_FOR_FIRM' }));
      await timed('resume', course.resume(by, { taskId }));
      await timed('extend', course.extendDeadline(by, { taskId, reason: '防疫物资待到货', until }));
    }
  return (['suspend', 'resume', 'extend'] as const).flatMap((name) =>
    taken.map((one, b) => ({
      what: `${name} with ${[FEW, CLOCKS][b]} clocks`,
      value: rounded(percentile(one[name], 0.5), 2),
      unit: 'ms p50',
      p99Ms: rounded(percentile(one[name], 0.99), 2),
    })),
  );
}

async function measure(around: Around, clocks: number): Promise<Row[]> {
  const begun = performance.now();
  const say = (line: string) => console.log(`  ${rounded((performance.now() - begun) / 1000)} s ${line}`);
  const few = await openBoard(around, FEW);
  const many = await openBoard(around, clocks);
  try {
    say(`${clocks} clocks are open`);
    const noticed = await noticing(around, many);
    for (const row of noticed) say(`noticed: ${JSON.stringify(row)}`);
    const moved = await moving([few, many]);
    say('moved');
    const idled = await idling(around, many);
    say('idled');
    const timers = { all: clocks, due: DUE, dueInS: DUE_IN_S, instances: INSTANCES, batchSize: BATCH };
    const beside = await peers(around, timers);
    noticed.forEach(assertNoticed);
    return [...noticed, ...beside, ...idled, ...moved];
  } finally {
    await Promise.all([few.stop(), many.stop()]);
  }
}

/** Deadlines with a million open clocks, beside the same timers in pg-boss. */
export async function deadlines(clocks = CLOCKS): Promise<Row[]> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'qft-deadlines-'));
  await chmod(dir, 0o755);
  const around = await surroundings(dir, SETTINGS);
  const busy = rounded(loadavg()[0]!, 2);
  try {
    const measured = await measure(around, clocks);
    return [
      ...measured,
      { what: 'load of the machine, before and after', value: busy, unit: `then ${rounded(loadavg()[0]!, 2)}` },
    ];
  } finally {
    await around.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
