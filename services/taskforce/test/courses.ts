import { startClock } from '../src/clock/domain/clock-moves.ts';
import { cached, type CentreClock } from '../src/centre/domain/centre-clock.ts';
import type { Course, CourseFact, CourseFactType } from '../src/centre/domain/course.ts';
import { county, elapsed, noCalendar } from './builders.ts';

/** Facts of a course in their order: each a type, by the county's clock, and what else matters of it; what its own task says has `own`. */
export function facts(...told: (readonly [CourseFactType, string, Partial<CourseFact>?])[]): CourseFact[] {
  let heard = 0;
  return told.map(([type, at, named = {}]) => {
    if (!named.own) heard += 1;
    return { type, heard, own: 0, round: 1, at: county(at), awaits: null, ...named };
  });
}

export function aCourse(named: Partial<Course> = {}): Course {
  return {
    issueId: '019c5a00-0000-7000-8000-000000000002',
    number: '20200214-0042',
    domain: 'TESTING',
    urgency: 'NORMAL',
    townCode: '330226110',
    heard: 0,
    facts: [],
    ...named,
  };
}

/** To be dispatched on the day of its registration, 14 Feb 09:00. */
export function aCentreClock(named: Partial<CentreClock> = {}): CentreClock {
  const startedAt = county('2020-02-14 09:00');
  const terms = { kind: 'DISPATCH', limit: { kind: 'SAME_DAY' }, warnAt: [75], policyVersion: 1 } as const;
  return cached({
    id: '019c5a00-0000-7000-8000-00000000000d',
    version: 0,
    issueId: '019c5a00-0000-7000-8000-000000000002',
    number: '20200214-0042',
    round: 1,
    kind: 'DISPATCH',
    ordinal: 1,
    domain: 'TESTING',
    townCode: '330226110',
    startedAt,
    endedAt: null,
    clock: startClock(terms, startedAt, noCalendar),
    ...named,
  });
}

/** To be called back within 24 hours of the solution, 14 Feb 16:00. */
export function aCallbackClock(named: Partial<CentreClock> = {}): CentreClock {
  const startedAt = county('2020-02-14 16:00');
  const terms = { kind: 'CALLBACK', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 1 } as const;
  return aCentreClock({ kind: 'CALLBACK', startedAt, clock: startClock(terms, startedAt, noCalendar), ...named });
}
