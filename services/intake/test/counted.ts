import { nothing, type AccountLine, type Cell, type Figure } from '../src/closure/domain/account.ts';
import type { Kept, Step, Verb } from './history.ts';

interface Passage {
  readonly last: Step | undefined;
  readonly step: Step;
  /** whether the issue was counted in the line before, and is after */
  readonly was: boolean;
  readonly is: boolean;
}

/** What a verb is counted as in the line to which the issue belonged before, or belongs after it. */
const counts: Readonly<Partial<Record<Verb, readonly ['was' | 'is', Figure]>>> = {
  register: ['is', 'registered'],
  readmit: ['is', 'readmitted'],
  writeOff: ['was', 'writtenOff'],
  merge: ['was', 'merged'],
  reject: ['was', 'rejected'],
  reopen: ['was', 'reopened'],
};

function* figuresIn({ last, step, was, is }: Passage): Generator<Figure> {
  const told = counts[step.verb];
  if (told && { was, is }[told[0]]) yield told[1];
  const stays = last?.open && step.open;
  if (stays && was && !is) yield 'movedOut';
  if (stays && is && !was) yield 'movedIn';
}

/** Counts one line of one day by asking of each issue what became of it; knows no grouping and no identity. */
export function counted(
  issues: readonly Kept[],
  day: number,
  belongs: (cell: Cell) => boolean,
): Record<Figure, number> {
  const line: Record<Figure, number> = { ...nothing };
  const carries = (step: Step | undefined) => step !== undefined && step.open && belongs(step);
  for (const issue of issues) {
    let last = issue.path.filter((step) => step.day < day).at(-1);
    if (carries(last)) line.carriedIn++;
    for (const step of issue.path.filter((one) => one.day === day)) {
      const passage = { last, step, was: last !== undefined && belongs(last), is: belongs(step) };
      for (const figure of figuresIn(passage)) line[figure]++;
      last = step;
    }
    if (carries(last)) line.carriedOver++;
  }
  return line;
}

/** The numbers of a line alone. */
export function figuresOf(line: AccountLine): Record<Figure, number> {
  return Object.fromEntries(Object.keys(nothing).map((figure) => [figure, line[figure as Figure]])) as Record<
    Figure,
    number
  >;
}

/** Whether an issue is counted in a line. */
export function belongsTo({ dimension, key }: Pick<AccountLine, 'dimension' | 'key'>): (cell: Cell) => boolean {
  return ({ taskForce, townCode, channel }) =>
    ({ OVERALL: '', TASK_FORCE: taskForce ?? '', TOWN: townCode ?? '', CHANNEL: channel })[dimension] === key;
}
