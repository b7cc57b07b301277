import type { CentreClockKind, Domain, Urgency } from '@qifutong/contracts/fields';

/**
 * What intake says of an issue, each as its event is called. LOADED: registered as history, as of the day received. TAKEN_IN: linked to a
 * common issue that nobody works on, JOINED: to one whose task is out, LINKED: as an older release told it, which did not say to which.
 */
export const toldTypes = [
  'REGISTERED',
  'LOADED',
  'DISPATCHED',
  'ANSWERED',
  'SETTLED',
  'UNSETTLED',
  'REJECTED',
  'MERGED',
  'LINKED',
  'TAKEN_IN',
  'JOINED',
  'DISPATCHED_AS_MEMBER',
  'LEFT_TO_BATCH',
  'UNLINKED',
  'READMITTED',
  'REOPENED',
  'WRITTEN_OFF',
  'WRITTEN_OFF_UNREACHED',
] as const;
/** What its task says here: solved by the task force's own words, these found ineffective, given back to the centre, given out anew. */
export const ownTypes = ['SOLVED', 'SOLUTION_REJECTED', 'RETURNED', 'DISPATCHED_ANEW'] as const;

export type CourseFactType = (typeof toldTypes)[number] | (typeof ownTypes)[number];

/** One thing that happened to an issue, and its place among all others. */
export interface CourseFact {
  readonly type: CourseFactType;
  /** the running number of what intake says of the issue; of what happened here, the last that had been heard by then */
  readonly heard: number;
  /** 0 of what intake says; else which it is of all that happened here */
  readonly own: number;
  readonly round: number;
  readonly at: Date;
  /** what the issue waits for of the centre afterwards, where the type alone does not say it */
  readonly awaits: CentreClockKind | null;
  /** by when its firm is to be called back, where intake said so */
  readonly callbackDueAt?: Date | undefined;
}

/** 办理过程: all that was heard of an issue, and what it is about as far as that is known. */
export interface Course {
  readonly issueId: string;
  readonly number: string;
  readonly domain: Domain | null;
  readonly urgency: Urgency | null;
  readonly townCode: string | null;
  /** the last of what intake said that was heard here; 0: nothing yet */
  readonly heard: number;
  readonly facts: readonly CourseFact[];
}

/** What of its place the teller of a fact knows. */
export type Untold = Omit<CourseFact, 'heard' | 'own'>;

/** Adds what intake said. It says things in order, so that what is not after the last one was heard before. */
export function withTold(course: Course, fact: Untold, sequence: number): Course {
  if (sequence <= course.heard) return course;
  return { ...course, heard: sequence, facts: [...course.facts, { ...fact, heard: sequence, own: 0 }] };
}

/** What intake said moved nothing: it only says what the issue is about. */
export function withHeard(course: Course, sequence: number): Course {
  return sequence <= course.heard ? course : { ...course, heard: sequence };
}

/** Adds what happened here, after all that was heard until now. */
export function withOwn(course: Course, fact: Untold): Course {
  const own = course.facts.filter((one) => one.own > 0).length + 1;
  return { ...course, facts: [...course.facts, { ...fact, heard: course.heard, own }] };
}

/** Whether intake said that it was merged, or rejected, in that round since then: what had been promised of it fell away. */
export function hasLeftSince({ facts }: Pick<Course, 'facts'>, round: number, since: Date): boolean {
  const left: readonly CourseFactType[] = ['MERGED', 'REJECTED'];
  return facts.some((fact) => left.includes(fact.type) && fact.round === round && fact.at >= since);
}

/** What an issue in that state waits for of the centre: intake names states only where it says where something goes back to. */
export function awaitedIn(status: string): CentreClockKind | null {
  if (status === 'REGISTERED' || status === 'REOPENED') return 'DISPATCH';
  return status === 'SOLVED' || status === 'ANSWERED' ? 'CALLBACK' : null;
}

/** What being linked to a common issue in that state is to the centre. */
export function linkedTo(commonIssueState: string | undefined): CourseFactType {
  if (commonIssueState === undefined) return 'LINKED';
  return commonIssueState === 'DISPATCHED' ? 'JOINED' : 'TAKEN_IN';
}
