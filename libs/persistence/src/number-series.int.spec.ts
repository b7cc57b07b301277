import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { stored } from '../test/tally.ts';
import { drawNumber, drawNumbers } from './number-series.ts';

const WRITERS = 20;
const DRAWS = 50;
const all = Array.from({ length: WRITERS * DRAWS }, (_, i) => i + 1);
const byNumber = (a: number, b: number) => a - b;

let schema: TestSchema;

beforeAll(async () => {
  schema = await freshSchema(stored);
});
afterAll(() => schema.drop());

async function writers(draw: () => Promise<number>): Promise<number[]> {
  const drawn = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const own: number[] = [];
      for (let i = 0; i < DRAWS; i++) own.push(await draw());
      return own;
    }),
  );
  return drawn.flat().toSorted(byNumber);
}

describe('a series of running numbers', () => {
  it('gives 1 to 1000 to twenty writers, without gap or repeat', async () => {
    expect(await writers(() => drawNumber(schema.db.source.manager, 'issue', '2020-02-14'))).toEqual(all);
  });

  it('does so also within the transactions of the writers', async () => {
    expect(await writers(() => schema.db.transaction((tx) => drawNumber(tx.manager, 'issue', '2020-02-15')))).toEqual(
      all,
    );
  });

  it('gives several at once, told the first of them', async () => {
    const draw = (count: number) => drawNumbers(schema.db.source.manager, 'order', '2020-02-14', count);
    expect([await draw(3), await draw(1), await draw(2), await draw(1)]).toEqual([1, 4, 5, 7]);
    const firsts = await Promise.all(Array.from({ length: 20 }, () => draw(5)));
    expect(firsts.toSorted(byNumber)).toEqual(Array.from({ length: 20 }, (_, i) => 8 + i * 5));
  });

  it('begins anew with the day, and for each series', async () => {
    const draw = (series: string, day: string) => drawNumber(schema.db.source.manager, series, day);
    const drawn = [
      await draw('notice', '2020-02-16'),
      await draw('notice', '2020-02-16'),
      await draw('notice', '2020-02-17'),
      await draw('urging', '2020-02-16'),
    ];
    expect(drawn).toEqual([1, 2, 1, 1]);
  });

  it('gives a number of an undone transaction to the next one', async () => {
    const undone = schema.db.transaction(async (tx) => {
      await drawNumber(tx.manager, 'issue', '2020-02-18');
      throw new TypeError('something later failed');
    });
    await expect(undone).rejects.toThrow('something later failed');
    expect(await drawNumber(schema.db.source.manager, 'issue', '2020-02-18')).toBe(1);
  });

  it('lets nothing but its own draw commit without waiting for the disk', async () => {
    const said = await schema.db.transaction(async (tx) => {
      await drawNumber(tx.manager, 'issue', '2020-02-19');
      const rows: { synchronous_commit: string }[] = await tx.manager.query('show synchronous_commit');
      return rows;
    });
    const runner = schema.db.source.createQueryRunner();
    await drawNumber(runner.manager, 'issue', '2020-02-19');
    const after: unknown = await runner.query('show synchronous_commit');
    await runner.release();
    expect({ said, after }).toEqual({ said: [{ synchronous_commit: 'on' }], after: [{ synchronous_commit: 'on' }] });
  });
});
