import { describe, expect, it } from '@jest/globals';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { aTask, county, elapsed, later, lead, noCalendar } from '../../../test/builders.ts';
import { accept } from './accept.ts';
import { type Clock } from '../../clock/domain/clock.ts';
import { startClock } from '../../clock/domain/clock-moves.ts';
import { cached } from './task.ts';

const waiting = aTask();
const [acceptance] = waiting.clocks as [Clock];
const acceptanceDue = county('2020-02-14 11:30');
const told = {
  taskId: waiting.id,
  issueId: waiting.issueId,
  round: 1,
  domain: 'TESTING',
  taskForce: 'TESTING',
} as const;

function acceptedEvent(at: Date, solutionDueAt: Date) {
  return taskAccepted({
    ...told,
    acceptedBy: 'testing-lead',
    acceptedAt: at.toISOString(),
    solutionDueAt: solutionDueAt.toISOString(),
  });
}

function solutionClock(startedAt: Date) {
  const terms = { kind: 'SOLUTION', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 1 } as const;
  return startClock(terms, startedAt, noCalendar);
}

describe('accepting a task', () => {
  it.each([
    ['14 Feb 10:00', county('2020-02-14 10:00'), county('2020-02-15 10:00')],
    ['1 ms before the acceptance is due', later(acceptanceDue, -1), later(county('2020-02-15 11:30'), -1)],
    ['at the very instant at which it is due', acceptanceDue, county('2020-02-15 11:30')],
  ])('%s meets the acceptance clock and starts the solution clock', (_, now, solutionDue) => {
    const met = { ...acceptance, history: [...acceptance.history, { type: 'MET', at: now } as const] };
    const accepted = {
      status: 'ACCEPTED' as const,
      acceptedAt: now,
      acceptedBy: 'testing-lead',
      clocks: [met, solutionClock(now)],
    };
    expect(accept(waiting, { by: lead }, now, noCalendar)).toEqual({
      state: { ...cached({ ...waiting, ...accepted }), nextDueAt: solutionDue, overdue: false },
      events: [acceptedEvent(now, solutionDue)],
    });
  });

  it('1 ms late is a breach, even when nobody noticed it before; the solution clock has run since the acceptance was due', () => {
    const now = later(acceptanceDue, 1);
    const missed = {
      ...acceptance,
      history: [...acceptance.history, { type: 'BREACHED', at: acceptanceDue, noticedAt: now } as const],
    };
    const accepted = {
      status: 'ACCEPTED' as const,
      acceptedAt: now,
      acceptedBy: 'testing-lead',
      clocks: [missed, solutionClock(acceptanceDue)],
    };
    const solutionDue = county('2020-02-15 11:30');
    const breached = taskBreached({
      ...told,
      clock: 'ACCEPTANCE',
      dueAt: acceptanceDue.toISOString(),
      noticedAt: now.toISOString(),
    });
    expect(accept(waiting, { by: lead }, now, noCalendar)).toEqual({
      state: { ...cached({ ...waiting, ...accepted }), nextDueAt: solutionDue, overdue: false },
      events: [breached, acceptedEvent(now, solutionDue)],
    });
  });

  it('two days late leaves both deadlines missed, and the task overdue until it is solved', () => {
    const { state, events } = accept(waiting, { by: lead }, county('2020-02-16 12:00'), noCalendar);
    expect([state.status, state.overdue, state.nextDueAt]).toEqual(['ACCEPTED', true, null]);
    expect(events.map(({ type, data }) => [type, data['clock'] ?? data['solutionDueAt']])).toEqual([
      ['taskforce.task.breached.v1', 'ACCEPTANCE'],
      ['taskforce.task.breached.v1', 'SOLUTION'],
      ['taskforce.task.accepted.v1', '2020-02-15T03:30:00.000Z'],
    ]);
  });

  it('gives an urgent task its own, shorter limit', () => {
    const { state } = accept(
      aTask({ solveWithin: elapsed('PT8H'), policyVersion: 7 }),
      { by: lead },
      county('2020-02-14 10:00'),
      noCalendar,
    );
    expect(state.clocks[1]).toEqual(
      expect.objectContaining({ limit: elapsed('PT8H'), policyVersion: 7, dueAt: county('2020-02-14 18:00') }),
    );
  });

  it('is for its own task force only, and it says so before it tells the state', () => {
    const other = { by: { sub: 'labour-lead', taskForce: 'LABOUR' } };
    const refused = expect.objectContaining({ code: 'TASK_OF_OTHER_TASK_FORCE' });
    expect(() => accept(aTask({ acceptedAt: acceptanceDue }), other, acceptanceDue, noCalendar)).toThrow(refused);
  });

  it('a second time is refused', () => {
    const refused = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => accept(aTask({ acceptedAt: acceptanceDue }), { by: lead }, acceptanceDue, noCalendar)).toThrow(
      refused,
    );
  });
});
