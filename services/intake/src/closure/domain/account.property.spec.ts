import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { account, dimensions, nothing, violations, type AccountLine, type Cell, type Figure } from './account.ts';
import { stockAfter, type Stock } from './stock.ts';
import { live, type Kept, type Lived } from '../../../test/history.ts';

/** Counts one line of one day by asking of each issue what became of it; knows no grouping and no identity. */
function counted(lived: Lived, day: number, belongs: (cell: Cell) => boolean): Record<Figure, number> {
  const line: Record<Figure, number> = { ...nothing };
  const before = (issue: Kept) => issue.path.filter((step) => step.day < day).at(-1);
  for (const issue of lived.issues) {
    let last = before(issue);
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

const belongsTo =
  ({ dimension, key }: AccountLine) =>
  (cell: Cell) =>
    ({ OVERALL: '', TASK_FORCE: cell.taskForce ?? '', TOWN: cell.townCode ?? '', CHANNEL: cell.channel })[dimension] ===
    key;

const acts = fc.array(fc.nat(), { minLength: 40, maxLength: 400 });

describe('over weeks of any history', () => {
  it('each line of each day says what asking every issue says, and its identity holds', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 15 }), (chances, perDay) => {
        const lived = live(chances, perDay);
        let carriedIn: { dimension: AccountLine['dimension']; key: string; count: number }[] = [];
        for (let day = 0; day <= lived.lastDay; day++) {
          const carriedOver = lived.openAt(day).map((cell) => ({ ...cell, count: 1 }));
          const lines = account({ carriedIn, moves: lived.movesOf(day), carriedOver, reports: [], callbacks: [] });
          expect(violations(lines)).toEqual([]);
          for (const line of lines) {
            const { dimension: _, key: __, ...figures } = line;
            expect(figures).toEqual(counted(lived, day, belongsTo(line)));
          }
          expect(new Set(lines.map(({ dimension }) => dimension)).size).toBeLessThanOrEqual(dimensions.length);
          carriedIn = lines.map(({ dimension, key, carriedOver: count }) => ({ dimension, key, count }));
        }
      }),
      { numRuns: 150, verbose: 1 },
    );
  });

  it('the stock is what the register holds', () => {
    fc.assert(
      fc.property(acts, (chances) => {
        const lived = live(chances, 9);
        let stock: Stock[] = [];
        for (let day = 0; day <= lived.lastDay; day++) stock = stockAfter(stock, lived.movesOf(day));
        const ends = lived.issues.map((issue) => issue.path.at(-1)!);
        const same = (one: Cell, other: Cell) =>
          one.taskForce === other.taskForce && one.townCode === other.townCode && one.channel === other.channel;
        expect(stock.reduce((sum, cell) => sum + cell.total, 0)).toBe(ends.length);
        for (const cell of stock) {
          const here = ends.filter((end) => same(end, cell));
          const writtenOff = here.filter(({ status }) => status === 'WRITTEN_OFF').length;
          expect([cell.total, cell.writtenOff]).toEqual([here.length, writtenOff]);
        }
      }),
      { numRuns: 100, verbose: 1 },
    );
  });
});
