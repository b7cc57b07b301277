import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { auditor } from './people.ts';
import { retaining } from './retained.ts';

const clock = fixedClock('2020-02-14T02:00:00.000Z');
let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock })));
afterAll(() => intake.stop());

const who = { reporterName: '欧阳震华', reporterPhone: '13900000042' };
const gone = { name_mask: null, phone_mask: null, sealed: null, key_id: null };

/** An issue whose reports these are, one after the other. */
async function reported(...reports: readonly object[]): Promise<{ issueId: string; reportIds: string[] }> {
  const first = await intake.submit(reports[0] ?? who);
  const reportIds = [first.id];
  for (const more of reports.slice(1)) reportIds.push((await intake.submit({ ...more, issueId: first.issue.id })).id);
  return { issueId: first.issue.id, reportIds };
}
/** All that stands in the tables, in the order of its text. */
async function everything(): Promise<Record<string, string>> {
  const tables = await intake.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  const hashes: [string, string][] = [];
  for (const { name } of tables) {
    const [row] = await intake.sql<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(text, chr(10) order by text)), '') as hash from (select t::text as text from "${name}" as t) as rows`,
    );
    hashes.push([name, row!.hash]);
  }
  return Object.fromEntries(hashes);
}

/** Until nothing in the background has anything left to write. */
async function atRest(): Promise<void> {
  const left = `select ((select count(*) from event_log where link is null) + (select count(*) from issue_to_suggest))::int as n`;
  await eventually(
    () => intake.sql<{ n: number }>(left),
    ([row]) => row?.n === 0,
  );
}

describe('who reported an issue', () => {
  it('is forgotten 12 months after it was written off: a place among its reporters stays, and the exact words', async () => {
    const { carriedOut, closed, dryRun, events, reportersOf, revealed, seen, struckOff, waiting } = retaining(intake);
    clock.set('2020-02-14T02:00:00.000Z');
    const { issueId, reportIds } = await reported(
      { ...who, text: '口罩不够,请回电13900000042' },
      { ...who, reporterPhone: '+86 139 0000 0042' },
      { reporterName: '王五' },
      {},
    );
    const open = await reported(who);
    await struckOff(issueId);
    expect(await waiting()).toEqual([issueId]);

    await closed('2021-02-13');
    clock.set('2021-02-13T16:00:00.000Z');
    expect(await carriedOut()).toBe(2);
    expect(await events()).toEqual([]);
    expect((await reportersOf(issueId)).map(({ pseudonym, sealed }) => [pseudonym, sealed === null])).toEqual([
      [null, false],
      [null, false],
      [null, false],
      [null, true],
    ]);

    await closed('2021-02-14');
    clock.set('2021-02-14T16:00:00.000Z');
    const told = await dryRun();
    expect(told.goes[0]).toEqual({ kind: 'REPORTER_CONTACT', after: 'P12M', count: 3, ids: [issueId] });
    expect(await carriedOut()).toBe(2);
    const at = new Date('2021-02-14T16:00:00.000Z');
    const stays = { ...gone, pseudonym: null, pseudonymised_at: null };
    expect(await reportersOf(issueId)).toEqual([
      { ...gone, pseudonym: 1, pseudonymised_at: at },
      { ...gone, pseudonym: 1, pseudonymised_at: at },
      { ...gone, pseudonym: 2, pseudonymised_at: at },
      stays,
    ]);
    expect(await reportersOf(open.issueId)).toMatchObject([{ name_mask: '欧**', pseudonym: null }]);
    const masked = { name: '已去标识', phone: null, confidential: false };
    expect(await seen(issueId)).toEqual([
      { text: '口罩不够,请回电13900000042', reporter: { ...masked, pseudonym: 1 } },
      { text: '口罩不够', reporter: { ...masked, pseudonym: 1 } },
      { text: '口罩不够', reporter: { ...masked, pseudonym: 2 } },
      { text: '口罩不够', reporter: { ...masked, name: null, pseudonym: null } },
    ]);
    expect(await revealed(reportIds[0]!)).toEqual({
      code: 'REPORTER_PSEUDONYMISED',
      field: 'reportId',
      message: expect.stringContaining('已去标识'),
    });
    expect(await intake.sql('select from reporter_showing')).toEqual([]);
    expect(await events()).toEqual([
      {
        day: '2021-02-14',
        kind: 'REPORTER_CONTACT',
        policyVersion: 1,
        count: 3,
        issueIds: [issueId],
        callIds: [],
        carriedOutAt: at.toISOString(),
      },
    ]);
    const [log] = await intake.sql<{ text: string }>(`select string_agg(event::text, '') as text from event_log`);
    expect(log!.text + JSON.stringify(intake.logged)).not.toMatch(/欧阳震华|13900000042|139\*|欧\*|王五/);
    expect(await waiting()).toEqual([]);
    expect(await carriedOut()).toBe(0);
  });

  it('who reported again after a reopening comes after those who are forgotten, 12 months after the last write-off', async () => {
    const { carriedOut, closed, events, reportersOf, struckOff, waiting } = retaining(intake);
    const { reopen } = deciding(intake);
    clock.set('2021-02-15T02:00:00.000Z');
    const { issueId } = await reported(who, { reporterName: '王五' });
    await struckOff(issueId);
    await closed('2022-02-15');
    clock.set('2022-02-16T02:00:00.000Z');
    await reopen(issueId);
    expect(await waiting()).toEqual([]);
    await carriedOut();
    expect(await reportersOf(issueId)).toMatchObject([{ pseudonym: null }, { pseudonym: null }]);

    await intake.sql(
      `update reporter set sealed = null, key_id = null, name_mask = null, phone_mask = null, pseudonym = 1, pseudonymised_at = now()
       where report_id = (select min(id::text)::uuid from report where issue_id = $1)`,
      [issueId],
    );
    await intake.submit({ reporterName: '赵六', issueId });
    await intake.sql(
      `update issue set status = 'WRITTEN_OFF', written_off_at = $2::timestamptz, changed_at = $2, changed_on = $2::date where id = $1`,
      [issueId, '2022-02-16T02:00:00.000Z'],
    );
    const before = (await events()).length;
    await closed('2023-02-16');
    clock.set('2023-02-17T02:00:00.000Z');
    await carriedOut();
    expect((await reportersOf(issueId)).map(({ pseudonym }) => pseudonym)).toEqual([1, 2, 3]);
    expect((await events()).slice(before)).toMatchObject([{ count: 2, issueIds: [issueId] }]);
  });

  it('of what was merged is forgotten with the issue that lives on, and stays while that one is open', async () => {
    const { carriedOut, closed, events, reportersOf, struckOff } = retaining(intake);
    const { merge, reject } = deciding(intake);
    clock.set('2023-02-17T02:00:00.000Z');
    const [into, merged, ofOpen, rejected] = [
      await reported(who),
      await reported(who),
      await reported(who),
      await reported(who),
    ];
    const open = await reported(who);
    expect(await merge(merged.issueId, into.issueId, { sameFirm: true })).toMatchObject({ status: 'MERGED' });
    expect(await merge(ofOpen.issueId, open.issueId, { sameFirm: true })).toMatchObject({ status: 'MERGED' });
    await reject(rejected.issueId);
    // as if its report had been left behind
    await intake.sql('update report set issue_id = $2, first_issue_id = null where id = $1', [
      merged.reportIds[0],
      merged.issueId,
    ]);
    await struckOff(into.issueId);
    const before = (await events()).length;
    await closed('2024-02-17');
    clock.set('2024-02-18T02:00:00.000Z');
    await carriedOut();
    expect((await events()).slice(before)).toMatchObject([{ count: 2, issueIds: [into.issueId] }]);
    const left = await Promise.all([merged, into, open, rejected].map(({ issueId }) => reportersOf(issueId)));
    expect(left.map((rows) => rows.map(({ pseudonym }) => pseudonym))).toEqual([[1], [1], [null, null], [null]]);
  });
});

describe('what public opinion brought in and became no issue', () => {
  const CONTACTS =
    'query ($from: Date!, $to: Date!, $by: FigureDimension!) { figures(from: $from, to: $to, by: $by) { key contactToIssueRatio { contacts } } }';

  it('goes after 30 days, other calls stay, and the figures keep how many there were', async () => {
    const { called, carriedOut, closed, events } = retaining(intake);
    clock.set('2024-03-01T02:00:00.000Z');
    const items = [await called({ townCode: '330226110' }), await called({ townCode: '330226110' }), await called()];
    const stays = [await called({ channel: 'HOTLINE' })];
    clock.set('2024-03-02T02:00:00.000Z');
    stays.push(await called());
    const figures = () =>
      Promise.all(
        ['DAY', 'TOWN', 'CHANNEL'].map((by) =>
          intake.get(CONTACTS, { from: '2024-03-01', to: '2024-03-02', by }, auditor),
        ),
      );
    const before = await figures();
    const told = (await events()).length;
    await closed('2024-03-31');
    clock.set('2024-03-31T16:00:00.000Z');
    await carriedOut();
    const left = await intake.sql<{ id: string }>('select id from call order by id');
    expect(left.map(({ id }) => id)).toEqual(stays.toSorted());
    expect((await events()).slice(told)).toMatchObject([
      { kind: 'PUBLIC_OPINION_ITEM', count: 3, issueIds: [], callIds: items },
    ]);
    expect(await figures()).toEqual(before);
  });
});

describe('a dry run', () => {
  it('tells what would go and what would stay, without a name, and leaves the database as it was, byte for byte', async () => {
    const { called, carriedOut, closed, dryRun, events, struckOff } = retaining(intake);
    clock.set('2024-04-01T02:00:00.000Z');
    const issues = [await reported(who, { reporterName: '王五' }), await reported(who), await reported({})];
    for (const { issueId } of issues) await struckOff(issueId);
    const item = await called();
    const at = '2025-04-01T02:00:00.000Z';
    await atRest();
    const before = await everything();
    const [atOnce, later] = [await dryRun({ at: '2025-04-01T01:59:59.999Z' }), await dryRun({ at }, auditor)];
    expect(await everything()).toEqual(before);
    expect(Object.keys(before)).toContain('reporter');
    expect(atOnce.goes.map(({ count }) => count)).toEqual([0, 2]);
    expect(later).toMatchObject({
      at,
      policyVersion: 1,
      goes: [
        { kind: 'REPORTER_CONTACT', after: 'P12M', count: 3, ids: issues.slice(0, 2).map(({ issueId }) => issueId) },
        { kind: 'PUBLIC_OPINION_ITEM', after: 'P30D', count: 2, ids: expect.arrayContaining([item]) },
      ],
    });
    expect(later.stays).toEqual([
      { what: 'REPORTER_CONTACT', because: 'ISSUE_OPEN', count: 3 },
      { what: 'REPORTER_CONTACT', because: 'ISSUE_REJECTED', count: 1 },
      { what: 'REPORTER_CONTACT', because: 'WITHIN_PERIOD', count: 0 },
      { what: 'PUBLIC_OPINION_ITEM', because: 'WITHIN_PERIOD', count: 0 },
      { what: 'PUBLIC_OPINION_ITEM', because: 'DAY_NOT_CLOSED', count: 0 },
      { what: 'REPORT', because: 'FOR_GOOD', count: null },
      { what: 'GUIDANCE', because: 'FOR_GOOD', count: null },
      { what: 'NOTICE', because: 'FOR_GOOD', count: null },
      { what: 'DAILY_CLOSURE', because: 'FOR_GOOD', count: null },
    ]);
    expect((await dryRun({ at, first: 1 })).goes.map(({ ids }) => ids.length)).toEqual([1, 1]);
    expect(JSON.stringify(later)).not.toMatch(/欧|13900000042|139\*/);

    const told = (await events()).length;
    await closed('2025-04-01');
    clock.set('2025-04-02T02:00:00.000Z');
    await carriedOut();
    const done = (await events()).slice(told);
    expect(
      done.map(({ count, issueIds, callIds }) => [
        count,
        [...(issueIds as string[]), ...(callIds as string[])].toSorted(),
      ]),
    ).toEqual(later.goes.map(({ count, ids }) => [count, ids.toSorted()]));
  });

  it('of what is not closed yet keeps the items, and of an instant out of range is refused', async () => {
    const { called, dryRun } = retaining(intake);
    clock.set('2025-05-01T02:00:00.000Z');
    await called();
    clock.set('2025-07-01T02:00:00.000Z');
    const { goes, stays } = await dryRun();
    expect(goes[1].count).toBe(0);
    expect(stays).toContainEqual({ what: 'PUBLIC_OPINION_ITEM', because: 'DAY_NOT_CLOSED', count: 1 });
    const query = '{ retentionDryRun(at: "1999-12-31T23:59:59Z") { at } }';
    const { errors } = await intake.ask(query, {}, auditor);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'at' }]);
  });
});
