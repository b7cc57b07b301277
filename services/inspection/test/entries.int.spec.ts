import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { whileNothingIsEntered } from '@qifutong/testkit/schema';
import { enrolAs, enrolled } from './asks.ts';
import { feb } from './builders.ts';
import { withoutJobs } from './process-asks.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs);
});
afterAll(() => booted.stop());

async function left() {
  const [counted] = await booted.schema.db.source.query<{ files: number; entries: unknown }[]>(
    `select (select count(*) from light)::int as files, (select jsonb_agg(event -> 'data' order by event_log.seq)
       from event_log where aggregate_type = 'inspection-mutation') as entries`,
  );
  return counted!;
}

describe('no change is without its entry', () => {
  it('whichever mutation makes it', () => {
    const mutations = booted.mutations();
    expect(Object.keys(mutations)).toContain('enrolFirm');
    expect(Object.keys(mutations).filter((name) => !mutations[name])).toEqual([]);
  });

  it('even where the entry cannot be made: then there is no change', async () => {
    const creditCode = await enrolled(booted);
    // a firm whose file of lights is lost gets it with its next enrolment, which changes nothing else
    await booted.schema.db.source.query('delete from light');
    const again = () => enrolAs(booted, { creditCode, townCode: '330226110', enrolledAt: feb(1) });
    const failed = await whileNothingIsEntered(booted.schema.db.source, again);
    expect([failed.errors?.[0]?.extensions.code, await left()]).toEqual([
      'INTERNAL_SERVER_ERROR',
      { files: 0, entries: null },
    ]);
    await again();
    const entry = { entryId: expect.any(String), mutation: 'enrolFirm', of: creditCode };
    expect(await left()).toEqual({ files: 1, entries: [entry] });
  });
});
