import { nothing, type AccountLine, type Cell, type Figure } from '../src/closure/domain/account.ts';
import type { Kept } from './history.ts';

/** Counts one line of one day by asking of each issue what became of it; knows no grouping and no identity. */
export function counted(
  issues: readonly Kept[],
  day: number,
  belongs: (cell: Cell) => boolean,
): Record<Figure, number> {
  const line: Record<Figure, number> = { ...nothing };
  for (const issue of issues) {
    let last = issue.path.filter((step) => step.day < day).at(-1);
    if (last?.open && belongs(last)) line.carriedIn++;
    for (const step of issue.path.filter((one) => one.day === day)) {
      const [was, is] = [last !== undefined && belongs(last), belongs(step)];
      if (step.verb === 'register' && is) line.registered++;
      if (step.verb === 'readmit' && is) line.readmitted++;
      if (step.verb === 'writeOff' && was) line.writtenOff++;
      if (step.verb === 'merge' && was) line.merged++;
      if (step.verb === 'reject' && was) line.rejected++;
      if (step.verb === 'reopen' && was) line.reopened++;
      if (last?.open && step.open && was && !is) line.movedOut++;
      if (last?.open && step.open && !was && is) line.movedIn++;
      last = step;
    }
    if (last?.open && belongs(last)) line.carriedOver++;
  }
  return line;
}

/** Whether an issue is counted in a line. */
export function belongsTo({ dimension, key }: Pick<AccountLine, 'dimension' | 'key'>): (cell: Cell) => boolean {
  return ({ taskForce, townCode, channel }) =>
    ({ OVERALL: '', TASK_FORCE: taskForce ?? '', TOWN: townCode ?? '', CHANNEL: channel })[dimension] === key;
}
