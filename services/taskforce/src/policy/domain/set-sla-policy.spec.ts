import { describe, expect, it } from '@jest/globals';
import { slaPolicySet } from '@qifutong/contracts/taskforce/sla-policy-set';
import { county, elapsed, sameDay } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import type { StatedLimit } from './limit-of.ts';
import { setSlaPolicy, type StatedLine, type StatedPolicy, type WholeSlaPolicy } from './set-sla-policy.ts';

const now = county('2020-02-14 10:00');
const inForce: WholeSlaPolicy = {
  version: 4,
  dispatchWithin: sameDay,
  callbackWithin: elapsed('PT24H'),
  warnAt: [75],
  urgeEvery: 'PT12H',
  superviseAt: 3,
  urgeByHandEvery: 'PT1H',
  returnWithin: 'PT2H',
  extendAtMost: 'P30D',
  lines: [
    {
      ...{ version: 4, position: 1, nature: null, urgency: null, domain: null, warnAt: [75] },
      acceptWithin: elapsed('PT2H'),
      solveWithin: { kind: 'WORKING', duration: 'PT8H', calendar: { code: 'COUNTY_OFFICE', version: 2 } },
    },
  ],
  setAt: county('2020-02-01 08:00'),
  setBy: null,
};
const calendars = new Map([['COUNTY_OFFICE', { version: 3, workMs: 100 * 3_600_000 }]]);

function limit(kind: StatedLimit['kind'], named: Partial<StatedLimit> = {}): StatedLimit {
  return { kind, duration: null, days: null, calendar: null, ...named };
}
const hours = (duration: string) => limit('ELAPSED', { duration });

function line(named: Partial<StatedLine> = {}): StatedLine {
  const limits = { acceptWithin: hours('PT2H'), solveWithin: hours('PT24H') };
  return { nature: null, urgency: null, domain: null, ...limits, warnAt: null, ...named };
}

function stated(named: Partial<StatedPolicy> = {}): StatedPolicy {
  const asInForce = {
    ...{ dispatchWithin: null, callbackWithin: null, warnAt: null, urgeEvery: null },
    ...{ superviseAt: null, urgeByHandEvery: null, returnWithin: null, extendAtMost: null },
  };
  return { expectedVersion: null, lines: [line()], ...asInForce, ...named };
}
const set = (named: Partial<StatedPolicy>) =>
  setSlaPolicy(inForce, stated(named), { by: 'commander-1', calendars }, now);

