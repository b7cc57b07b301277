import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { LightRebuild } from '../src/light/light-rebuild.service.ts';
import { StoreEntries } from '../src/light/store-entries.job.ts';
import { inspection } from '../src/service.ts';
import { enrolled, inspectOn, lightsOf } from './asks.ts';
import { feb } from './builders.ts';

let booted: Booted;
let firms: string[];
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(feb(28)) });
  firms = [];
  for (const unmet of [[1, 1, 1], [0, 1], [1, 0, 1], []]) {
    const firm = await enrolled(booted);
    firms.push(firm);
    for (const [i, count] of unmet.entries()) await inspectOn(booted, firm, i + 1, count);
  }
});
afterAll(() => booted.stop());

function rows<T>(sql: string, ...parameters: unknown[]): Promise<T[]> {
  return booted.schema.db.source.query(sql, parameters);
}

const all = () => rows('select * from light_entry order by credit_code, at, fact_id');
const events = () => rows(`select event->>'type' as type from event_log order by seq`);
const rebuilt = (mend: boolean) => booted.service.app.get(LightRebuild).run({ mend });

describe('a rebuild of all lights', () => {
  it('finds nothing where all is as it follows', async () => {
    expect(await rebuilt(false)).toEqual({ firms: 4, entries: 8, differing: [] });
  });

  it.each([
    ['an entry that says otherwise', `update light_entry set run = 2 where credit_code = $1 and run = 1`],
    ['an entry that is missing', `delete from light_entry where credit_code = $1 and run = 1`],
    ['a light that says otherwise', `update light set run = 2 where credit_code = $1`],
  ])('names %s, and puts it right', async (_, fault) => {
    const before = await all();
    await rows(fault, firms[1]!);
    const told = (await rebuilt(false)).differing;
    expect([told, (await rebuilt(true)).differing]).toEqual([[firms[1]], [firms[1]]]);
    expect([(await rebuilt(false)).differing, await all()]).toEqual([[], before]);
  });

  it('leaves it at when each light changed, which follows from no history', async () => {
    const changes = () => rows<{ at: Date }>('select changed_at as at from light order by credit_code');
    expect((await changes()).map(({ at }) => at?.getTime() ?? null)).toEqual([
      ...Array<number>(3).fill(feb(28).getTime()),
      null,
    ]);
    await rows('update light set changed_at = $1 where credit_code = $2', feb(5), firms[0]!);
    await rows(`update light_entry set run = 2 where credit_code = $1 and run = 1`, firms[0]!);
    expect((await rebuilt(true)).differing).toEqual([firms[0]]);
    expect([(await rebuilt(false)).differing, (await changes())[0]!.at]).toEqual([[], feb(5)]);
  });

  it('stores the entries of lights that were made without any, twice at once, and announces nothing', async () => {
    const [before, told] = [await all(), await events()];
    await rows('truncate light_entry');
    const job = booted.service.app.get(StoreEntries);
    await Promise.all([job.run(), job.run()]);
    expect([await all(), await events(), await job.run()]).toEqual([before, told, null]);
    expect(await lightsOf(booted, firms[0]!)).toBe('Y Y R');
  });
});
