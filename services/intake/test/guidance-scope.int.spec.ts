import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { mayCover } from '../src/guidance/guidance.queries.ts';
import { outsideOf } from '../src/guidance/domain/outside-of.ts';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { deciding } from './deciding.ts';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';

const [HERE, THERE] = ['330226002', '330226001'];
const rent = { title: '房租减免办法', text: '承租国有经营性用房的企业,减免两个月租金,向出租方申请。' };
const scope = { domain: 'POLICY', townCodes: [HERE], industries: ['C'], sizes: ['SMALL'] };
const ABOUT = '我们租的国有厂房,房租减免向谁申请?';

let intake: TestIntake;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    { creditCode: creditCodeOf(1), name: '岚模具厂', townCode: HERE },
    { creditCode: creditCodeOf(2), name: '丘五金厂', townCode: THERE },
    { creditCode: creditCodeOf(3), name: '溪运输队', townCode: HERE, industry: 'G' },
    { creditCode: creditCodeOf(4), name: '坞小作坊', townCode: HERE, size: 'MICRO' },
  );
  common = commonIssuesOf(intake);
});
afterAll(() => intake.stop());

const reports: Readonly<Record<string, object>> = {
  'a firm that it covers': { firmCreditCode: creditCodeOf(1) },
  'a firm that nobody knows': { firmName: '不在册的厂' },
  'a firm of another town': { firmCreditCode: creditCodeOf(2) },
  'a firm of another industry': { firmCreditCode: creditCodeOf(3) },
  'a firm of another size': { firmCreditCode: creditCodeOf(4) },
};
const reported = (of: string) => intake.registered({ text: ABOUT, ...reports[of] });

async function suggested(id: string): Promise<string[]> {
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql<{ n: number }>('select count(*)::int as n from issue_to_suggest'))[0]!.n > 0)
    await service.suggestWaiting();
  const { issue } = await intake.get<{ issue: { suggestion: { guidances: { guidance: { id: string } }[] } } }>(
    `query ($id: ID!) { issue(id: $id) { suggestion { guidances { guidance { id } } } } }`,
    { id },
    analyst,
  );
  return issue.suggestion.guidances.map(({ guidance }) => guidance.id);
}

async function whileItHolds<T>(told: object, look: (guidanceId: string) => Promise<T>): Promise<T> {
  const { id } = await common.publish({ ...rent, ...scope, ...told });
  const seen = await look(id);
  await common.withdraw({ guidanceId: id, reason: '换一个例子' });
  return seen;
}

const whose = async (guidanceId: string) => {
  const told = [];
  for (const of of Object.keys(reports)) if ((await suggested(await reported(of))).includes(guidanceId)) told.push(of);
  return told;
};
const MAY = ['a firm that it covers', 'a firm that nobody knows'];

