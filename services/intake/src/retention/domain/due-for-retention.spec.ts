import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countyLater } from '@qifutong/kernel/county-time';
import { dueForRetention, turnOf, type Terms } from './due-for-retention.ts';
import type { ContactItem, IssueLife, OpinionItem, RetentionLine, StayReason } from './retention.ts';

const SHANGHAI = 'Asia/Shanghai';
const lines: readonly RetentionLine[] = [
  { kind: 'REPORTER_CONTACT', after: 'P12M' },
  { kind: 'PUBLIC_OPINION_ITEM', after: 'P30D' },
];
const ms = (instant: string, by = 0) => new Date(Date.parse(instant) + by);

function anIssueLife(what: Partial<IssueLife> = {}): IssueLife {
  return {
    id: 'issue-1',
    status: 'WRITTEN_OFF',
    mergedInto: null,
    writtenOffAt: ms('2020-02-14T10:00:00+08:00'),
    ...what,
  };
}
function theTerms(lives: readonly IssueLife[] = [], what: Partial<Terms> = {}): Terms {
  const byId = new Map(lives.map((life) => [life.id, life]));
  return { policy: { lines }, timeZone: SHANGHAI, lives: byId, closedUntil: ms('2022-01-01T00:00:00+08:00'), ...what };
}
const contactOf = (issueId = 'issue-1'): ContactItem => ({ kind: 'REPORTER_CONTACT', issueId });

/** Why it stays; null where it goes. */
function outcome(item: ContactItem | OpinionItem, terms: Terms, at: Date): StayReason | null {
  const { due, stay } = dueForRetention([item], terms, at);
  expect([...due, ...stay.map((one) => one.item)]).toEqual([item]);
  return stay[0]?.because ?? null;
}

describe('who reported an issue that was written off', () => {
  it.each<[title: string, writtenOff: string, goesAt: string]>([
    ['goes 12 months after', '2020-02-14T10:00:00+08:00', '2021-02-14T10:00:00+08:00'],
    ['of 29 February goes on 28 February', '2020-02-29T10:00:00+08:00', '2021-02-28T10:00:00+08:00'],
    [
      'of 28 February before a leap day goes on 28 February',
      '2019-02-28T23:59:59.999+08:00',
      '2020-02-28T23:59:59.999+08:00',
    ],
    [
      'goes by the county’s day: 29 February there, 28 February in UTC',
      '2020-02-29T00:30:00+08:00',
      '2021-02-28T00:30:00+08:00',
    ],
    [
      'goes by the county’s day: 1 March there, 29 February in UTC',
      '2020-03-01T00:30:00+08:00',
      '2021-03-01T00:30:00+08:00',
    ],
  ])('%s', (_, writtenOff, goesAt) => {
    const terms = theTerms([anIssueLife({ writtenOffAt: ms(writtenOff) })]);
    expect([-1, 0, 1].map((by) => outcome(contactOf(), terms, ms(goesAt, by)))).toEqual(['WITHIN_PERIOD', null, null]);
  });

  it('stays for the clamped month’s end, whichever month it is', () => {
    const terms = theTerms([anIssueLife({ writtenOffAt: ms('2020-01-31T10:00:00+08:00') })], {
      policy: { lines: [{ kind: 'REPORTER_CONTACT', after: 'P1M' }] },
    });
    const goesAt = '2020-02-29T10:00:00+08:00';
    expect([-1, 0].map((by) => outcome(contactOf(), terms, ms(goesAt, by)))).toEqual(['WITHIN_PERIOD', null]);
  });

  const late = ms('2030-01-01T00:00:00Z');

  it.each([
    ['REGISTERED', 'ISSUE_OPEN'],
    ['ANSWERED', 'ISSUE_OPEN'],
    ['DISPATCHED', 'ISSUE_OPEN'],
    ['IN_PROGRESS', 'ISSUE_OPEN'],
    ['SOLVED', 'ISSUE_OPEN'],
    ['REOPENED', 'ISSUE_OPEN'],
    ['REJECTED', 'ISSUE_REJECTED'],
  ])('stays while the issue is %s, however old it is', (status, because) => {
    const terms = theTerms([anIssueLife({ status, writtenOffAt: null })]);
    expect(outcome(contactOf(), terms, late)).toBe(because);
  });

  it('of an issue that was reopened goes by its last write-off', () => {
    const terms = theTerms([anIssueLife({ writtenOffAt: ms('2021-06-01T10:00:00+08:00') })]);
    const at = ['2021-02-14T10:00:00+08:00', '2022-06-01T09:59:59.999+08:00', '2022-06-01T10:00:00+08:00'];
    expect(at.map((instant) => outcome(contactOf(), terms, ms(instant)))).toEqual([
      'WITHIN_PERIOD',
      'WITHIN_PERIOD',
      null,
    ]);
  });

  it('of an issue that was merged goes by the one that lives on, along any chain', () => {
    const merged = (id: string, mergedInto: string) =>
      anIssueLife({ id, status: 'MERGED', mergedInto, writtenOffAt: null });
    const chain = [merged('issue-1', 'issue-2'), merged('issue-2', 'issue-3')];
    const open = anIssueLife({ id: 'issue-3', status: 'IN_PROGRESS', writtenOffAt: null });
    expect(outcome(contactOf(), theTerms([...chain, open]), late)).toBe('ISSUE_OPEN');
    const struckOff = anIssueLife({ id: 'issue-3', writtenOffAt: ms('2021-06-01T10:00:00+08:00') });
    const at = ['2022-06-01T09:59:59.999+08:00', '2022-06-01T10:00:00+08:00'];
    expect(at.map((instant) => outcome(contactOf(), theTerms([...chain, struckOff]), ms(instant)))).toEqual([
      'WITHIN_PERIOD',
      null,
    ]);
  });

  it('of an issue of which nothing is known is not decided', () => {
    expect(() => outcome(contactOf('issue-9'), theTerms([anIssueLife()]), late)).toThrow(RangeError);
  });
});

