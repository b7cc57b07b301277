import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { whileNothingIsEntered } from '@qifutong/testkit/schema';
import { commander, withoutJobs } from './world.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs);
});
afterAll(() => booted.stop());

const ON_DUTY = `mutation ($input: SetCommanderOnDutyInput!) { setCommanderOnDuty(input: $input) { __typename } }`;
const putOnDuty = () => booted.ask(ON_DUTY, { input: { sub: 'chen', name: '陈指挥' } }, commander);

async function left() {
  const [counted] = await booted.schema.db.source.query<{ onDuty: number; entries: unknown }[]>(
    `select (select count(*) from commander_on_duty)::int as "onDuty",
       (select jsonb_agg(event -> 'data' order by event_log.seq) from event_log) as entries`,
  );
  return counted!;
}

describe('no change is without its entry', () => {
  it('whichever mutation makes it', () => {
    const mutations = booted.mutations();
    expect(Object.keys(mutations)).toContain('setCommanderOnDuty');
    expect(Object.keys(mutations).filter((name) => !mutations[name])).toEqual([]);
  });

  it('even where the entry cannot be made: then there is no change', async () => {
    const failed = await whileNothingIsEntered(booted.schema.db.source, putOnDuty);
    expect([failed.errors?.[0]?.extensions.code, await left()]).toEqual([
      'INTERNAL_SERVER_ERROR',
      { onDuty: 0, entries: null },
    ]);
    await putOnDuty();
    const entry = { entryId: expect.any(String), mutation: 'setCommanderOnDuty', of: 'chen' };
    expect(await left()).toEqual({ onDuty: 1, entries: [entry] });
  });
});