describe('a guidance is suggested to those whom it may cover', () => {
  it('by what it says', async () => {
    expect(await whileItHolds({}, whose)).toEqual(MAY);
    expect(await whileItHolds({ townCodes: [], industries: [], sizes: [] }, whose)).toEqual(Object.keys(reports));
  });

  it.each(['SETTLED', 'CLOSED'])('by the common issue that it settled, which is %s', async (state) => {
    const told = { title: '灯具集中采购目录', text: '目录见附件。' };
    const seen = await whileItHolds(told, async (guidanceId) => {
      await intake.sql(
        `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by,
           confirmed_at, confirmed_by, settled_at, closed_at, guidance_id)
         select uuidv7(), 1, '共20200101-' || (select 9000 + count(*) from common_issue), $1, $2, 'POLICY', 'NORMAL', 'FORESIGHT', '{}', false, now(), 'analyst-1',
           now(), 'analyst-1', now(), case when $1 = 'CLOSED' then now() end, $3`,
        [state, '国有厂房房租减免向谁申请', guidanceId],
      );
      return whose(guidanceId);
    });
    expect(seen).toEqual(MAY);
  });

  /** In the same words, of each other town and size, later than whatever there is. */
  const others = async (): Promise<string[]> => {
    const rows = await intake.sql<{ id: string }>(
      `with told as (
         insert into guidance (id, version, state, domain, current_version, published_at)
         select uuidv7(), 1, 'PUBLISHED', 'POLICY', 1, now() from town, generate_series(1, 3) returning id),
       kinds as (select code, size, row_number() over () as n from town, unnest(array['LARGE', 'MEDIUM', 'MICRO']) size)
       insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, published_at, published_by)
       select uuidv7(), told.id, 1, $1, $2, 'POLICY', array[code], '{}', array[size], '2020-02-01', now(), 'analyst-1'
       from (select id, row_number() over () as n from told) told join kinds using (n) returning guidance_id as id`,
      [rent.title, rent.text],
    );
    return rows.map(({ id }) => id);
  };
  const withdrawAll = (ids: readonly string[]) =>
    intake.sql(
      `update guidance set state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by = 'analyst-1', withdrawn_because = '换一个例子' where id = any ($1)`,
      [ids],
    );

  it('though many that came later say the same to other towns and to other kinds of firms', async () => {
    const seen = await whileItHolds({}, async (guidanceId) => {
      const later = await others();
      expect(later).toHaveLength(54);
      const found = await suggested(await reported('a firm that it covers'));
      await withdrawAll(later);
      return found[0] === guidanceId;
    });
    expect(seen).toBe(true);
  });

  it('though many closed common issues that came later were settled for others', async () => {
    const told = { title: '灯具集中采购目录', text: '目录见附件。' };
    const seen = await whileItHolds(told, async (guidanceId) => {
      const later = await others();
      // told of by their common issues alone
      await intake.sql(
        `delete from guidance_term where version_id in (select id from guidance_version where guidance_id = any ($1))`,
        [later],
      );
      await intake.sql(
        `with closed as (
           insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by,
             confirmed_at, confirmed_by, settled_at, closed_at, guidance_id)
           select uuidv7(), 1, '共20200102-' || 9000 + n, 'CLOSED', $2, 'POLICY', 'NORMAL', 'FORESIGHT', '{}', false, now(), 'analyst-1',
             now(), 'analyst-1', now(), now(), id
           from unnest($1::uuid[]) with ordinality as settling (id, n) returning id)
         select from closed`,
        [[guidanceId, ...later], '国有厂房房租减免向谁申请'],
      );
      // ten are read with each that is suggested for
      for (let n = 0; n < 6; n += 1) await suggested(await reported('a firm of another town'));
      const found = await suggested(await reported('a firm that it covers'));
      await withdrawAll(later);
      return found;
    });
    expect(seen).toHaveLength(1);
  });

  it('where people said what the issue is about, by that', async () => {
    const seen = await whileItHolds({}, async (guidanceId) => {
      const id = await reported('a firm that it covers');
      const before = await suggested(id);
      await intake.sql(`update issue set domain = 'LABOUR' where id = $1`, [id]);
      await intake.sql('insert into issue_to_suggest (issue_id, registered_at, again) values ($1, now(), true)', [id]);
      return [before, await suggested(id)].map((ids) => ids.includes(guidanceId));
    });
    expect(seen).toEqual([true, false]);
  });
});

describe('whom a guidance may cover', () => {
  const kinds = [[], ['a']].flatMap((covered) => [null, 'a', 'b'].map((known) => ({ covered, known })));
  const every = (['POLICY', 'LABOUR', null] as const).flatMap((about) =>
    kinds.flatMap((town) =>
      kinds.flatMap((industry) =>
        kinds.map((size) => ({
          covers: { townCodes: town.covered, industries: industry.covered, sizes: size.covered },
          known: { domain: about, townCode: town.known, industry: industry.known, size: size.known },
        })),
      ),
    ),
  );

  it('is the same to those that are found and to those that are answered', async () => {
    const sql = mayCover({
      domain: `known ->> 'domain'`,
      townCode: `known ->> 'townCode'`,
      industry: `known ->> 'industry'`,
      size: `known ->> 'size'`,
    });
    const rows = await intake.sql<{ may: boolean }>(
      `select ${sql} as may from rows from (jsonb_to_recordset($1) as (covers jsonb, known jsonb)) with ordinality as told (covers, known, n),
         lateral (select array(select jsonb_array_elements_text(covers -> 'townCodes')) as town_codes,
           array(select jsonb_array_elements_text(covers -> 'industries')) as industries,
           array(select jsonb_array_elements_text(covers -> 'sizes')) as sizes, 'POLICY' as domain) as version order by n`,
      [JSON.stringify(every)],
    );
    const may = every.map(({ covers, known }) => outsideOf({ domain: 'POLICY', ...covers }, known) === null);
    expect(rows.map((row) => row.may)).toEqual(may);
    expect(new Set(may)).toEqual(new Set([true, false]));
  });
});

