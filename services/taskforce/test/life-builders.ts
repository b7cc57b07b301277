import type { Task } from '../src/task/domain/task.ts';
import type { RulesInForce } from '../src/task/domain/open-task.ts';
import type { Party, Receiver } from '../src/task/domain/party.ts';
import { accept } from '../src/task/domain/accept.ts';
import { transfer } from '../src/task/domain/transfer.ts';
import { aTask, county, elapsed, lead, noCalendar } from './builders.ts';

export const ownLead: Party = { ...lead, ofCentre: false };
export const otherLead: Party = { sub: 'labour-lead', taskForce: 'LABOUR', ofCentre: false };
export const analyst: Party = { sub: 'analyst-1', taskForce: null, ofCentre: true };

export function working(code: string): Receiver {
  return { code, known: true, dissolvedAt: null };
}

/** The default policy, in its second version, so that one sees which is kept. */
export const rules: RulesInForce = {
  routing: [],
  policies: [
    {
      version: 2,
      position: 1,
      nature: null,
      urgency: null,
      domain: null,
      acceptWithin: elapsed('PT2H'),
      solveWithin: elapsed('PT24H'),
      warnAt: [75],
    },
  ],
  time: noCalendar,
};

export const nextId = '019c5a00-0000-7000-8000-00000000000b';

/** The worked case of domain.md 9: accepted 14 Feb 10:00, transferred 12:00 to LABOUR, which accepted at 13:00 where that is asked for. */
export function aTransferredTask(
  acceptedAt: Date | null = null,
  before: Task = aTask({ acceptedAt: county('2020-02-14 10:00') }),
): Task {
  const how = { id: nextId, to: working('LABOUR'), reason: '属用工事项', by: ownLead };
  const { opened } = transfer(before, how, county('2020-02-14 12:00'), rules);
  const task = { ...opened.state, version: opened.events.length };
  return acceptedAt === null ? task : accept(task, { by: otherLead }, acceptedAt, noCalendar).state;
}

/** The deadlines by kind, of whatever runs. */
export function dueOf({ clocks }: Task): Record<string, Date | null> {
  return Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]));
}
