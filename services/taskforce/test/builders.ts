import { type Clock } from '../src/clock/domain/clock.ts';
import { end, startClock } from '../src/clock/domain/clock-moves.ts';
import { countyOffice } from '../migrations/holidays.ts';
import type { CountyTime, TimeLimit } from '../src/clock/domain/time-limit.ts';
import { workingCalendar, type CalendarDefinition } from '../src/clock/domain/working-calendar.ts';
import type { CommonDispatched } from '../src/task/domain/open-common-task.ts';
import type { Dispatched } from '../src/task/domain/open-task.ts';
import { cached, type Actor, type Task } from '../src/task/domain/task.ts';
import { untouched } from '../src/task/domain/untouched.ts';

/** An instant by the county's clock: `2020-02-14 10:00`. */
export function county(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}

export function later(instant: Date, byMs: number): Date {
  return new Date(instant.getTime() + byMs);
}

/** The county's time where no limit refers to a working calendar. */
export const noCalendar: CountyTime = {
  timeZone: 'Asia/Shanghai',
  calendar: ({ code }) => {
    throw new TypeError(`no calendar ${code} in this test`);
  },
};

/** The county's time with these calendars. */
export function timeWith(definitions: readonly CalendarDefinition[], timeZone = 'Asia/Shanghai'): CountyTime {
  const keyOf = ({ code, version }: Pick<CalendarDefinition, 'code' | 'version'>) => `${code} ${version}`;
  const known = new Map(definitions.map((one) => [keyOf(one), workingCalendar(one, timeZone)]));
  return { timeZone, calendar: (version) => known.get(keyOf(version)) ?? noCalendar.calendar(version) };
}

/** The county's time with the hours of its offices: 08:30-12:00 and 14:00-17:30, Monday to Friday, but for the holidays. */
export const officeTime = timeWith([countyOffice]);
const office = { code: 'COUNTY_OFFICE', version: 1 };

/** So long of the offices' working time. */
export function working(duration: string): TimeLimit {
  return { kind: 'WORKING', duration, calendar: office };
}

/** To the end of the day so many days later; of working days, where it says so. */
export function wholeDays(days: number, of: 'ALL' | 'WORKING' = 'ALL'): TimeLimit {
  return { kind: 'WHOLE_DAYS', days, calendar: of === 'WORKING' ? office : null };
}

export const sameDay: TimeLimit = { kind: 'SAME_DAY' };

/** So long around the clock. */
export function elapsed(duration: string): TimeLimit {
  return { kind: 'ELAPSED', duration };
}

export const lead: Actor = { sub: 'testing-lead', taskForce: 'TESTING' };

function acceptance(dispatchedAt: Date, acceptedAt: Date | null): Clock {
  const clock = startClock(
    { kind: 'ACCEPTANCE', limit: elapsed('PT2H'), warnAt: [75], policyVersion: 1 },
    dispatchedAt,
    noCalendar,
  );
  return acceptedAt === null ? clock : end(clock, 'MET', acceptedAt, noCalendar);
}

function solution(acceptedAt: Date | null, proposedAt: Date | null): Clock[] {
  if (acceptedAt === null) return [];
  const clock = startClock(
    { kind: 'SOLUTION', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 1 },
    acceptedAt,
    noCalendar,
  );
  return [proposedAt === null ? clock : end(clock, 'MET', proposedAt, noCalendar)];
}

export type IssueTask = Task & { readonly issueId: string };

/** A task of TESTING, dispatched 14 Feb 09:30; accepted, solved in time when these instants are named. */
export function aTask(named: Partial<IssueTask> = {}): IssueTask {
  return taskOf({ issueId: '019c5a00-0000-7000-8000-000000000002', ...named });
}

function taskOf<Named extends Partial<Task> & Pick<Task, 'issueId'>>(named: Named): Task & Pick<Named, 'issueId'> {
  const { dispatchedAt = county('2020-02-14 09:30'), acceptedAt = null, proposedAt = null } = named;
  const acted = proposedAt === null ? 'ACCEPTED' : 'SOLUTION_PROPOSED';
  const task = cached({
    ...untouched,
    id: '019c5a00-0000-7000-8000-000000000001',
    version: 0,
    commonIssueId: null,
    number: '20200214-0042',
    round: 1,
    nature: 'INDIVIDUAL',
    domain: 'TESTING',
    urgency: 'NORMAL',
    firmCreditCode: '91330226MA2AG00014',
    townCode: '330226110',
    taskForceCode: 'TESTING',
    status: acceptedAt === null ? 'DISPATCHED' : acted,
    policyVersion: 1,
    solveWithin: elapsed('PT24H'),
    warnAt: [75],
    dispatchedAt,
    acceptedAt,
    acceptedBy: acceptedAt === null ? null : lead.sub,
    solutionText: proposedAt === null ? null : '已安排上门采样',
    proposedAt,
    proposedBy: proposedAt === null ? null : lead.sub,
    clocks: [acceptance(dispatchedAt, acceptedAt), ...solution(acceptedAt, proposedAt)],
    ...named,
  });
  return { ...task, issueId: named.issueId };
}

/** What intake says of an issue about testing, dispatched 14 Feb 09:30. */
export function aDispatch(named: Partial<Dispatched> = {}): Dispatched {
  return {
    issueId: '019c5a00-0000-7000-8000-000000000002',
    number: '20200214-0042',
    round: 1,
    nature: 'INDIVIDUAL',
    domain: 'TESTING',
    urgency: 'NORMAL',
    firmCreditCode: '91330226MA2AG00014',
    townCode: '330226110',
    registeredAt: county('2020-02-14 09:00'),
    dispatchedAt: county('2020-02-14 09:30'),
    dispatchedBy: 'analyst-1',
    ...named,
  };
}

/** A task as `aTask`, but of a common issue. */
export function aCommonTask(named: Partial<Task> = {}): Task {
  const about = { issueId: null, commonIssueId: '019c5a00-0000-7000-8000-000000000003', nature: 'COMMON' } as const;
  return taskOf({ ...about, number: '共20200214-0003', firmCreditCode: null, townCode: null, ...named });
}

/** What intake says of a common issue about testing, dispatched 14 Feb 09:30. */
export function aCommonDispatch(named: Partial<CommonDispatched> = {}): CommonDispatched {
  return {
    commonIssueId: '019c5a00-0000-7000-8000-000000000003',
    commonIssueNumber: '共20200214-0003',
    domain: 'TESTING',
    urgency: 'NORMAL',
    registeredAt: county('2020-02-14 09:00'),
    dispatchedAt: county('2020-02-14 09:30'),
    dispatchedBy: 'analyst-1',
    ...named,
  };
}
