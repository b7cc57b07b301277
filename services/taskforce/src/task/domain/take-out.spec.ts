import { describe, expect, it } from '@jest/globals';
import { aDispatch, aTask, county, later, noCalendar } from '../../../test/builders.ts';
import { aTransferredTask, nextId, rules, working } from '../../../test/life-builders.ts';
import { instantOf, type Clock } from '../../clock/domain/clock.ts';
import { cancel } from './cancel.ts';
import { endFirmClock, reviveFirmClock } from './end-firm-clock.ts';
import { forgo } from './forgo.ts';
import { redispatch } from './redispatch.ts';
import { returnTask } from './return.ts';
import { suspend } from './suspend.ts';
import { goesOn, takeOut } from './take-out.ts';
import { firmClock, type Task } from './task.ts';
import { newUrgings, urge, wake } from './wake.ts';

const HOUR = 3_600_000;
const commonIssueId = '019c5a00-0000-7000-8000-000000000003';
const at = county('2020-02-14 11:00');
const MINUTE = 60_000;
const accepting = county('2020-02-14 11:30');
const due = county('2020-02-15 10:00');
const again = county('2020-02-14 15:00');
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const every = () => 12 * HOUR;
const taken = (task: Task = inWork) =>
  cancel(task, { because: 'COMMON_ISSUE', commonIssueId, at }, at, noCalendar).state;
const gone = { because: 'MERGED', commonIssueId: null, at } as const;
const woken = (task: Task, now: Date) => wake(task, now, noCalendar, every);
const out = (task: Task, dispatchedAt = again) =>
  takeOut(task, { id: nextId, dispatched: aDispatch({ dispatchedAt, urgency: 'URGENT' }) }, dispatchedAt, rules);
const shown = ({ clocks }: Task) => clocks.map(({ kind, dueAt }) => [kind, dueAt]);
const missed = (clock: Clock | undefined) => clock && instantOf(clock, 'BREACHED');

