import { describe, expect, it } from '@jest/globals';
import { centreClockBreached } from '@qifutong/contracts/taskforce/centre-clock-breached';
import { instantOf, isOpen } from '../../clock/domain/clock.ts';
import { county, later, noCalendar } from '../../../test/builders.ts';
import { aCallbackClock, aCentreClock, aCourse } from '../../../test/courses.ts';
import { begin, breach, cached, follow, HEARING_MS, type CentreClock } from './centre-clock.ts';
import type { Span } from './spans.ts';
import { urge, wake } from './wake.ts';

const due = county('2020-02-14 23:59:59.999');
const every = () => 12 * 3_600_000;
const course = aCourse();

function span(endedAt: Date | null, type: 'MET' | 'CANCELLED' = 'MET'): Span {
  const end = endedAt === null ? null : { type, at: endedAt, by: 'DISPATCHED' as const };
  return { kind: 'DISPATCH', ordinal: 1, round: 1, startedAt: county('2020-02-14 09:00'), end };
}

function told(noticedAt: Date) {
  const { id: centreClockId, issueId } = aCentreClock();
  const about = { centreClockId, issueId, round: 1, domain: 'TESTING', centreClock: 'DISPATCH' } as const;
  return centreClockBreached({ ...about, dueAt: due.toISOString(), noticedAt: noticedAt.toISOString() });
}

const noticed = (centre: CentreClock, at: Date) => urge(wake(centre, at, noCalendar).state, at, noCalendar, every);

describe('an issue that was registered on 14 Feb at 09:00', () => {
  const terms = { kind: 'DISPATCH', limit: { kind: 'SAME_DAY' }, warnAt: [75], policyVersion: 1 } as const;

  it('is to be dispatched by 14 Feb 23:59:59.999', () => {
    const { clock, ...begun } = begin(aCentreClock().id, { course, span: span(null) }, terms, noCalendar);
    const { clock: _, ...expected } = aCentreClock();
    expect(begun).toEqual(expected);
    expect([begun.dueAt, isOpen(clock), begun.wakeAt]).toEqual([due, true, county('2020-02-14 20:14:59.999')]);
  });

  it.each([
    ['a millisecond before', -1, false],
    ['at the very instant', 0, false],
    ['a millisecond after', 1, true],
  ])('and is dispatched %s: missed is %s', (_, byMs, missed) => {
    const at = later(due, byMs);
    const now = later(due, 5_000);
    const { state, events } = follow(aCentreClock(), { course, span: span(at) }, now, noCalendar);
    expect(state).toMatchObject({ endedAt: at, open: false, missed, wakeAt: null, dueAt: due });
    expect(instantOf(state.clock, 'MET')).toEqual(missed ? null : at);
    expect(events).toEqual(missed ? [told(now)] : []);
  });

  it('and merged after the deadline was missed: that stays', () => {
    const { state } = follow(
      aCentreClock(),
      { course, span: span(later(due, 60_000), 'CANCELLED') },
      later(due, 90_000),
      noCalendar,
    );
    expect([state.missed, instantOf(state.clock, 'CANCELLED')]).toEqual([true, null]);
  });

  it('and told once more is as it was', () => {
    const { state } = follow(aCentreClock(), { course, span: span(due) }, due, noCalendar);
    const again = follow(state, { course, span: span(later(due, 0)) }, later(due, 1), noCalendar);
    expect(again).toEqual({ state, events: [] });
    // the very same, so that nothing is written
    const [before, after] = [Object.entries(state), new Map(Object.entries(again.state))];
    expect(before.filter(([name, value]) => after.get(name) !== value)).toEqual([]);
  });
});

describe('what was done in time and is heard late', () => {
  const late = noticed(aCentreClock(), later(due, HEARING_MS + 1));

  it('was met, though a breach was recorded and a notice issued meanwhile', () => {
    expect(late).toMatchObject({ missed: true, open: true });
    const { state, events } = follow(late, { course, span: span(due) }, later(due, 60_000), noCalendar);
    expect(state).toMatchObject({ endedAt: due, missed: false, open: false, wakeAt: null, dueAt: due });
    expect(state.clock.history.map(({ type }) => type)).toEqual(['STARTED', 'BREACHED', 'URGED', 'REVOKED', 'MET']);
    expect(events).toEqual([]);
  });

  it('a millisecond too late was missed', () => {
    const { state } = follow(late, { course, span: span(later(due, 1)) }, later(due, 60_000), noCalendar);
    expect(state).toMatchObject({ endedAt: later(due, 1), missed: true, open: false, dueAt: due });
  });
});

describe('a batch that was reverted', () => {
  it('lets the clock run on as if it had never stopped', () => {
    const settled = follow(aCentreClock(), { course, span: span(county('2020-02-14 11:00')) }, due, noCalendar).state;
    const now = later(due, 3_600_000);
    const { state } = follow(settled, { course, span: span(null) }, now, noCalendar);
    expect(state).toMatchObject({ endedAt: null, open: true, missed: false, dueAt: due });
    const { state: missed, events } = breach(state, now, now, noCalendar);
    expect([missed.missed, missed.dueAt, events]).toEqual([true, due, [told(now)]]);
  });
});

describe('a clock of the centre by itself', () => {
  it('is warned of once, at 75 percent', () => {
    const at = county('2020-02-15 10:00');
    const before = wake(aCallbackClock(), later(at, -1), noCalendar);
    const { state, events } = wake(before.state, at, noCalendar);
    expect(before.events).toEqual([]);
    expect(events.map(({ type, data }) => [type, data['percent'], data['warnedAt']])).toEqual([
      ['taskforce.centre-clock.warned.v1', 75, at.toISOString()],
    ]);
    expect(wake(state, at, noCalendar)).toEqual({ state, events: [] });
  });

  it('is missed once what was done in time would have been heard of, with the true due time', () => {
    const at = later(due, HEARING_MS + 1);
    const warned = wake(aCentreClock(), due, noCalendar).state;
    expect(warned.wakeAt).toEqual(at);
    expect(wake(warned, later(at, -1), noCalendar)).toEqual({ state: warned, events: [] });
    expect(wake(warned, at, noCalendar).events).toEqual([told(at)]);
  });

  it('brings a notice when it is missed, and another every 12 hours until it is done', () => {
    const first = noticed(aCentreClock(), later(due, HEARING_MS + 1));
    const at = first.wakeAt!;
    expect(at).toEqual(later(due, HEARING_MS + 1 + every()));
    expect(noticed(first, later(at, -1))).toEqual(first);
    const second = noticed(first, at);
    expect(second.clock.history.filter(({ type }) => type === 'URGED')).toHaveLength(2);
    const done = follow(second, { course, span: span(later(at, 60_000)) }, later(at, 60_000), noCalendar).state;
    expect(noticed(done, later(at, 24 * 3_600_000))).toEqual(done);
  });

  it('that was missed and done before anybody noticed brings its one notice all the same', () => {
    const now = later(due, 3_600_000);
    const done = follow(aCentreClock(), { course, span: span(later(due, 60_000)) }, now, noCalendar).state;
    expect(urge(done, now, noCalendar, every).clock.history.at(-1)).toMatchObject({ type: 'URGED', ordinal: 1 });
  });

  it('has caches that follow from its history', () => {
    const centre = noticed(aCentreClock(), later(due, HEARING_MS + 1));
    expect(cached({ ...centre, dueAt: null, wakeAt: null, missed: null, open: null } as never)).toEqual(centre);
  });
});
