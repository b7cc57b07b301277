import type { MigrationInterface, QueryRunner } from 'typeorm';
import { county, later } from './builders.ts';

type Fact = readonly [type: string, at: Date, noticedAt?: Date];

const HOUR = 3_600_000;
const dispatchedAt = county('2020-02-14 09:30');
const acceptedAt = county('2020-02-14 10:00');
const accepting = later(dispatchedAt, 2 * HOUR);
const solving = later(acceptedAt, 24 * HOUR);
const late = (due: Date): Fact => ['BREACHED', due, later(due, 1)];

function clock(kind: string, limit: string, ...history: Fact[]) {
  const facts = history.map(([type, at, noticedAt]) => ({ type, at, ...(noticedAt && { noticedAt }) }));
  return { kind, limit, policyVersion: 1, history: facts };
}
const started = (at: Date): Fact => ['STARTED', at];
const accepted = clock('ACCEPTANCE', 'PT2H', started(dispatchedAt), ['MET', acceptedAt]);
const unaccepted = clock('ACCEPTANCE', 'PT2H', started(dispatchedAt), late(accepting));
const missed = clock('SOLUTION', 'PT24H', started(acceptedAt), late(solving));
const inHand = { accepted_at: acceptedAt, accepted_by: 'testing-lead' };
const solved = { solution_text: '已采样', proposed_at: later(solving, HOUR), proposed_by: 'testing-lead' };

/** A row, and for which deadlines of it a notice was issued. */
type OldTask = Record<string, unknown> & { readonly urged?: readonly (readonly [string, Date])[] };

/** Tasks as the release before wrote them: by what each is. */
export const oldTasks: Readonly<Record<string, OldTask>> = {
  waiting: {
    status: 'DISPATCHED',
    clocks: [clock('ACCEPTANCE', 'PT2H', started(dispatchedAt))],
    next_due_at: accepting,
  },
  unaccepted: {
    status: 'DISPATCHED',
    clocks: [unaccepted, clock('SOLUTION', 'PT24H', started(accepting))],
    ...{ next_due_at: later(accepting, 24 * HOUR), overdue: true, urged: [['ACCEPTANCE', accepting]] },
  },
  inWork: {
    ...inHand,
    status: 'ACCEPTED',
    clocks: [accepted, clock('SOLUTION', 'PT24H', started(acceptedAt))],
    next_due_at: solving,
  },
  missed: { ...inHand, status: 'ACCEPTED', clocks: [accepted, missed], overdue: true, urged: [['SOLUTION', solving]] },
  missedTwice: {
    ...inHand,
    accepted_at: later(accepting, HOUR),
    status: 'ACCEPTED',
    clocks: [unaccepted, clock('SOLUTION', 'PT24H', started(accepting), late(later(accepting, 24 * HOUR)))],
    ...{ overdue: true, urged: [['ACCEPTANCE', accepting], ['SOLUTION', later(accepting, 24 * HOUR)]] }, // prettier-ignore
  },
  solvedLate: {
    ...inHand,
    ...solved,
    status: 'SOLUTION_PROPOSED',
    clocks: [accepted, missed],
    urged: [['SOLUTION', solving]],
  },
  closed: {
    ...{ ...inHand, ...solved, status: 'CLOSED', closed_at: later(solving, 9 * HOUR), closed_because: 'WRITTEN_OFF' },
    ...{ clocks: [accepted, missed], urged: [['SOLUTION', solving]] },
  },
  common: {
    ...{ status: 'DISPATCHED', issue_id: null, common_issue_id: '019c5a00-0000-7000-8000-000000000003' },
    ...{ nature: 'COMMON', town_code: null, firm_credit_code: null, next_due_at: accepting },
    clocks: [clock('ACCEPTANCE', 'PT2H', started(dispatchedAt))],
  },
};

const usual = {
  ...{ version: 1, round: 1, nature: 'INDIVIDUAL', domain: 'TESTING', urgency: 'NORMAL' },
  ...{ firm_credit_code: '91330226MA2AG00014', town_code: '330226110', task_force_code: 'TESTING', policy_version: 1 },
  ...{ solve_within: 'PT24H', dispatched_at: dispatchedAt, solution_measures: [], overdue: false },
};

/** The number of the issue that a task is about. */
export function numberOf(name: string): string {
  return name === 'common' ? '共20200214-0003' : `20200214-000${Object.keys(oldTasks).indexOf(name) + 1}`;
}

async function insert(runner: QueryRunner, table: string, row: Record<string, unknown>): Promise<void> {
  await runner.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [row]);
}

/** Stands where the release before ended: what it had written by then. */
export class OldRelease1700000000003 implements MigrationInterface {
  name = 'OldRelease1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    const issued: object[] = [];
    for (const [i, [name, { urged = [], ...task }]] of Object.entries(oldTasks).entries()) {
      const id = `019c5a00-0000-7000-8000-00000000000${i}`;
      const about = { issue_id: id.replace('019c', '019d'), number: numberOf(name) };
      await insert(runner, 'task', { ...usual, id, ...about, ...task });
      for (const [clock, due] of urged) issued.push({ task_id: id, clock, due_at: due, issued_at: later(due, 1) });
    }
    for (const [i, notice] of issued.entries()) {
      const id = `019e5a00-0000-7000-8000-00000000000${i}`;
      const about = { id, version: 1, number: `催20200215-000${i + 1}`, task_force_code: 'TESTING', ordinal: 1 };
      await insert(runner, 'urging_notice', { ...about, ...notice });
    }
    await insert(runner, 'number_series', { series: 'urging', day: '2020-02-15', last_number: issued.length });
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
