import { describe, expect, it } from '@jest/globals';
import { county, elapsed, later, noCalendar, officeTime, sameDay, wholeDays, working } from '../../../test/builders.ts';
import {
  instantOf,
  isMissed,
  isOpen,
  isSuspended,
  isToBeWarnedOf,
  pausesOf,
  rebuilt,
  remainingMs,
  type Clock,
} from './clock.ts';
import { carriedOn, end, extend, miss, resume, revokeEnd, startClock, suspend, warn } from './clock-moves.ts';
import type { TimeLimit } from './time-limit.ts';

const hour = 3_600_000;
const terms = { kind: 'SOLUTION', warnAt: [75], policyVersion: 1 } as const;
const started = (limit: TimeLimit, at: string) => startClock({ ...terms, limit }, county(at), officeTime);
const accepted = started(elapsed('PT24H'), '2020-02-14 10:00');
const paused = (clock: Clock, from: string, to: string) =>
  resume(suspend(clock, 'WAITING_FOR_FIRM', county(from), officeTime), county(to), officeTime);
const facts = ({ history }: Clock) => history.map(({ type }) => type);

describe('the worked cases', () => {
  it('14 Feb 09:00 registered: to be dispatched by 14 Feb 23:59:59.999', () => {
    const registered = startClock(
      { ...terms, kind: 'DISPATCH', limit: sameDay },
      county('2020-02-14 09:00'),
      noCalendar,
    );
    expect(registered.dueAt).toEqual(county('2020-02-14 23:59:59.999'));
  });

  it('14 Feb 10:00 accepted: due 15 Feb 10:00; one warning at 04:00', () => {
    expect([accepted.dueAt, accepted.warningAt]).toEqual([county('2020-02-15 10:00'), county('2020-02-15 04:00')]);
    expect([-1, 0, 1].map((ms) => isToBeWarnedOf(accepted, later(accepted.warningAt!, ms)))).toEqual([
      false,
      true,
      true,
    ]);
    const warned = warn(accepted, county('2020-02-15 04:00:02'), noCalendar);
    expect(warned).toEqual({
      ...accepted,
      history: [
        ...accepted.history,
        { type: 'WARNED', at: county('2020-02-15 04:00'), percent: 75, noticedAt: county('2020-02-15 04:00:02') },
      ],
      warningAt: null,
    });
    expect(isToBeWarnedOf(warned, county('2020-02-15 09:00'))).toBe(false);
  });

  it('15 Feb 10:00:00.000 a solution is in time, 1 ms later it is not', () => {
    expect([-1, 0, 1].map((ms) => isMissed(accepted, later(county('2020-02-15 10:00'), ms)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('down from 09:30 to 12:00: the breach is at 10:00, noticed at 12:00, and no warning is given any more', () => {
    const noticed = miss(accepted, county('2020-02-15 12:00'), noCalendar);
    expect(noticed.history.at(-1)).toEqual({
      type: 'BREACHED',
      at: county('2020-02-15 10:00'),
      noticedAt: county('2020-02-15 12:00'),
    });
    expect(isToBeWarnedOf(accepted, county('2020-02-15 12:00'))).toBe(false);
    expect([isOpen(noticed), isMissed(noticed, county('2020-02-15 13:00'))]).toEqual([false, false]);
  });

  it('15 Feb 09:00 extended to 16 Feb 10:00: due then, and warned of anew at 75 % of 48 hours', () => {
    const warned = warn(accepted, county('2020-02-15 04:00'), noCalendar);
    const extended = extend(warned, county('2020-02-16 10:00'), county('2020-02-15 09:00'), noCalendar);
    expect([extended.dueAt, extended.warningAt]).toEqual([county('2020-02-16 10:00'), county('2020-02-15 22:00')]);
    expect(isMissed(extended, county('2020-02-15 10:00:00.001'))).toBe(false);
  });

  it('15 Feb 11:00 the deadline has passed: nothing extends it', () => {
    const missed = miss(accepted, county('2020-02-15 10:00:01'), noCalendar);
    expect(extend(missed, county('2020-02-16 10:00'), county('2020-02-15 11:00'), noCalendar)).toBe(missed);
    expect(extend(accepted, county('2020-02-15 10:00'), county('2020-02-15 09:00'), noCalendar)).toBe(accepted);
  });

  it('14 Feb 12:00 transferred, 13:00 accepted: the new clock ends 15 Feb 13:00, the firm keeps 15 Feb 10:00', () => {
    const firm = carriedOn(accepted, 'FIRM');
    expect(firm).toEqual({ ...accepted, kind: 'FIRM' });
    expect([firm.dueAt, started(elapsed('PT24H'), '2020-02-14 13:00').dueAt]).toEqual([
      county('2020-02-15 10:00'),
      county('2020-02-15 13:00'),
    ]);
  });

  it('suspended 14 Feb 20:00, resumed 15 Feb 06:00: due 15 Feb 20:00', () => {
    const resumed = paused(accepted, '2020-02-14 20:00', '2020-02-15 06:00');
    expect([resumed.dueAt, resumed.warningAt]).toEqual([county('2020-02-15 20:00'), county('2020-02-15 14:00')]);
  });
});

describe('at -1 ms, 0 and +1 ms', () => {
  it.each([
    ['around the clock, from Friday evening', elapsed('PT24H'), '2020-02-14 20:00', '2020-02-15 20:00'],
    ['8 working hours, from Friday 10:00', working('PT8H'), '2020-02-14 10:00', '2020-02-17 11:00'],
    ['7 working hours, from 08:30: with the end of work', working('PT7H'), '2020-02-14 08:30', '2020-02-14 17:30'],
    ['1 working hour, from before the Spring Festival', working('PT1H'), '2020-01-23 17:00', '2020-02-03 09:00'],
    ['the same day, from its first instant', sameDay, '2020-02-14 00:00', '2020-02-14 23:59:59.999'],
    ['the same day, from its last instant', sameDay, '2020-02-14 23:59:59.999', '2020-02-14 23:59:59.999'],
    ['2 whole days', wholeDays(2), '2020-02-14 10:00', '2020-02-16 23:59:59.999'],
    ['2 working days, from Friday', wholeDays(2, 'WORKING'), '2020-02-14 10:00', '2020-02-18 23:59:59.999'],
    ['1 working day, from Saturday', wholeDays(1, 'WORKING'), '2020-02-15 10:00', '2020-02-17 23:59:59.999'],
    [
      '1 working day, from a Friday before a Saturday that is worked',
      wholeDays(1, 'WORKING'),
      '2026-02-13 10:00',
      '2026-02-14 23:59:59.999',
    ],
  ] as [string, TimeLimit, string, string][])('%s: met, met, missed', (_, limit, from, due) => {
    const clock = started(limit, from);
    expect(clock.dueAt).toEqual(county(due));
    expect([-1, 0, 1].map((ms) => isMissed(clock, later(county(due), ms)))).toEqual([false, false, true]);
    expect(rebuilt({ ...clock, dueAt: null } as Clock, officeTime)).toEqual(clock);
  });

  it.each([
    ['14 Feb', '2020-02-13 23:59:59.999', '2020-02-13 23:59:59.999'],
    ['14 Feb', '2020-02-14 00:00', '2020-02-14 23:59:59.999'],
    ['15 Feb', '2020-02-14 23:59:59.999', '2020-02-14 23:59:59.999'],
    ['15 Feb', '2020-02-15 00:00', '2020-02-15 23:59:59.999'],
  ])('around the midnight before %s what starts at %s is due on its own county day', (_, from, due) => {
    expect(started(sameDay, from).dueAt).toEqual(county(due));
  });
});

describe('a pause', () => {
  const suspended = suspend(accepted, 'WAITING_FOR_FIRM', county('2020-02-14 20:00'), officeTime);

  it('leaves a clock without a deadline: long after the old one it is neither missed nor warned of', () => {
    const late = county('2020-02-20 10:00');
    expect([suspended.dueAt, suspended.warningAt, isSuspended(suspended)]).toEqual([null, null, true]);
    expect([
      isMissed(suspended, late),
      isToBeWarnedOf(suspended, late),
      remainingMs(suspended, late, officeTime),
    ]).toEqual([false, false, 14 * hour]);
  });

  it('a paused clock that is saved after its old deadline is not failed: what is left then begins to count', () => {
    const late = county('2020-02-20 10:00');
    expect(rebuilt(suspended, officeTime)).toEqual(suspended);
    expect(resume(suspended, late, officeTime).dueAt).toEqual(county('2020-02-21 00:00'));
  });

  it('shifts a business-hours deadline by working time, not by wall-clock minutes', () => {
    const clock = started(working('PT8H'), '2020-02-14 10:00');
    expect(clock.dueAt).toEqual(county('2020-02-17 11:00'));
    // 17:00 on Friday to 09:00 on Monday: 64 hours, of which half an hour on both days was working time
    expect(paused(clock, '2020-02-14 17:00', '2020-02-17 09:00').dueAt).toEqual(county('2020-02-17 12:00'));
    expect(paused(clock, '2020-02-15 09:00', '2020-02-16 09:00').dueAt).toEqual(clock.dueAt);
    expect(paused(clock, '2020-02-14 12:00', '2020-02-14 14:00').dueAt).toEqual(clock.dueAt);
  });

  it('of a clock of working days costs the hours of working days', () => {
    const clock = started(wholeDays(2, 'WORKING'), '2020-02-13 10:00');
    expect(clock.dueAt).toEqual(county('2020-02-17 23:59:59.999'));
    expect(paused(clock, '2020-02-15 09:00', '2020-02-16 20:00').dueAt).toEqual(clock.dueAt);
    expect(paused(clock, '2020-02-14 18:00', '2020-02-17 09:00').dueAt).toEqual(county('2020-02-18 14:59:59.999'));
  });

  it('is not rounded down to minutes: it costs what it lasts, to the millisecond, however short and however often', () => {
    const often = Array.from({ length: 100 }, (_, i) => i).reduce((clock, i) => {
      const from = later(county('2020-02-14 11:00'), i * 1_000);
      return resume(suspend(clock, 'FORCE_MAJEURE', from, officeTime), later(from, 7), officeTime);
    }, accepted);
    expect(often.dueAt).toEqual(later(county('2020-02-15 10:00'), 700));
  });

  it('that begins at the very deadline leaves nothing but the instant of its end', () => {
    const due = county('2020-02-15 10:00');
    const resumed = paused(accepted, '2020-02-15 10:00', '2020-02-16 09:00');
    expect(suspend(accepted, 'WAITING_FOR_FIRM', due, officeTime).dueAt).toBeNull();
    expect([resumed.dueAt, isMissed(resumed, county('2020-02-16 09:00'))]).toEqual([county('2020-02-16 09:00'), false]);
  });

  it('in which the clock ended tells when it would have been due, and is a pause again when that is taken back', () => {
    const met = end(suspended, 'MET', county('2020-02-15 06:00'), officeTime);
    expect([met.dueAt, isOpen(met), isSuspended(met)]).toEqual([county('2020-02-15 20:00'), false, false]);
    const again = revokeEnd(met, county('2020-02-15 09:00'), officeTime);
    expect([again.dueAt, isSuspended(again)]).toEqual([null, true]);
    expect(resume(again, county('2020-02-15 16:00'), officeTime).dueAt).toEqual(county('2020-02-16 06:00'));
  });

  it('is told with its end, where it has one, and with both reasons', () => {
    const [from, to] = [county('2020-02-14 20:00'), county('2020-02-15 06:00')];
    const resumed = resume(suspended, to, officeTime, { reason: 'FIRM_ANSWERED', note: '材料已补' });
    const waited = { from, reason: 'WAITING_FOR_FIRM' };
    const [unknown, answered] = [
      { resumptionReason: null, resumptionNote: null },
      { resumptionReason: 'FIRM_ANSWERED', resumptionNote: '材料已补' },
    ];
    const again = suspend(resumed, 'FORCE_MAJEURE', later(to, 1), officeTime);
    const met = end(suspended, 'MET', to, officeTime);
    expect([accepted, suspended, again, met, revokeEnd(met, later(to, 1), officeTime)].map(pausesOf)).toEqual([
      [],
      [{ ...waited, to: null, ...unknown }],
      [
        { ...waited, to, ...answered },
        { from: later(to, 1), to: null, reason: 'FORCE_MAJEURE', ...unknown },
      ],
      [{ ...waited, to, ...unknown }],
      [{ ...waited, to: null, ...unknown }],
    ]);
  });

  it('does nothing to a clock that is not running, nor resuming to one that is', () => {
    const met = end(accepted, 'MET', county('2020-02-14 12:00'), officeTime);
    expect(suspend(met, 'WAITING_FOR_FIRM', county('2020-02-14 13:00'), officeTime)).toBe(met);
    expect(suspend(suspended, 'FORCE_MAJEURE', county('2020-02-14 21:00'), officeTime)).toBe(suspended);
    expect(resume(accepted, county('2020-02-14 13:00'), officeTime)).toBe(accepted);
  });
});

describe('an extension', () => {
  it('into a weekend ends when it says, though no working time is gained; after a pause what was left of both comes', () => {
    const clock = started(working('PT8H'), '2020-02-13 10:00');
    expect(clock.dueAt).toEqual(county('2020-02-14 11:00'));
    const extended = extend(clock, county('2020-02-16 10:00'), county('2020-02-14 09:00'), officeTime);
    expect(extended.dueAt).toEqual(county('2020-02-16 10:00'));
    expect(paused(extended, '2020-02-14 11:30', '2020-02-17 08:30').dueAt).toEqual(
      // four working hours, and the 40.5 hours from Friday's end of work on
      county('2020-02-19 07:00'),
    );
  });

  it('to Sunday 12:00 is not cut short by a pause on Saturday: its hour comes on top', () => {
    const clock = started(working('PT8H'), '2020-02-13 10:00');
    const extended = extend(clock, county('2020-02-16 12:00'), county('2020-02-14 09:00'), officeTime);
    const resumed = paused(extended, '2020-02-15 10:00', '2020-02-15 11:00');
    expect([extended.dueAt, resumed.dueAt]).toEqual([county('2020-02-16 12:00'), county('2020-02-16 13:00')]);
    expect(isMissed(resumed, county('2020-02-15 11:00:00.001'))).toBe(false);
    expect(remainingMs(resumed, county('2020-02-16 12:00'), officeTime)).toBe(0);
    expect(paused(extended, '2020-02-15 10:00', '2020-02-17 09:00').dueAt).toEqual(county('2020-02-18 11:00'));
  });

  it('and a pause: the extension is kept, the pause comes on top', () => {
    const extended = extend(accepted, county('2020-02-16 10:00'), county('2020-02-15 09:00'), officeTime);
    expect(paused(extended, '2020-02-15 20:00', '2020-02-16 06:00').dueAt).toEqual(county('2020-02-16 20:00'));
  });
});

describe('what is heard late', () => {
  it('counts from when it happened, though a warning was given meanwhile', () => {
    const warned = warn(accepted, county('2020-02-15 04:00:01'), officeTime);
    const met = end(warned, 'MET', county('2020-02-14 22:00'), officeTime);
    expect([instantOf(met, 'MET'), facts(met)]).toEqual([county('2020-02-14 22:00'), ['STARTED', 'WARNED', 'MET']]);
  });

  it('cannot have happened before what is known: a clock put back an hour shortens no pause', () => {
    const suspended = suspend(accepted, 'WAITING_FOR_FIRM', county('2020-02-14 20:00'), officeTime);
    const resumed = resume(suspended, county('2020-02-14 19:00'), officeTime);
    expect([resumed.history.at(-1)!.at, resumed.dueAt]).toEqual([county('2020-02-14 20:00'), accepted.dueAt]);
  });
});