describe('a member of a common issue', () => {
  it("that is taken out has a task that goes on with its old one: its firm's clock with the first start and deadline, by what it is about now", () => {
    const { left, opened } = out(taken());
    expect(shown(opened.state)).toEqual([
      ['FIRM', due],
      ['ACCEPTANCE', later(again, 2 * HOUR)],
    ]);
    expect(opened.state.clocks[0]!.history).toEqual(inWork.clocks[1]!.history);
    expect(opened.state).toMatchObject({
      ...{ predecessorId: inWork.id, firstDispatchedAt: again, dispatchedAt: again, urgency: 'URGENT' },
      ...{ status: 'DISPATCHED', commonIssueId: null, mustAccept: false, taskForceCode: 'COORDINATION' },
    });
    const [event] = opened.events;
    expect(event!.data).toMatchObject({ predecessorId: inWork.id, firmDueAt: due.toISOString() });
    expect([left.events, left.state.nextDueAt, left.state.wakeAt]).toEqual([[], null, null]);
  });

  it('of which nobody had accepted the task, in time, has no clock of the firm to keep', () => {
    const { state, events } = out(taken(aTask())).opened;
    expect(state.clocks.map(({ kind }) => kind)).toEqual(['ACCEPTANCE']);
    expect(events[0]!.data).toMatchObject({ firmDueAt: null });
  });

  it.each([-1, 0])(
    'has missed nothing %d ms after its firm was promised a solution, and is warned of nothing',
    (ms) => {
      expect(woken(taken(), later(due, ms))).toEqual({ state: taken(), events: [] });
    },
  );

  it('has missed it 1 ms after, at the true time, and is urged with the others: by no notice of its own', () => {
    const { state, events } = woken(taken(), later(due, 1));
    expect(events.map(({ type, data }) => [type, data['dueAt']])).toEqual([
      ['taskforce.firm-clock.breached.v1', due.toISOString()],
    ]);
    expect([newUrgings(taken(), state), state.overdue, state.wakeAt]).toEqual([[], false, null]);
  });

  it('that missed it and is taken out later owes it all the same: whoever has it now is urged', () => {
    const { left, opened } = out(taken(), later(due, HOUR));
    expect([missed(firmClock(left.state)), missed(firmClock(opened.state))]).toEqual([due, due]);
    expect(opened.state.overdue).toBe(true);
    expect(newUrgings(left.state, urge(opened.state, later(due, HOUR), noCalendar, every))).toHaveLength(1);
  });

  it('keeps what was missed before it was taken in, with its notice', () => {
    const late = later(due, HOUR);
    const { state, events } = cancel(inWork, { because: 'COMMON_ISSUE', commonIssueId, at: late }, late, noCalendar);
    expect(events.map(({ type }) => type)).toEqual(['taskforce.task.breached.v1', 'taskforce.task.cancelled.v1']);
    expect(newUrgings(inWork, urge(state, late, noCalendar, every)).map(({ clock }) => clock)).toEqual(['SOLUTION']);
    const { opened } = out(state, later(late, HOUR));
    expect([shown(opened.state)[0], missed(opened.state.clocks[0])]).toEqual([['FIRM', due], due]);
  });

  it.each([
    [0, null],
    [1, due],
  ])(
    'that a batch settles %d ms after the deadline is judged by it; reverted, the clock runs as if it had never stopped',
    (ms, missedAt) => {
      const heard = later(due, HOUR);
      // the deadline was noticed before it was heard what the batch did
      const settled = endFirmClock(woken(taken(), heard).state, { type: 'MET', at: later(due, ms) }, heard, noCalendar);
      expect(missed(firmClock(settled.state))).toEqual(missedAt);
      const reverted = reviveFirmClock(settled.state, { at: heard }, heard, noCalendar);
      expect([missed(firmClock(reverted.state)), reverted.events.length]).toEqual([due, 1 - ms]);
    },
  );

  it('that was accepted, and passed on, before anybody heard that it had been taken in has no clock of the firm to keep', () => {
    const passedOn = aTransferredTask(null, aTask({ acceptedAt: later(at, 1) }));
    expect(shown(taken(passedOn))).toEqual([
      ['FIRM', later(at, 24 * HOUR + 1)],
      ['ACCEPTANCE', county('2020-02-14 14:00')],
    ]);
    expect(taken(passedOn)).toMatchObject({ nextDueAt: null, wakeAt: null });
    expect(shown(out(taken(passedOn)).opened.state).map(([kind]) => kind)).toEqual(['ACCEPTANCE']);
  });

  it.each([
    [-1, null],
    [0, null],
    [1, later(accepting, 24 * HOUR)],
  ])(
    'that was taken in %d ms after its acceptance was due, and returned before that was heard: its clock of the firm is due %p',
    (ms, firmDueAt) => {
      const [noticed, given, heard] = [1, 5 * MINUTE, 6 * MINUTE].map((by) => later(accepting, by)) as [
        Date,
        Date,
        Date,
      ];
      const how = { reason: '退', by: { sub: 'lead', taskForce: 'TESTING' }, within: 'PT3H' };
      const waits = returnTask(woken(aTask(), noticed).state, how, given, noCalendar).state;
      expect(waits.nextDueAt).toEqual(later(accepting, 24 * HOUR));
      const way = { at: later(accepting, ms), settled: null, commonIssueId };
      const { state } = forgo(waits, way, heard, noCalendar);
      expect([state.nextDueAt, state.acceptMissed]).toEqual([firmDueAt, ms > 0]);
      const next = out(state).opened.state;
      expect(next.clocks.map(({ kind, dueAt }) => (kind === 'FIRM' ? dueAt : null)).find(Boolean) ?? null).toEqual(
        firmDueAt,
      );
    },
  );

  it.each([
    ['that stayed one', taken(), false, true],
    ['that was merged', endFirmClock(taken(), { type: 'CANCELLED', at: again }, again, noCalendar).state, true, false],
    ['that was merged when it had missed its deadline', woken(taken(), later(due, 1)).state, true, false],
    ['that nobody had accepted, and was merged', taken(aTask()), true, false],
    ['of which a batch that was reverted since had settled the issue before it was merged', taken(), true, true],
    ['that is none', cancel(inWork, gone, at, noCalendar).state, false, false],
  ])('%s goes on with its clock, or has a new one', (_, task, hasLeft, kept) => {
    expect(goesOn(task, hasLeft)).toBe(kept);
  });

  it('that stood still when it was taken in goes on then', () => {
    const paused = suspend(
      inWork,
      { reason: 'FORCE_MAJEURE', note: null, by: 'a' },
      county('2020-02-14 10:30'),
      noCalendar,
    );
    expect(firmClock(taken(paused.state))!.dueAt).toEqual(later(due, HOUR / 2));
  });

  it('whose task had been returned keeps the clock too, and cannot be returned twice', () => {
    const late = county('2020-02-14 11:40');
    const waits = returnTask(
      urge(aTask({ dispatchedAt: county('2020-02-14 09:30') }), late, noCalendar, every),
      { reason: '退', by: { sub: 'lead', taskForce: 'TESTING' }, within: 'PT3H' },
      late,
      noCalendar,
    ).state;
    const member = forgo(
      waits,
      { at: county('2020-02-14 12:00'), settled: null, commonIssueId },
      late,
      noCalendar,
    ).state;
    expect([member.awaitsRedispatch, member.commonIssueId, shown(member)[0]]).toEqual([
      false,
      commonIssueId,
      ['FIRM', county('2020-02-15 11:30')],
    ]);
    expect(() => redispatch(member, { id: nextId, to: working('LABOUR'), orderToAccept: false }, again, rules)).toThrow(
      expect.objectContaining({ code: 'TASK_NOT_AWAITING_DISPATCH' }),
    );
    const { state } = out(member).opened;
    expect([state.mustAccept, shown(state)[0]]).toEqual([true, ['FIRM', county('2020-02-15 11:30')]]);
  });
});
