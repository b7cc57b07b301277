import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate } from '@qifutong/platform/migrate';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema } from '@qifutong/testkit/schema';
import { CarryOutRetention } from '../src/retention/carry-out-retention.job.ts';
import { IssueService } from '../src/issue/issue.service.ts';
import { PseudonymService } from '../src/report/pseudonym.service.ts';
import { SealService } from '../src/report/seal.service.ts';
import { intake as definition } from '../src/service.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { retaining } from './retained.ts';

const clock = fixedClock('2021-02-20T02:00:00.000Z');
const ISSUES = 450;
const ITEMS = 250;
let intake: TestIntake;
let day = 0;
beforeAll(async () => void (intake = await bootIntake({ clock }, withoutJobs)));
afterAll(() => intake.stop());

/** Issues that were written off a year and more ago, a second apart, each with a reporter that is sealed; and items. */
async function filled(): Promise<void> {
  await intake.sql(
    `insert into issue (id, version, number, status, round, channel, urgency, first_contact_sub, first_contact_name, handled_by, registered_at,
       written_off_at, changed_at, changed_on)
     select gen_random_uuid(), 1, to_char($2::int, 'FM00000000') || '-' || lpad(n::text, 4, '0'), 'WRITTEN_OFF', 1, 'HOTLINE', 'NORMAL', 'operator-1',
       '接线员甲', '{operator-1}', at, at, at, at::date
     from generate_series(1, $1::int) n, lateral (select timestamptz '2020-01-01T00:00:00Z' + n * interval '1 second' as at) as told`,
    [ISSUES, day],
  );
  const reports = await intake.sql<{ id: string }>(
    `insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
     select gen_random_uuid(), id, 'HOTLINE', '口罩不够', 'operator-1', registered_at, registered_at from issue
     where number like to_char($1::int, 'FM00000000') || '%' returning id`,
    [day],
  );
  const seals = intake.service.app.get(SealService);
  const rows = await Promise.all(
    reports.map(({ id }) => seals.seal(id, { name: '欧阳震华', phone: '13900000042' }, false)),
  );
  await intake.sql(
    `insert into reporter (report_id, name_mask, phone_mask, sealed, key_id, confidential)
     select "reportId", "nameMask", "phoneMask", sealed, "keyId", false
     from jsonb_to_recordset($1::jsonb) as told ("reportId" uuid, "nameMask" text, "phoneMask" text, sealed text, "keyId" text)`,
    [JSON.stringify(rows)],
  );
  await intake.sql(
    `insert into call (id, channel, purpose, taken_by, taken_at) select gen_random_uuid(), 'PUBLIC_OPINION', 'OTHER', 'operator-1', $2::timestamptz
     from generate_series(1, $1::int)`,
    [ITEMS, clockAt()],
  );
}
const clockAt = () => `2021-${String(1 + day).padStart(2, '0')}-20T02:00:00.000Z`;

/** What the events of a day say that is gone, and how often an issue or an item is named. */
async function told() {
  const { events } = retaining(intake);
  const done = (await events()).filter((data) => data['day'] === dayOf());
  const of = (kind: string) => done.filter((data) => data['kind'] === kind);
  const ids = done.flatMap((data) => [...(data['issueIds'] as string[]), ...(data['callIds'] as string[])]);
  const counts = (kind: string) => of(kind).map((data) => data['count'] as number);
  return { contacts: counts('REPORTER_CONTACT'), items: counts('PUBLIC_OPINION_ITEM'), ids, once: new Set(ids).size };
}
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const dayOf = () => `2021-${String(3 + day).padStart(2, '0')}-01`;
const sealed = async () =>
  (await intake.sql<{ n: number }>('select count(*)::int as n from reporter where sealed is not null'))[0]!.n;