describe('the SLA policy', () => {
  it('that is set is a new version of all, bound to the newest calendars, and is announced', () => {
    const working = limit('WORKING', { duration: 'PT16H', calendar: 'COUNTY_OFFICE' });
    const twoDays = limit('WHOLE_DAYS', { days: 2, calendar: 'COUNTY_OFFICE' });
    const lines = [
      line({ nature: 'COMMON', domain: 'POLICY', acceptWithin: working, solveWithin: twoDays, warnAt: [50, 90] }),
      line({ urgency: 'URGENT', acceptWithin: hours('PT30M'), solveWithin: limit('SAME_DAY') }),
      line({ solveWithin: limit('WHOLE_DAYS', { days: 1 }), warnAt: [] }),
    ];
    const calendar = { code: 'COUNTY_OFFICE', version: 3 };
    const everything = { version: 5, nature: null, urgency: null, domain: null, warnAt: [75] };
    const rest = { dispatchWithin: hours('PT4H'), warnAt: [60], urgeEvery: 'PT6H' };
    const numbers = { superviseAt: 2, urgeByHandEvery: 'PT30M', returnWithin: 'PT1M', extendAtMost: 'P366D' };
    expect(set({ expectedVersion: 4, lines, ...rest, ...numbers })).toEqual({
      state: {
        version: 5,
        lines: [
          {
            ...everything,
            position: 1,
            nature: 'COMMON',
            domain: 'POLICY',
            acceptWithin: { kind: 'WORKING', duration: 'PT16H', calendar },
            solveWithin: { kind: 'WHOLE_DAYS', days: 2, calendar },
            warnAt: [50, 90],
          },
          { ...everything, position: 2, urgency: 'URGENT', acceptWithin: elapsed('PT30M'), solveWithin: sameDay },
          {
            ...everything,
            position: 3,
            acceptWithin: elapsed('PT2H'),
            solveWithin: { kind: 'WHOLE_DAYS', days: 1, calendar: null },
            warnAt: [],
          },
        ],
        dispatchWithin: elapsed('PT4H'),
        callbackWithin: elapsed('PT24H'),
        warnAt: [60],
        urgeEvery: 'PT6H',
        ...numbers,
        setAt: now,
        setBy: 'commander-1',
      },
      events: [
        slaPolicySet({ policy: 'SLA', policyVersion: 5, setBy: 'commander-1', setAt: '2020-02-14T02:00:00.000Z' }),
      ],
    });
  });

  it('keeps what is not said as it is in force, its lines with the calendars that they were set with', () => {
    const lines = inForce.lines.map((one) => ({ ...one, version: 5 }));
    expect(set({ lines: null }).state).toEqual({ ...inForce, version: 5, lines, setAt: now, setBy: 'commander-1' });
  });

  const only = (named: Partial<StatedLine>) => ({ lines: [line(named)] });
  const solving = (solveWithin: StatedLimit) => only({ solveWithin });
  const at = 'lines.0.solveWithin';
  it.each([
    ['another version than was expected', { expectedVersion: 3 }, 'SLA_POLICY_CHANGED', 'expectedVersion'],
    ['no line at all', { lines: [] }, 'SLA_POLICY_WITHOUT_MATCH', 'lines'],
    ['a last line that asks something', only({ urgency: 'URGENT' }), 'SLA_POLICY_WITHOUT_MATCH', 'lines'],
    ['a line after one that takes all', { lines: [line(), line()] }, 'SLA_LINE_UNREACHABLE', 'lines.1'],
    [
      'a line after a wider one',
      { lines: [line({ urgency: 'URGENT' }), line({ urgency: 'URGENT', domain: 'LABOUR' }), line()] },
      'SLA_LINE_UNREACHABLE',
      'lines.1',
    ],
    ['101 lines', { lines: Array.from({ length: 101 }, () => line()) }, 'SLA_POLICY_TOO_LONG', 'lines'],
    ['a negative duration', solving(hours('-PT24H')), 'SLA_DURATION_FAULTY', `${at}.duration`],
    ['a duration of nothing', solving(hours('PT0S')), 'SLA_DURATION_FAULTY', `${at}.duration`],
    ['a duration that is none', solving(hours('1 day')), 'SLA_DURATION_FAULTY', `${at}.duration`],
    ['a month, which is of no length', solving(hours('P1M')), 'SLA_DURATION_FAULTY', `${at}.duration`],
    ['more than a year', solving(hours('P366DT0.001S')), 'SLA_DURATION_FAULTY', `${at}.duration`],
    ['no duration', solving(limit('ELAPSED')), 'FIELD_REQUIRED', `${at}.duration`],
    ['no calendar', solving(limit('WORKING', { duration: 'PT8H' })), 'FIELD_REQUIRED', `${at}.calendar`],
    ['no days', solving(limit('WHOLE_DAYS')), 'FIELD_REQUIRED', `${at}.days`],
    ['0 days', solving(limit('WHOLE_DAYS', { days: 0 })), 'SLA_DAYS_OUT_OF_RANGE', `${at}.days`],
    ['-1 days', solving(limit('WHOLE_DAYS', { days: -1 })), 'SLA_DAYS_OUT_OF_RANGE', `${at}.days`],
    ['367 days', solving(limit('WHOLE_DAYS', { days: 367 })), 'SLA_DAYS_OUT_OF_RANGE', `${at}.days`],
    [
      'a duration of the same day',
      solving(limit('SAME_DAY', { duration: 'PT8H' })),
      'FIELD_MALFORMED',
      `${at}.duration`,
    ],
    ['days and hours', solving({ ...hours('PT8H'), days: 1 }), 'FIELD_MALFORMED', `${at}.days`],
    [
      'a calendar around the clock',
      solving({ ...hours('PT8H'), calendar: 'COUNTY_OFFICE' }),
      'FIELD_MALFORMED',
      `${at}.calendar`,
    ],
    [
      'an unknown calendar',
      only({ acceptWithin: limit('WORKING', { duration: 'PT8H', calendar: 'MOON' }) }),
      'SLA_CALENDAR_UNKNOWN',
      'lines.0.acceptWithin.calendar',
    ],
    [
      'an unknown calendar to count days by',
      { dispatchWithin: limit('WHOLE_DAYS', { days: 1, calendar: 'MOON' }) },
      'SLA_CALENDAR_UNKNOWN',
      'dispatchWithin.calendar',
    ],
    [
      'a faulty limit of the centre',
      { callbackWithin: hours('PT0S') },
      'SLA_DURATION_FAULTY',
      'callbackWithin.duration',
    ],
    ['warnings that fall', only({ warnAt: [75, 50] }), 'SLA_WARNINGS_FAULTY', 'lines.0.warnAt'],
    ['a warning twice', only({ warnAt: [75, 75] }), 'SLA_WARNINGS_FAULTY', 'lines.0.warnAt'],
    ['a warning at the start', only({ warnAt: [0, 75] }), 'SLA_WARNINGS_FAULTY', 'lines.0.warnAt'],
    ['a warning at the deadline', only({ warnAt: [75, 100] }), 'SLA_WARNINGS_FAULTY', 'lines.0.warnAt'],
    ['11 warnings', { warnAt: Array.from({ length: 11 }, (_, i) => i + 1) }, 'SLA_WARNINGS_FAULTY', 'warnAt'],
    ['notices without pause', { urgeEvery: 'PT59.999S' }, 'SLA_DURATION_FAULTY', 'urgeEvery'],
    ['notices by hand without pause', { urgeByHandEvery: 'PT0S' }, 'SLA_DURATION_FAULTY', 'urgeByHandEvery'],
    ['no time to return', { returnWithin: '-PT2H' }, 'SLA_DURATION_FAULTY', 'returnWithin'],
    ['more than a year to return', { returnWithin: 'P366DT1S' }, 'SLA_DURATION_FAULTY', 'returnWithin'],
    ['extensions of nothing', { extendAtMost: 'PT0S' }, 'SLA_DURATION_FAULTY', 'extendAtMost'],
    ['extensions of a month, which is of no length', { extendAtMost: 'P1M' }, 'SLA_DURATION_FAULTY', 'extendAtMost'],
    ['supervision before any notice', { superviseAt: 0 }, 'SLA_NOTICES_OUT_OF_RANGE', 'superviseAt'],
    ['supervision that never comes', { superviseAt: 101 }, 'SLA_NOTICES_OUT_OF_RANGE', 'superviseAt'],
    [
      'more work than the calendar has in ten years',
      solving(limit('WORKING', { duration: 'PT100H0.001S', calendar: 'COUNTY_OFFICE' })),
      'SLA_DURATION_OUT_OF_REACH',
      `${at}.duration`,
    ],
  ] as [string, Partial<StatedPolicy>, string, string][])('is refused with %s', (_, named, code, field) => {
    expect(refusalOf(() => set(named))).toEqual({ code, field });
  });
});
