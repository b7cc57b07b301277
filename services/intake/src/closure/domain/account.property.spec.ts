import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { account, dimensions, violations, type AccountLine, type Cell } from './account.ts';
import { stockAfter, type Stock } from './stock.ts';
import { belongsTo, counted, figuresOf } from '../../../test/counted.ts';
import { live } from '../../../test/history.ts';

const acts = fc.array(fc.nat(), { minLength: 40, maxLength: 400 });

describe('over weeks of any history', () => {
  it('each line of each day says what asking every issue says, and its identity holds', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 15 }), (chances, perDay) => {
        const lived = live(chances, perDay);
        let carriedIn: { dimension: AccountLine['dimension']; key: string; count: number }[] = [];
        for (let day = 0; day <= lived.lastDay; day++) {
          const carriedOver = lived.openAt(day).map((cell) => ({ ...cell, count: 1 }));
          const lines = account({
            carriedIn,
            moves: lived.movesOf(day),
            carriedOver,
            reports: [],
            calls: [],
            callbacks: [],
          });
          expect(violations(lines)).toEqual([]);
          for (const line of lines) {
            expect(figuresOf(line)).toEqual(counted(lived.issues, day, belongsTo(line)));
          }
          expect(new Set(lines.map(({ dimension }) => dimension)).size).toBeLessThanOrEqual(dimensions.length);
          carriedIn = lines.map(({ dimension, key, carriedOver: count }) => ({ dimension, key, count }));
        }
      }),
      { numRuns: 150 },
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
      { numRuns: 100 },
    );
  });
});
