import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { aTally, countOn, stored, tallies, TallyTable, type Tally } from '../test/tally.ts';
import { saveAll } from './change-all.ts';
import { isUniqueViolation } from './unique-violation.ts';

let schema: TestSchema;
beforeAll(async () => void (schema = await freshSchema(stored)));
afterAll(() => schema.drop());

const at = new Date('2020-02-14T09:00:00.123Z');
const counted = (tally: Tally, events: number) => countOn(events)(tally, at);
const save = (decided: Parameters<typeof saveAll<Tally>>[2]) =>
  schema.db.transaction((tx) => saveAll(tx, tallies, decided, at));
const kept = (ids: readonly string[]) =>
  Promise.all(ids.map((id) => schema.db.source.manager.findOneBy(TallyTable, { id })));
const eventsOf = async (ids: readonly string[]) => {
  const rows: { aggregate_id: string; version: number }[] = await schema.db.source.query(
    'select aggregate_id, version from event_log where aggregate_id = any($1) order by seq',
    [ids],
  );
  return rows.map(({ aggregate_id, version }) => [ids.indexOf(aggregate_id), version]);
};

describe('saving what was decided on many', () => {
  it('stores new and known ones, and the events of each after its last, in their order', async () => {
    const [a, b, c] = [uuidv7(), uuidv7(), uuidv7()];
    const words = `'"\\ 💥\u200b\n$1`;
    const fresh = [a, b].map((id) => ({ before: null, decision: counted(aTally({ id, note: `${id}${words}` }), 1) }));
    const first = await save(fresh);
    const again = await save([
      { before: first[1]!, decision: counted(first[1]!, 2) },
      { before: first[0]!, decision: { state: first[0]!, events: [] } },
      { before: null, decision: { state: aTally({ id: c }), events: [] } },
    ]);
    expect(again.map(({ version, count }) => [version, count])).toEqual([
      [3, 2],
      [1, 1],
      [0, 0],
    ]);
    expect(await kept([b, a, c])).toEqual(again);
    expect(again[0]).toMatchObject({ note: `${b}${words}`, countedAt: at });
    expect(await eventsOf([a, b, c])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
  });

  it('saves nothing of any when one that was taken for new is there', async () => {
    const [a, b] = [uuidv7(), uuidv7()];
    await save([{ before: null, decision: counted(aTally({ id: b }), 1) }]);
    const both = [a, b].map((id) => ({ before: null, decision: counted(aTally({ id }), 1) }));
    const refused = await save(both).catch((cause: unknown) => isUniqueViolation(cause, 'tally_pkey'));
    expect(refused).toBe(true);
    expect([await kept([a]), await eventsOf([a, b])]).toEqual([[null], [[1, 1]]]);
  });
});
