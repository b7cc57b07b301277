import { describe, expect, it } from '@jest/globals';
import { aTask, county, noCalendar } from '../../../test/builders.ts';
import { accept } from './accept.ts';
import type { Clock } from '../../clock/domain/clock.ts';
import { close } from './close.ts';

const acceptedAt = county('2020-02-14 10:00');
const now = county('2020-02-14 18:00');

describe('closing a task', () => {
  it.each(['WRITTEN_OFF', 'REOPENED'] as const)(
    'whose issue was %s ends it and leaves its clocks as they are',
    (because) => {
      const solved = aTask({ acceptedAt, proposedAt: county('2020-02-14 16:00') });
      expect(close(solved, { because }, now, noCalendar)).toEqual({
        state: { ...solved, status: 'CLOSED', closedAt: now, closedBecause: because, deadlineAt: solved.solveDueAt },
        events: [],
      });
    },
  );

  it('that is still in work cancels the clock that runs', () => {
    const inWork = aTask({ acceptedAt });
    const [acceptance, solution] = inWork.clocks as [Clock, Clock];
    const cancelled = { ...solution, history: [...solution.history, { type: 'CANCELLED', at: now }] };
    expect(close(inWork, { because: 'REOPENED' }, now, noCalendar)).toEqual({
      state: {
        ...inWork,
        status: 'CLOSED',
        closedAt: now,
        closedBecause: 'REOPENED',
        clocks: [acceptance, cancelled],
        nextDueAt: null,
        wakeAt: null,
      },
      events: [],
    });
  });

  it('records what was missed until then', () => {
    const { state, events } = close(aTask(), { because: 'WRITTEN_OFF' }, now, noCalendar);
    expect(events.map(({ data }) => [data['clock'], data['dueAt']])).toEqual([
      ['ACCEPTANCE', '2020-02-14T03:30:00.000Z'],
    ]);
    expect(state.clocks.map(({ history }) => history.at(-1)?.type)).toEqual(['BREACHED', 'CANCELLED']);
    expect([state.nextDueAt, state.overdue]).toEqual([null, false]);
  });

  it('ends it for good', () => {
    const closed = close(aTask(), { because: 'REOPENED' }, now, noCalendar).state;
    const refused = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => close(closed, { because: 'WRITTEN_OFF' }, now, noCalendar)).toThrow(refused);
    expect(() => accept(closed, { by: { sub: 'testing-lead', taskForce: 'TESTING' } }, now, noCalendar)).toThrow(
      refused,
    );
  });
});
