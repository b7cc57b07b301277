import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BatchQueries } from '../src/batch/batch.queries.ts';
import { Ledger } from '../src/batch/ledger.service.ts';
import { CommonIssueQueries } from '../src/common-issue/common-issue.queries.ts';
import { FirstWordsQueries } from '../src/common-issue/first-words.queries.ts';
import { CommonIssueSettlement } from '../src/common-issue/settlement.service.ts';
import { findable } from '../src/guidance/folded.ts';
import { GuidanceQueries } from '../src/guidance/guidance.queries.ts';
import { IssueQueries } from '../src/issue/issue.queries.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { planOf, statementsOf } from './statements.ts';

const MANY = 20_000;
const nobody = { firm: null, town: null, taskForce: null };
const first20 = { first: 20, after: null };
let intake: TestIntake;
let some: { readonly common: string[]; readonly guidance: string[]; readonly batch: string[] };

/** As many common issues, guidances and batches as there may be after years; one in ten of them with members and lines. */
async function fill(): Promise<void> {
  await intake.sql(
    `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by, confirmed_at, settled_at, closed_at)
     select uuidv7(), 1, '共20200214-' || lpad(i::text, 5, '0'), case when i % 100 = 0 then 'SETTLED' else 'CLOSED' end, '卡点', 'PASSAGE', 'NORMAL', 'LIKENESS', '{}', false,
       now(), 'likeness', now(), now(), case when i % 100 <> 0 then now() end from generate_series(1, $1::int) i`,
    [MANY],
  );
  await intake.sql(
    `insert into issue (id, version, number, status, round, firm_name, channel, urgency, first_contact_sub, first_contact_name, handled_by, registered_at,
       changed_at, changed_on, written_off_at, common_issue_id)
     select uuidv7(), 1, '20200214-' || lpad((row_number() over ())::text, 6, '0'), case when n = 1 then 'REGISTERED' else 'WRITTEN_OFF' end, 1, '厂', 'HOTLINE', 'NORMAL',
       'operator-1', '接线员甲', '{operator-1}', now(), now(), now()::date, case when n > 1 then now() end, id
     from (select id from common_issue order by id limit $1::int / 10) as common, generate_series(1, 10) n`,
    [MANY],
  );
  await intake.sql(
    `insert into common_issue_member (common_issue_id, issue_id, state, evidence, added_at, added_by)
     select common_issue_id, id, 'MEMBER', '{}', now(), 'likeness' from issue`,
  );
  const { title, words, titleTokens, tokens } = findable({ title: '返岗通行规定', text: '凭证通行' });
  await intake.sql(
    `with told as (
       insert into guidance (id, version, state, domain, current_version, published_at)
       select uuidv7(), 1, 'PUBLISHED', 'PASSAGE', 1, now() from generate_series(1, $1::int) returning id),
     versions as (
       insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, published_at, published_by)
       select uuidv7(), id, 1, '规定', '凭证', case when random() < 0.001 then 'LABOUR' else 'PASSAGE' end, '{}', '{}', '{}', '2020-02-01', now(), 'analyst-1' from told)
     insert into guidance_search (guidance_id, number, current, withdrawn, domain, town_codes, title, words, title_tokens, tokens, effective_from)
     select id, 1, true, false, 'PASSAGE', '{}', $2, $3, $4, case when random() < 0.001 then $5::text[] else array['另'] end, '2020-02-01' from told`,
    [MANY, title, words, titleTokens, tokens],
  );
  await intake.sql(
    `insert into batch (id, version, state, guidance_id, guidance_version, policy_version, previewed_at, previewed_by, confirmed_at, confirmed_by)
     select uuidv7(), 0, 'APPLIED', id, 1, 1, now(), 'analyst-1', now(), 'analyst-1' from guidance limit $1::int / 10`,
    [MANY],
  );
  await intake.sql(
    `insert into batch_item (id, batch_id, issue_id, by_hand, verdict, outcome, before, confirmed_by)
     select uuidv7(), batch.id, issue.id, false, 'MATCH', 'APPLIED', '{}', 'analyst-1' from batch, (select id from issue limit 10) as issue`,
  );
  for (const table of [
    'common_issue',
    'common_issue_member',
    'issue',
    'guidance',
    'guidance_version',
    'guidance_search',
    'batch',
    'batch_item',
  ])
    await intake.sql(`analyze ${table}`);
}

beforeAll(async () => {
  intake = await bootIntake({}, withoutJobs);
  await fill();
  const ids = async (table: string) =>
    (await intake.sql<{ id: string }>(`select id from ${table} order by id limit 20`)).map(({ id }) => id);
  some = { common: await ids('common_issue'), guidance: await ids('guidance'), batch: await ids('batch') };
}, 120_000);
afterAll(() => intake.stop());

