import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../tools/runtime/environment.ts';
import { board } from './board.ts';
import { guidances } from './guidances.ts';
import { common } from './common-problems.ts';
import { deadlines } from './deadlines.ts';
import { firmsBenchmark } from './firms.ts';
import { intakeScale } from './intake-scale.ts';
import { live } from './live.ts';
import { lights } from './lights.ts';
import { loop } from './loop.ts';
import { plan } from './plan.ts';
import { seal } from './seal.ts';
import { suggestion } from './suggestion.ts';
import { suggestionCost } from './suggestion-cost.ts';
import { startBenchmark } from './start.ts';
import { taskBoard } from './task-board.ts';

/** A benchmark: bounded in count and time, stops what it starts. Answers rows of one table. */
export type Benchmark = () => Promise<readonly Readonly<Record<string, string | number>>[]>;

const benchmarks: Readonly<Record<string, { readonly says: string; readonly run: Benchmark }>> = {
  board: {
    says: 'sign boards per second through the gateway, beside nginx serving the same bytes from disk',
    run: board,
  },
  guidances: {
    says: 'search as you type in 10,000 guidances with Chinese text, each keystroke; beside an unindexed ILIKE',
    run: guidances,
  },
  common: {
    says: 'domain, urgency, duplicates and common problems of labelled reports, seen and unseen, beside a baseline',
    run: common,
  },
  loop: {
    says: 'reports per second into committed issues, and from the answer to the visible task; beside bare Postgres and JetStream',
    run: loop,
  },
  firms: {
    says: "the county's 46,958 firms in and out through the gateway, beside COPY of the same rows",
    run: firmsBenchmark,
  },
  plan: { says: "a day's plan for 46,958 firms and 400 inspectors, and the same after ten fell ill", run: plan },
  seal: { says: 'how many reporters are sealed and opened per second', run: seal },
  suggestion: { says: 'ms from the answer to a report until its suggestion is seen', run: suggestion },
  'suggestion-cost': { says: 'the rate of reports with suggestions, beside that without', run: suggestionCost },
  'intake-scale': {
    says: 'lists, overview, figures, closing and the rate of reports with 1,000,000 issues and 5,000,000 events; with their plans',
    run: () => intakeScale(),
  },
  lights: {
    says: 'the firms with 200 inspections each: a submission, beside firms with two; lists, map, rebuild of all lights; with their plans',
    run: () => lights(),
  },
  live: {
    says: '500 queries followed live: from one change until all are told; beside bare server-sent events of the same bytes',
    run: live,
  },
  deadlines: {
    says: '10,000 of 1,000,000 clocks fall due in one second, with 1 and 3 instances; suspending, extending, idling; beside pg-boss',
    run: () => deadlines(),
  },
  'task-board': {
    says: "the board, lists, a member's view and figures of 1,000,000 tasks, 30,000 of them open; with their plans",
    run: () => taskBoard(),
  },
  start: { says: 'fresh and second start, and the memory of each process', run: startBenchmark },
};

const [name = ''] = process.argv.slice(2);
const chosen = benchmarks[name];
if (!chosen) {
  console.log(`usage: npm run bench -- NAME\n`);
  for (const [one, { says }] of Object.entries(benchmarks)) console.log(`  ${one.padEnd(14)} ${says}`);
  process.exit(name ? 1 : 0);
}
const rows = await chosen.run();
console.table(rows);
const folder = join(repositoryRoot, 'bench', 'results');
mkdirSync(folder, { recursive: true });
const machine = {
  cpus: cpus().length,
  model: cpus()[0]?.model,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
writeFileSync(
  join(folder, `${name}.json`),
  JSON.stringify({ name, at: new Date().toISOString(), machine, rows }, null, 2),
);