describe('what is due at the end of a day', () => {
  beforeEach(async () => {
    day += 1;
    await filled();
    await retaining(intake).closed(dayOf());
    clock.set(`${dayOf()}T16:00:00.000Z`);
  });

  it('is done in lots of 200, each with an event', async () => {
    expect(await retaining(intake).carriedOut()).toBe(5);
    expect(await told()).toMatchObject({ contacts: [200, 200, 50], items: [200, 50], once: ISSUES + ITEMS });
    const versions = await intake.sql(
      `select version from event_log where aggregate_type = 'retention' and aggregate_id = $1 order by version`,
      [dayOf()],
    );
    expect(versions).toEqual([1, 2, 3, 4, 5].map((version) => ({ version })));
  });

  it('is done once, however many instances do it at the same time', async () => {
    const rounds = await Promise.all(Array.from({ length: 6 }, () => retaining(intake).carriedOut()));
    expect(sum(rounds)).toBe(5);
    const { contacts, items, ids, once } = await told();
    expect([sum(contacts), sum(items), ids.length, once]).toEqual([ISSUES, ITEMS, ISSUES + ITEMS, ISSUES + ITEMS]);
    expect(await sealed()).toBe(0);
  });

  it('goes on where somebody was killed: of the lot that was under way nothing is kept, and none is done twice', async () => {
    const job = intake.service.app.get(CarryOutRetention);
    await job.run();
    await intake.sql(
      `create function killed() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
       create trigger killed before insert on event_log for each row when (new.aggregate_type = 'retention') execute function killed()`,
    );
    await expect(job.run()).rejects.toThrow('killed');
    await intake.sql('drop trigger killed on event_log; drop function killed()');
    expect(await sealed()).toBe(ISSUES - 200);
    await retaining(intake).carriedOut();
    const { contacts, items, ids, once } = await told();
    expect([contacts, items, ids.length, once]).toEqual([[200, 200, 50], [200, 50], ISSUES + ITEMS, ISSUES + ITEMS]);
    expect(await sealed()).toBe(0);
  });

  it('leaves an issue that somebody changes just now for the next day', async () => {
    const { closed, carriedOut, waiting } = retaining(intake);
    const [first] = await waiting();
    await intake.service.db.transaction(async (tx) => {
      await tx.manager.query('select from issue where id = $1 for no key update', [first]);
      await carriedOut();
    });
    expect(await waiting()).toEqual([first]);
    expect(sum((await told()).contacts)).toBe(ISSUES - 1);
    const next = dayOf().replace(/01$/, '02');
    await closed(next);
    await carriedOut();
    expect([await waiting(), await sealed()]).toEqual([[], 0]);
  });

  it('waits for who takes a merging apart, and lets nobody do so meanwhile', async () => {
    const { carriedOut } = retaining(intake);
    const issues = intake.service.app.get(IssueService);
    const order: string[] = [];
    let running: Promise<unknown> = Promise.resolve();
    await intake.service.db.transaction(async (tx) => {
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('issue_merging' || current_schema()))`);
      running = carriedOut().then(() => order.push('forgotten'));
      await waitingFor('issue_merging');
      order.push('merged');
    });
    await running;
    expect(order).toEqual(['merged', 'forgotten']);
    await intake.service.db.transaction((tx) => issues.standStill(tx));
  });
});

/** Until somebody waits for that lock of this register. */
async function waitingFor(name: string): Promise<void> {
  const waits = `select from pg_locks where locktype = 'advisory' and not granted
    and objid = (hashtext($1 || current_schema())::bigint & 4294967295)::oid`;
  while ((await intake.sql(waits, [name])).length === 0);
}

describe('a reporter whose seal does not open', () => {
  it('is taken away like the rest; the log names the report and nobody', async () => {
    const { id, issue } = await intake.submit({ reporterName: '欧阳震华' });
    await intake.sql(`update reporter set sealed = 'a.b.c.d.e' where report_id = $1`, [id]);
    const pseudonyms = intake.service.app.get(PseudonymService);
    const lived = [{ issueId: issue.id, survivorId: issue.id }];
    const forgotten = await intake.service.db.transaction((tx) => pseudonyms.pseudonymise(tx, lived, new Date()));
    expect(forgotten).toEqual({ reporters: 1, issueIds: [issue.id] });
    expect(await retaining(intake).reportersOf(issue.id)).toMatchObject([
      { sealed: null, name_mask: null, pseudonym: 1 },
    ]);
    expect(intake.logged).toContainEqual(expect.objectContaining({ level: 40, reportId: id }));
    expect(JSON.stringify(intake.logged)).not.toContain('欧阳');
  });
});

describe('the migration', () => {
  it('refuses a register in which reporters are still in plain, and changes nothing', async () => {
    const before = definition.migrations.filter(({ name }) => name !== 'Retention1700000000016');
    const schema = await freshSchema({ ...definition, migrations: before });
    const sql = (text: string) => schema.db.source.query<unknown[]>(text);
    await sql(`insert into issue (id, version, number, status, round, channel, urgency, first_contact_sub, first_contact_name, handled_by, registered_at,
        written_off_at, changed_at, changed_on)
      values ('01900000-0000-7000-8000-000000000042', 1, '20200214-0042', 'WRITTEN_OFF', 1, 'HOTLINE', 'NORMAL', 'operator-1', '接线员甲', '{}', now(), now(), now(), now())`);
    await sql(`insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
      select id, id, 'HOTLINE', '口罩不够', 'operator-1', now(), now() from issue`);
    await sql(`insert into reporter (report_id, name, confidential) select id, '张三丰', false from report`);
    const migrated = () => migrate(definition, schema.url, schema.schema);
    await expect(migrated()).rejects.toThrow('reporters are still in plain');
    expect(await sql('select name from reporter')).toEqual([{ name: '张三丰' }]);
    await sql('update reporter set name = null');
    expect(await migrated()).toContain('Retention1700000000016');
    expect(await sql('select issue_id from retained_contact')).toEqual([
      { issue_id: '01900000-0000-7000-8000-000000000042' },
    ]);
    const columns = await sql(
      `select column_name from information_schema.columns where table_schema = current_schema() and table_name = 'reporter' and column_name in ('name', 'phone')`,
    );
    expect(columns).toEqual([]);
    await schema.drop();
  });
});