/** The plans of the statements that a piece of work sends; those that open and close a transaction have none. */
async function plansOf(work: () => Promise<unknown>) {
  const { source } = intake.service.db;
  const statements = await statementsOf(source, work);
  const planned = statements.filter(({ sql }) => /^\s*(select|update)/i.test(sql));
  const plans = await Promise.all(planned.map((statement) => planOf(source, statement)));
  expect(plans.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  return plans.map(({ indexes }) => [...new Set(indexes)]);
}

const get = <T>(type: new (...args: never[]) => T): T => intake.service.app.get(type);

describe(`among ${MANY} common issues and guidances no list reads a whole table`, () => {
  it.each<[string, Parameters<CommonIssueQueries['list']>[0], object, string]>([
    ['all', null, {}, 'common_issue_newest'],
    ['settled', 'SETTLED', {}, 'common_issue_by_state'],
  ])('common issues: %s', async (_, state, filter, index) => {
    expect(await plansOf(() => get(CommonIssueQueries).list(state, filter, first20))).toEqual([[index]]);
  });

  it('common issues: settled ones with members that wait for a batch', async () => {
    const list = (awaiting: boolean) => get(CommonIssueQueries).list(null, { awaiting }, first20);
    const [[waiting], [others]] = [await plansOf(() => list(true)), await plansOf(() => list(false))];
    expect(waiting!.toSorted()).toEqual(['common_issue_by_state', 'issue_awaiting_member']);
    expect(others).toContain('common_issue_newest');
  });

  it('the members of 20 common issues, those that wait, and how many they are', async () => {
    const asked = { ...first20, states: ['PROPOSED', 'MEMBER'] as const, scope: nobody };
    expect(await plansOf(() => get(CommonIssueQueries).members(some.common, asked))).toEqual([
      ['common_issue_member_page'],
      ['common_issue_member_id_key'],
    ]);
    const waiting = await plansOf(() => get(IssueQueries).awaitingPages(some.common, { ...first20, scope: nobody }));
    expect(waiting.flat()).toContain('issue_awaiting_member');
    expect((await plansOf(() => get(CommonIssueQueries).counts(some.common.slice(0, 2)))).flat()).toContain(
      'issue_pkey',
    );
    for (const what of ['ofCommonIssues', 'ofIssues'] as const)
      expect((await plansOf(() => get(FirstWordsQueries)[what](some.common, { reads: true }))).flat()).toContain(
        what === 'ofIssues' ? 'report_of_issue' : 'common_issue_member_alike',
      );
  });

  it('what can be closed', async () => {
    const [plan] = await plansOf(() => get(CommonIssueSettlement).closeFinished());
    expect(plan).toContain('common_issue_by_state');
  });

  it('guidances: the newest, their versions and their scores', async () => {
    expect(await plansOf(() => get(GuidanceQueries).list(null, {}, first20))).toEqual([['guidance_newest']]);
    expect(await plansOf(() => get(GuidanceQueries).versions(some.guidance))).toEqual([
      ['guidance_version_guidance_id_number_key'],
    ]);
  });

  it.each([{}, { inForceOn: '2020-02-14', townCode: '330226110' }])(
    'guidances, as one types what few of them say, %j',
    async (filter) => {
      const plans = await plansOf(() => get(GuidanceQueries).list('凭证', filter, first20));
      expect(plans.flat()).toContain('guidance_search_tokens');
    },
  );

  it.each([
    { townCode: '330226110' },
    { inForceOn: '2020-02-14' },
    { inForceOn: '2020-02-14', townCode: '330226110', domain: 'PASSAGE' },
    // of which there are few, and fewer that hold
    { inForceOn: '2020-02-14', domain: 'LABOUR' },
    { inForceOn: '2020-01-01' },
  ] as const)('guidances of %j, by the version that holds', async (filter) => {
    await plansOf(() => get(GuidanceQueries).list(null, filter, first20));
  });

  it('the versions of 20 guidances that hold today', async () => {
    const [held] = await plansOf(() => get(GuidanceQueries).inForceOf(some.guidance, '2020-02-14'));
    expect(held!.toSorted()).toEqual(['guidance_pkey', 'guidance_version_guidance_id_number_key']);
  });

  it('batches: the newest, their ledgers and counts, and what is still to be done', async () => {
    expect(await plansOf(() => get(BatchQueries).list({}, first20))).toEqual([['batch_newest']]);
    expect(await plansOf(() => get(BatchQueries).items(some.batch, { ...first20, filter: null }))).toEqual([
      ['batch_item_page'],
      ['batch_item_pkey'],
    ]);
    expect((await plansOf(() => get(BatchQueries).counts(some.batch))).flat()).not.toEqual([]);
    const claim = () =>
      intake.service.db.transaction((tx) => get(Ledger).claim(tx, some.batch[0]!, 'APPLY', { most: 200 }));
    expect(await plansOf(claim)).toEqual([['batch_item_to_apply']]);
  });
});
