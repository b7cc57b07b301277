import type { Attempt } from '../src/issue/domain/attempts.ts';
import type { Issue } from '../src/issue/domain/issue.ts';
import { anIssue } from './builders.ts';

/** The one that the first may be merged into: of the same firm, open, an hour younger. */
export function anotherIssue(what: Partial<Issue> = {}): Issue {
  return anIssue({
    id: '01900000-0000-7000-8000-000000000043',
    number: '20200214-0043',
    registeredAt: new Date('2020-02-14T02:00:00.000Z'),
    ...what,
  });
}

/** Nobody was reached, on the day of the solution, unless said otherwise. */
export function anAttempt(what: Partial<Attempt & { readonly day: string }> = {}) {
  return {
    id: '01900000-0000-7000-8000-0000000000c1',
    round: 1,
    outcome: 'NOT_REACHED',
    calledAt: new Date('2020-02-15T06:00:00.000Z'),
    firstIssueId: null,
    day: '2020-02-15',
    ...what,
  } as const;
}

/** Three vain attempts on the days named. */
export function attemptsOn(...days: readonly string[]) {
  return days.map((day, i) =>
    anAttempt({
      id: `01900000-0000-7000-8000-0000000000c${i + 1}`,
      day,
      calledAt: new Date(`${day}T06:0${i}:00.000Z`),
    }),
  );
}

/** Settled, said to somebody who handled nothing. */
export function aCall(what: { readonly callbackId?: string } = {}) {
  return {
    callbackId: '01900000-0000-7000-8000-0000000000c1',
    outcome: 'SETTLED',
    satisfaction: null,
    note: null,
    by: 'operator-2',
    ...what,
  } as const;
}