describe('an answer rests on a guidance that may cover the issue', () => {
  const answered = (of: string, what: object = {}) =>
    whileItHolds({}, async (guidanceId) => deciding(intake).answer(await reported(of), { guidanceId, ...what }));

  it.each(MAY)('of %s', async (of) => {
    expect(await answered(of)).toMatchObject({ status: 'ANSWERED' });
    expect(await answered(of, { domain: 'POLICY' })).toMatchObject({ status: 'ANSWERED' });
  });

  it.each([
    ['a firm of another town', {}, '企业所在乡镇'],
    ['a firm of another industry', {}, '企业所属行业'],
    ['a firm of another size', {}, '企业规模'],
    ['a firm that it covers', { domain: 'LABOUR' }, '领域'],
  ])('and is refused of %s %j, saying what is not covered', async (of, what, outside) => {
    const refused = await answered(of, what);
    expect(refused).toMatchObject({ code: 'GUIDANCE_DOES_NOT_COVER', field: 'guidanceId' });
    expect(refused.message).toMatch(new RegExp(`^guidanceId: 问题 \\d{8}-\\d+ 的${outside}不在该指导意见范围内$`));
  });

  /** Until so many transactions wait for that one, or for each other behind it. */
  const inLineBehind = (pid: number, count: number) =>
    eventually(
      () =>
        intake.sql(
          `with recursive line as (select $1::int as pid union
             select activity.pid from pg_stat_activity as activity join line on line.pid = any (pg_blocking_pids(activity.pid)))
           select from line`,
          [pid],
        ),
      (rows) => rows.length === count + 1,
    );

  /** Both wait for whoever holds the issue: who says whose it is comes first, and then who answers. */
  async function matchedAndAnswered(issueId: string, firm: number, guidanceId: string) {
    const holder = intake.schema.db.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from issue where id = $1 for no key update', [issueId]);
    const [{ pid }] = (await holder.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    const input = { issueId, creditCode: creditCodeOf(firm) };
    const matched = intake.get<{ said: { firm: object } }>(documents.matchFirm, { input }, analyst);
    await inLineBehind(pid, 1);
    const answered = deciding(intake).answer(issueId, { guidanceId });
    await inLineBehind(pid, 2);
    await holder.commitTransaction();
    await holder.release();
    expect((await matched).said).toMatchObject({ firm: { creditCode: input.creditCode } });
    return answered;
  }

  it.each([
    [1, 'is covered', { status: 'ANSWERED' }],
    [3, 'is of another industry', { message: expect.stringContaining('企业所属行业') }],
    [4, 'is of another size', { message: expect.stringContaining('企业规模') }],
  ])('by the firm that it has when it is answered: firm %d, found meanwhile, %s', async (firm, _, said) => {
    const seen = await whileItHolds({}, async (guidanceId) =>
      matchedAndAnswered(await reported('a firm that nobody knows'), firm, guidanceId),
    );
    expect(seen).toMatchObject(said);
    expect(intake.faultLines()).toEqual([]);
  });

  it('by the version that holds, not by one that is announced', async () => {
    const seen = await whileItHolds({}, async (guidanceId) => {
      const next = { ...scope, townCodes: [THERE], effectiveFrom: '2099-01-01' };
      await common.publish({ guidanceId, ...rent, ...next });
      const { answer } = deciding(intake);
      const [here, there] = [await reported('a firm that it covers'), await reported('a firm of another town')];
      const suggestions = [await suggested(here), await suggested(there)].map((ids) => ids.includes(guidanceId));
      return [...suggestions, await answer(here, { guidanceId }), await answer(there, { guidanceId })];
    });
    expect(seen).toMatchObject([true, false, { status: 'ANSWERED' }, { code: 'GUIDANCE_DOES_NOT_COVER' }]);
  });
});
