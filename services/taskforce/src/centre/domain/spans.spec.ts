import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { facts } from '../../../test/courses.ts';
import { toldTypes, type CourseFact } from './course.ts';
import { spansOf } from './spans.ts';

/** As `DISPATCH 14 Feb 09:00-10:00 MET`, one line a clock. */
function told(course: readonly CourseFact[]): string[] {
  const short = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(8, 16);
  return spansOf(course).map(({ kind, round, startedAt, end }) => {
    const until = end === null ? '' : `${short(end.at)} ${end.type}`;
    return `${kind} of round ${round}, ${short(startedAt)} - ${until}`.trimEnd();
  });
}

const registered = ['REGISTERED', '2020-02-14 09:00'] as const;
const dispatched = ['DISPATCHED', '2020-02-14 10:00'] as const;
const solved = ['SOLVED', '2020-02-14 16:00', { own: 1 }] as const;
const met = 'DISPATCH of round 1, 14 09:00 - 14 10:00 MET';
const waiting = 'CALLBACK of round 1, 14 16:00 -';

describe("the centre's clocks of an issue", () => {
  it.each([
    ['registered: it is to be dispatched', [registered], ['DISPATCH of round 1, 14 09:00 -']],
    ['loaded as history: that it was not dispatched then is nobody’s doing', [['LOADED', '2020-02-14 09:00']], []],
    [
      'loaded as history and reopened: it is to be dispatched',
      [
        ['LOADED', '2020-02-14 09:00'],
        ['REOPENED', '2020-02-15 09:00', { round: 2 }],
      ],
      ['DISPATCH of round 2, 15 09:00 -'],
    ],
    ['dispatched, which was to be done', [registered, dispatched], [met]],
    [
      'answered on the spot, it is to be called back',
      [registered, ['ANSWERED', '2020-02-14 09:05']],
      ['DISPATCH of round 1, 14 09:00 - 14 09:05 MET', 'CALLBACK of round 1, 14 09:05 -'],
    ],
    ['solved, it is to be called back', [registered, dispatched, solved], [met, waiting]],
    [
      'rejected, nothing is to be done',
      [registered, ['REJECTED', '2020-02-14 11:00']],
      ['DISPATCH of round 1, 14 09:00 - 14 11:00 CANCELLED'],
    ],
    [
      'merged and taken out again as it was, not dispatched yet: that is to be done from then on',
      [registered, ['MERGED', '2020-02-14 11:00'], ['READMITTED', '2020-02-15 09:00', { awaits: 'DISPATCH' }]],
      ['DISPATCH of round 1, 14 09:00 - 14 11:00 CANCELLED', 'DISPATCH of round 1, 15 09:00 -'],
    ],
    [
      'merged while it was solved and taken out again: the callback is to be made from then on',
      [
        registered,
        dispatched,
        solved,
        ['MERGED', '2020-02-14 17:00'],
        ['READMITTED', '2020-02-15 09:00', { awaits: 'CALLBACK' }],
      ],
      [met, 'CALLBACK of round 1, 14 16:00 - 14 17:00 CANCELLED', 'CALLBACK of round 1, 15 09:00 -'],
    ],
    [
      'merged while it was in hand and taken out again: it is dispatched at once',
      [
        registered,
        dispatched,
        ['MERGED', '2020-02-14 11:00'],
        ['READMITTED', '2020-02-15 09:00'],
        ['DISPATCHED', '2020-02-15 09:00'],
      ],
      [met],
    ],
    [
      'taken into a common issue, which is dispatched: it is to be dispatched until then',
      [registered, ['TAKEN_IN', '2020-02-14 11:00'], ['DISPATCHED_AS_MEMBER', '2020-02-14 12:00']],
      ['DISPATCH of round 1, 14 09:00 - 14 12:00 MET'],
    ],
    [
      'taken into a common issue that nobody works on: it is still to be dispatched',
      [registered, ['TAKEN_IN', '2020-02-14 11:00']],
      ['DISPATCH of round 1, 14 09:00 -'],
    ],
    [
      'taken into such a one while it was in hand, whose task thereby ended: it is to be dispatched from then on',
      [registered, dispatched, ['TAKEN_IN', '2020-02-14 11:00']],
      [met, 'DISPATCH of round 1, 14 11:00 -'],
    ],
    [
      'taken into a common issue whose task is out: it is dispatched thereby',
      [registered, ['JOINED', '2020-02-14 11:00']],
      ['DISPATCH of round 1, 14 09:00 - 14 11:00 MET'],
    ],
    [
      'given back by its task force and taken into a common issue whose task is out',
      [registered, dispatched, ['RETURNED', '2020-02-14 11:00', { own: 1 }], ['JOINED', '2020-02-14 12:00']],
      [met, 'DISPATCH of round 1, 14 11:00 - 14 12:00 MET'],
    ],
    [
      'taken into a settled common issue, and answered at once',
      [registered, ['TAKEN_IN', '2020-02-14 15:00'], ['ANSWERED', '2020-02-14 16:00']],
      ['DISPATCH of round 1, 14 09:00 - 14 16:00 MET', waiting],
    ],
    [
      'taken into a common issue that is not out, out of it again, and dispatched: one clock all the time',
      [
        registered,
        ['TAKEN_IN', '2020-02-14 11:00'],
        ['UNLINKED', '2020-02-14 12:00'],
        ['DISPATCHED', '2020-02-14 13:00'],
      ],
      ['DISPATCH of round 1, 14 09:00 - 14 13:00 MET'],
    ],
    [
      'left to the batch once its common issue is settled: that is the centre’s to bring about, until it does',
      [registered, ['JOINED', '2020-02-14 10:00'], ['LEFT_TO_BATCH', '2020-02-14 12:00']],
      [met, 'DISPATCH of round 1, 14 12:00 -'],
    ],
    [
      'left to the batch, and settled by it',
      [
        registered,
        ['JOINED', '2020-02-14 10:00'],
        ['LEFT_TO_BATCH', '2020-02-14 12:00'],
        ['SETTLED', '2020-02-14 16:00'],
      ],
      [met, 'DISPATCH of round 1, 14 12:00 - 14 16:00 MET', waiting],
    ],
    [
      'settled by a batch that was reverted, as a member in hand: it is left to the next as if the batch had not been',
      [
        registered,
        ['JOINED', '2020-02-14 10:00'],
        ['LEFT_TO_BATCH', '2020-02-14 12:00'],
        ['SETTLED', '2020-02-14 16:00'],
        ['UNSETTLED', '2020-02-14 17:00'],
      ],
      [met, 'DISPATCH of round 1, 14 12:00 -', 'CALLBACK of round 1, 14 16:00 - 14 17:00 CANCELLED'],
    ],
    [
      'left to the batch, taken out, and dispatched by itself',
      [
        registered,
        ['JOINED', '2020-02-14 10:00'],
        ['LEFT_TO_BATCH', '2020-02-14 12:00'],
        ['UNLINKED', '2020-02-14 13:00'],
        ['DISPATCHED', '2020-02-14 13:00'],
      ],
      [met, 'DISPATCH of round 1, 14 12:00 - 14 13:00 MET'],
    ],
    [
      'left to the batch, and merged: there is nothing to do',
      [
        registered,
        ['TAKEN_IN', '2020-02-14 11:00'],
        ['LEFT_TO_BATCH', '2020-02-14 12:00'],
        ['MERGED', '2020-02-14 13:00'],
      ],
      ['DISPATCH of round 1, 14 09:00 - 14 13:00 CANCELLED'],
    ],
    [
      'taken into a common issue and out again, as an older release told it',
      [
        registered,
        ['LINKED', '2020-02-14 11:00'],
        ['UNLINKED', '2020-02-14 12:00'],
        ['DISPATCHED', '2020-02-14 13:00'],
      ],
      ['DISPATCH of round 1, 14 09:00 - 14 11:00 CANCELLED', 'DISPATCH of round 1, 14 12:00 - 14 13:00 MET'],
    ],
    [
      'settled by a batch as a member, as an older release told it',
      [registered, ['LINKED', '2020-02-14 11:00'], ['SETTLED', '2020-02-14 16:00']],
      ['DISPATCH of round 1, 14 09:00 - 14 11:00 CANCELLED', waiting],
    ],
    [
      'settled by a batch at once, which was reverted: it is to be dispatched as if the batch had not been',
      [registered, ['SETTLED', '2020-02-14 11:00'], ['UNSETTLED', '2020-02-14 12:00', { awaits: 'DISPATCH' }]],
      ['DISPATCH of round 1, 14 09:00 -', 'CALLBACK of round 1, 14 11:00 - 14 12:00 CANCELLED'],
    ],
    [
      'settled by a batch in hand, which was reverted: it is in hand',
      [registered, dispatched, ['SETTLED', '2020-02-14 11:00'], ['UNSETTLED', '2020-02-14 12:00']],
      [met, 'CALLBACK of round 1, 14 11:00 - 14 12:00 CANCELLED'],
    ],
    [
      'solved, found ineffective, and solved again',
      [
        registered,
        dispatched,
        solved,
        ['SOLUTION_REJECTED', '2020-02-14 17:00', { own: 2 }],
        ['SOLVED', '2020-02-14 20:00', { own: 3 }],
      ],
      [met, 'CALLBACK of round 1, 14 16:00 - 14 17:00 CANCELLED', 'CALLBACK of round 1, 14 20:00 -'],
    ],
    [
      'called back, and settled',
      [registered, dispatched, solved, ['WRITTEN_OFF', '2020-02-15 09:00']],
      [met, 'CALLBACK of round 1, 14 16:00 - 15 09:00 MET'],
    ],
    [
      'written off though nobody was reached: that was no callback',
      [registered, dispatched, solved, ['WRITTEN_OFF_UNREACHED', '2020-02-17 09:00']],
      [met, 'CALLBACK of round 1, 14 16:00 - 17 09:00 CANCELLED'],
    ],
    [
      'called back, and not settled: it is to be dispatched anew, in a new round',
      [registered, dispatched, solved, ['REOPENED', '2020-02-15 09:00', { round: 2 }]],
      [met, 'CALLBACK of round 1, 14 16:00 - 15 09:00 MET', 'DISPATCH of round 2, 15 09:00 -'],
    ],
    [
      'reopened by an analyst after it was written off',
      [
        registered,
        dispatched,
        solved,
        ['WRITTEN_OFF', '2020-02-15 09:00'],
        ['READMITTED', '2020-02-16 09:00', { round: 2, awaits: 'DISPATCH' }],
      ],
      [met, 'CALLBACK of round 1, 14 16:00 - 15 09:00 MET', 'DISPATCH of round 2, 16 09:00 -'],
    ],
    [
      'given back by its task force: the centre is to dispatch it anew',
      [
        registered,
        dispatched,
        ['RETURNED', '2020-02-14 11:00', { own: 1 }],
        ['DISPATCHED_ANEW', '2020-02-14 11:30', { own: 2 }],
      ],
      [met, 'DISPATCH of round 1, 14 11:00 - 14 11:30 MET'],
    ],
    [
      'given back and merged meanwhile: there is nothing to dispatch',
      [registered, dispatched, ['RETURNED', '2020-02-14 11:00', { own: 1 }], ['MERGED', '2020-02-14 12:00']],
      [met, 'DISPATCH of round 1, 14 11:00 - 14 12:00 CANCELLED'],
    ],
    [
      'reopened, and what the task of the round before says late: that round is over',
      [
        registered,
        dispatched,
        ['REOPENED', '2020-02-15 09:00', { round: 2 }],
        ['DISPATCHED', '2020-02-15 10:00', { round: 2 }],
        solved,
      ],
      [met, 'DISPATCH of round 2, 15 09:00 - 15 10:00 MET'],
    ],
    ['of which the beginning was not heard', [dispatched], []],
  ] as [string, Parameters<typeof facts>, string[]][])('%s', (_, course, clocks) => {
    expect(told(facts(...course))).toEqual(clocks);
  });

  it('do not go by what its own task says while it is merged, nor by what it says of an old round', () => {
    const merged = facts(registered, dispatched, ['MERGED', '2020-02-14 11:00'], solved);
    const old = facts(registered, dispatched, ['REOPENED', '2020-02-14 12:00', { round: 2 }], solved);
    expect(told(merged)).toEqual([met]);
    expect(told(old)).toEqual([met, 'DISPATCH of round 2, 14 12:00 -']);
  });

  it('go by the order in which things happened, though the clocks were set back in between', () => {
    const course = facts(registered, ['DISPATCHED', '2020-02-14 08:30'], ['SOLVED', '2020-02-14 08:10', { own: 1 }]);
    expect(told(course)).toEqual(['DISPATCH of round 1, 14 09:00 - 14 09:00 MET', 'CALLBACK of round 1, 14 08:10 -']);
  });

  const instant = fc.date({
    min: new Date('2020-02-14T00:00:00Z'),
    max: new Date('2020-02-16T00:00:00Z'),
    noInvalidDate: true,
  });
  const anything = fc.record({
    type: fc.constantFrom(...toldTypes, 'SOLVED', 'SOLUTION_REJECTED', 'RETURNED', 'DISPATCHED_ANEW'),
    round: fc.integer({ min: 1, max: 3 }),
    at: instant,
    awaits: fc.constantFrom(null, 'DISPATCH', 'CALLBACK'),
  });
  const own: readonly string[] = ['SOLVED', 'SOLUTION_REJECTED', 'RETURNED', 'DISPATCHED_ANEW'];
  const course = fc.array(anything, { maxLength: 14 }).map((some) => {
    let [heard, ours] = [0, 0];
    return some.map((fact): CourseFact => {
      const isOwn = own.includes(fact.type);
      if (isOwn) ours += 1;
      else heard += 1;
      return { ...fact, heard, own: isOwn ? ours : 0 };
    });
  });

  it('are the same in whatever order its facts are known', () => {
    const shuffled = course.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, anyhow]) => {
        expect(spansOf(anyhow)).toEqual(spansOf(inOrder));
      }),
      { verbose: true },
    );
  });

  it('never are two at a time, never end before they start, and each has a number of its own', () => {
    fc.assert(
      fc.property(course, (some) => {
        const spans = spansOf(some);
        expect(spans.filter(({ end }) => end === null).length).toBeLessThanOrEqual(1);
        for (const { startedAt, end } of spans)
          if (end) expect(end.at.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
        expect(new Set(spans.map(({ kind, ordinal }) => `${kind} ${ordinal}`)).size).toBe(spans.length);
      }),
      { verbose: true },
    );
  });

  it('that were told of stay: one more fact ends or revives some, and begins one at most', () => {
    fc.assert(
      fc.property(course, (some) => {
        const before = spansOf(some.slice(0, -1));
        const after = spansOf(some);
        const named = ({ kind, ordinal, round, startedAt }: (typeof after)[number]) => ({ kind, ordinal, round, startedAt }); // prettier-ignore
        expect(after.slice(0, before.length).map(named)).toEqual(before.map(named));
        expect(after.length - before.length).toBeLessThanOrEqual(1);
      }),
      { verbose: true },
    );
  });
});
