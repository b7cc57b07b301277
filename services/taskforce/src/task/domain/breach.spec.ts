import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { aTask, county, elapsed, later, noCalendar } from '../../../test/builders.ts';
import { breach } from './breach.ts';
import { type Clock } from '../../clock/domain/clock.ts';
import { startClock } from '../../clock/domain/clock-moves.ts';
import { cached } from './task.ts';

const solutionDue = county('2020-02-15 10:00');
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const [acceptance, solution] = inWork.clocks as [Clock, Clock];
const told = { taskId: inWork.id, issueId: inWork.issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;

function announced(clock: 'ACCEPTANCE' | 'SOLUTION', dueAt: Date, noticedAt: Date) {
  return taskBreached({ ...told, clock, dueAt: dueAt.toISOString(), noticedAt: noticedAt.toISOString() });
}

describe('a deadline', () => {
  it.each([-1, 0])('%d ms after it is not missed: nothing changes', (ms) => {
    expect(breach(inWork, later(solutionDue, ms), noCalendar)).toEqual({ state: inWork, events: [] });
  });

  it.each([
    ['1 ms late', later(solutionDue, 1)],
    ['at 12:00, after the service was down from 09:30 on,', county('2020-02-15 12:00')],
  ])('noticed %s is a breach at its true due time', (_, noticedAt) => {
    const missed = {
      ...solution,
      history: [...solution.history, { type: 'BREACHED', at: solutionDue, noticedAt } as const],
    };
    expect(breach(inWork, noticedAt, noCalendar)).toEqual({
      state: { ...cached({ ...inWork, clocks: [acceptance, missed] }), nextDueAt: null, overdue: true },
      events: [announced('SOLUTION', solutionDue, noticedAt)],
    });
  });

  it('is breached once: whoever looks again finds nothing new', () => {
    const { state } = breach(inWork, later(solutionDue, 1), noCalendar);
    expect(breach(state, later(solutionDue, 86_400_000), noCalendar)).toEqual({ state, events: [] });
  });
});

describe('a task that nobody accepts', () => {
  const waiting = aTask();
  const acceptanceDue = county('2020-02-14 11:30');
  const [accepting] = waiting.clocks as [Clock];

  it('does not escape: its solution clock starts at the instant at which its acceptance was due', () => {
    const noticedAt = later(acceptanceDue, 4_000);
    const missed = {
      ...accepting,
      history: [...accepting.history, { type: 'BREACHED', at: acceptanceDue, noticedAt } as const],
    };
    const terms = { kind: 'SOLUTION', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 1 } as const;
    const started = startClock(terms, acceptanceDue, noCalendar);
    expect(breach(waiting, noticedAt, noCalendar)).toEqual({
      state: {
        ...cached({ ...waiting, clocks: [missed, started] }),
        nextDueAt: county('2020-02-15 11:30'),
        overdue: true,
      },
      events: [announced('ACCEPTANCE', acceptanceDue, noticedAt)],
    });
  });

  it('and ended before its second deadline has missed the first alone, though it is heard of after both', () => {
    const [noticedAt, second] = [county('2020-02-16 12:00'), county('2020-02-15 11:30')];
    const missed = [announced('ACCEPTANCE', acceptanceDue, noticedAt), announced('SOLUTION', second, noticedAt)];
    expect([0, 1].map((ms) => breach(waiting, noticedAt, noCalendar, later(second, ms)).events)).toEqual([
      missed.slice(0, 1),
      missed,
    ]);
  });

  it('and was forgotten for two days has missed both deadlines, each at its true time', () => {
    const noticedAt = county('2020-02-16 12:00');
    const { state, events } = breach(waiting, noticedAt, noCalendar);
    const second = county('2020-02-15 11:30');
    expect(events).toEqual([
      announced('ACCEPTANCE', acceptanceDue, noticedAt),
      announced('SOLUTION', second, noticedAt),
    ]);
    expect([state.nextDueAt, state.overdue]).toEqual([null, true]);
  });
});
