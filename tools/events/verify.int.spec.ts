import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, ENTRY, linkTo } from '@qifutong/persistence/chain';
import { behindTheTriggers, freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { intake } from '../../services/intake/src/service.ts';
import type { System } from './system.ts';
import { verifyTrails } from './verify.ts';

let schemas: Record<'intake' | 'taskforce', TestSchema>;
let system: System;

async function entered({ db }: TestSchema, count: number): Promise<string> {
  await db.source.query(
    `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event)
     select gen_random_uuid(), 'issue', 'issue-1', n, 's', '{}' from generate_series(1, $1::int) n`,
    [count],
  );
  const rows: { seq: string; entry: string }[] = await db.source.query(
    `select seq, ${ENTRY} as entry from event_log order by event_log.seq`,
  );
  let head = BEGINNING;
  for (const { seq, entry } of rows) {
    head = linkTo(head, entry);
    await db.source.query('update event_log set link = $2, hash = $3 where seq = $1', [seq, head.link, head.hash]);
  }
  return head.hash.toString('hex');
}

function told(service: string, link: number, hash: string): Promise<unknown> {
  return schemas.intake.db.source.query(`insert into daily_closure_trail values ('2020-02-14', $1, $2, $3, now())`, [
    service,
    link,
    hash,
  ]);
}

beforeEach(async () => {
  const others = await freshSchema({ name: 'taskforce', tables: [], migrations: [] });
  schemas = { intake: await freshSchema(intake), taskforce: others };
  const databases = new Map(Object.entries(schemas).map(([name, { db }]) => [name, db.source]));
  system = { databases } as unknown as System;
});
afterEach(() => Promise.all(Object.values(schemas).map((one) => one.drop())));

describe('npm run events -- verify', () => {
  it('says of each trail in what it ends, and that the daily accounts say the same', async () => {
    const [one, other] = [await entered(schemas.intake, 3), await entered(schemas.taskforce, 2)];
    await told('taskforce', 2, other);
    await schemas.taskforce.db.source.query(
      `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, published_at, stream_seq)
       values (gen_random_uuid(), 'issue', 'issue-2', 1, 's', '{}', now(), 1)`,
    );
    expect(await verifyTrails(system, ['intake', 'taskforce'])).toBe(
      `intake: whole: 3 entries, ending in ${one}; as 0 daily accounts say
taskforce: whole: 2 entries, ending in ${other}; as 1 daily accounts say; 1 are not linked yet`,
    );
  });

  it('fails with the first entry that is wrong, and looks at the other services all the same', async () => {
    const hash = await entered(schemas.intake, 3);
    await entered(schemas.taskforce, 5);
    await behindTheTriggers(
      schemas.taskforce.db.source,
      `update event_log set event = '{"a": 1}' where link in (3, 4)`,
    );
    await expect(verifyTrails(system, ['taskforce', 'intake'])).rejects.toThrow(
      new RegExp(`^taskforce: NOT WHOLE after 2 entries: entry 3, seq 3 .* was altered
intake: whole: 3 entries, ending in ${hash}; as 0 daily accounts say$`),
    );
  });

  it('fails where a trail does not end in what a daily account says', async () => {
    await entered(schemas.intake, 3);
    await told('intake', 2, '0'.repeat(64));
    await expect(verifyTrails(system, ['intake'])).rejects.toThrow(/and the account of 2020-02-14 says 0{64}$/);
  });
});
