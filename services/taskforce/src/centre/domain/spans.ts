import type { CentreClockKind } from '@qifutong/contracts/fields';
import type { CourseFact, CourseFactType } from './course.ts';

/** From when to when something was to be done, and whether it was; open where `end` is null. */
export interface Span {
  readonly kind: CentreClockKind;
  /** which of its kind it is in the course, from 1 */
  readonly ordinal: number;
  readonly round: number;
  readonly startedAt: Date;
  /** by when intake said that it is to be done; else its limit says so */
  readonly dueAt?: Date | undefined;
  readonly end: { readonly type: 'MET' | 'CANCELLED'; readonly at: Date; readonly by: CourseFactType } | null;
}

/** What a fact does to the clocks that run, and which it starts. */
interface Effect {
  readonly dispatch?: 'MET' | 'CANCELLED';
  readonly callback?: 'MET' | 'CANCELLED';
  readonly starts?: CentreClockKind | 'AWAITED';
  /** it is worked on elsewhere from now on, or no longer: what its own task says does not count meanwhile */
  readonly elsewhere?: boolean;
}

/** The one table of what the centre's clocks follow. */
const effects: Readonly<Record<CourseFactType, Effect>> = {
  REGISTERED: { starts: 'DISPATCH' },
  // its day is long over, and nobody could dispatch it then; what happens to it from now on is the centre's as of any other
  LOADED: {},
  DISPATCHED: { dispatch: 'MET' },
  DISPATCHED_ANEW: { dispatch: 'MET' },
  RETURNED: { starts: 'DISPATCH' },
  ANSWERED: { dispatch: 'MET', starts: 'CALLBACK' },
  SETTLED: { dispatch: 'MET', starts: 'CALLBACK' },
  UNSETTLED: { callback: 'CANCELLED' },
  SOLVED: { starts: 'CALLBACK' },
  SOLUTION_REJECTED: { callback: 'CANCELLED' },
  REJECTED: { dispatch: 'CANCELLED', callback: 'CANCELLED' },
  MERGED: { dispatch: 'CANCELLED', callback: 'CANCELLED', elsewhere: true },
  LINKED: { dispatch: 'CANCELLED', callback: 'CANCELLED', elsewhere: true },
  // it still is to be dispatched, now with its common issue; and so is one that was in hand, whose own task ended
  TAKEN_IN: { callback: 'CANCELLED', starts: 'DISPATCH', elsewhere: true },
  JOINED: { dispatch: 'MET', callback: 'CANCELLED', elsewhere: true },
  DISPATCHED_AS_MEMBER: { dispatch: 'MET' },
  // nobody has a task for it any more: the batch, an answer or a task of its own is the centre's to bring about
  LEFT_TO_BATCH: { starts: 'DISPATCH' },
  UNLINKED: { starts: 'DISPATCH', elsewhere: false },
  READMITTED: { starts: 'AWAITED', elsewhere: false },
  REOPENED: { dispatch: 'CANCELLED', callback: 'MET', starts: 'DISPATCH' },
  WRITTEN_OFF: { dispatch: 'CANCELLED', callback: 'MET' },
  // nobody was reached: nothing is to be done any more, but a callback it was not
  WRITTEN_OFF_UNREACHED: { dispatch: 'CANCELLED', callback: 'CANCELLED' },
};

interface Going {
  readonly spans: readonly Span[];
  readonly round: number;
  readonly elsewhere: boolean;
}

/** Their place, whatever the order in which they are known. */
function inOrder(facts: readonly CourseFact[]): CourseFact[] {
  return facts.toSorted((a, b) => a.heard - b.heard || a.own - b.own);
}

/** The centre's clocks of an issue, as its course has it: from the same facts always the same. */
export function spansOf(facts: readonly CourseFact[]): readonly Span[] {
  return inOrder(facts).reduce(follow, { spans: [], round: 0, elsewhere: false } as Going).spans;
}

function follow(going: Going, fact: CourseFact): Going {
  if (fact.own > 0 && (going.elsewhere || fact.round < going.round)) return going;
  const effect = effects[fact.type];
  const ended = going.spans.map((span) => endedBy(span, fact, effect));
  const revived = fact.type === 'UNSETTLED' ? ended.map(unsettled) : ended;
  return {
    spans: started(revived, fact, effect),
    round: Math.max(going.round, fact.round),
    elsewhere: effect.elsewhere ?? going.elsewhere,
  };
}

function endedBy(span: Span, { type: by, at }: CourseFact, { dispatch, callback }: Effect): Span {
  const type = span.kind === 'DISPATCH' ? dispatch : callback;
  if (span.end !== null || type === undefined) return span;
  return { ...span, end: { type, at: at > span.startedAt ? at : span.startedAt, by } };
}

/** A batch that had settled what was to be dispatched, or left to it, was reverted: that clock runs on as if it had never stopped. */
function unsettled(span: Span, i: number, spans: readonly Span[]): Span {
  const last = spans.findLastIndex(({ kind }) => kind === 'DISPATCH');
  return i === last && span.end?.by === 'SETTLED' ? { ...span, end: null } : span;
}

function started(spans: readonly Span[], fact: CourseFact, { starts }: Effect): readonly Span[] {
  const { round, at, awaits, callbackDueAt } = fact;
  const kind = starts === 'AWAITED' ? awaits : starts;
  if (!kind || spans.some(({ end }) => end === null)) return spans;
  const ordinal = spans.filter((span) => span.kind === kind).length + 1;
  const dueAt = kind === 'CALLBACK' ? callbackDueAt : undefined;
  return [...spans, { kind, ordinal, round, startedAt: at, dueAt, end: null }];
}