describe('an item of public opinion that became no issue', () => {
  const takenAt = ms('2020-02-14T10:00:00+08:00');
  const item: OpinionItem = { kind: 'PUBLIC_OPINION_ITEM', callId: 'call-1', takenAt, bookedAt: takenAt };

  it('goes 30 days after it was taken', () => {
    const at = [-1, 0, 1].map((by) => outcome(item, theTerms(), ms('2020-03-15T10:00:00+08:00', by)));
    expect(at).toEqual(['WITHIN_PERIOD', null, null]);
  });

  it('stays until the account of the day that counts it is frozen', () => {
    const closed = [takenAt, new Date(takenAt.getTime() + 1), null];
    const late = ms('2030-01-01T00:00:00Z');
    expect(closed.map((closedUntil) => outcome(item, theTerms([], { closedUntil }), late))).toEqual([
      'DAY_NOT_CLOSED',
      null,
      'DAY_NOT_CLOSED',
    ]);
  });
});

describe('what may have its turn about now', () => {
  const period = fc
    .record({ y: fc.nat(3), m: fc.nat(40), w: fc.nat(6), d: fc.nat(400) })
    .map(({ y, m, w, d }) => `P${y}Y${m}M${w}W${d}D`);
  const instant = fc.date({ min: new Date('1980-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const aside = fc.integer({ min: 0, max: 40 * 86_400_000 });

  // a failure prints the seed and the path that reproduce it
  it('is all that is due and that began before its beginning, and nothing that began after its end', () => {
    fc.assert(
      fc.property(
        period,
        instant,
        aside,
        fc.constantFrom(SHANGHAI, 'Europe/Berlin', 'UTC'),
        (after, at, by, timeZone) => {
          const { from, to } = turnOf(after, at, timeZone);
          const isDue = (since: Date) => countyLater(since, after, timeZone) <= at;
          expect([isDue(new Date(from.getTime() - by)), isDue(new Date(to.getTime() + 1 + by))]).toEqual([true, false]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
