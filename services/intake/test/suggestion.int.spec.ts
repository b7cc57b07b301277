import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, leadOf } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  const firms = Array.from({ length: 12 }, (_, n) => ({
    creditCode: creditCodeOf(n),
    name: `宁海${'甲乙丙丁戊己庚辛壬癸子丑'[n]!}岚模具有限公司`,
  }));
  await intake.firms(...firms);
});
afterAll(() => intake.stop());

interface Hint {
  readonly score: number;
  readonly evidence: readonly string[];
}

interface Suggested {
  readonly domain: string;
  readonly urgency: string;
  readonly reasons: readonly string[];
  readonly duplicates: readonly (Hint & { readonly issue: { readonly id: string } })[];
  readonly commonIssues: readonly (Hint & { readonly commonIssue: { readonly id: string } })[];
  readonly guidances: readonly (Hint & { readonly guidance: { readonly id: string } })[];
}

const SUGGESTION = `query ($id: ID!) { issue(id: $id) { suggestion { domain urgency reasons
  duplicates { issue { id } score evidence } commonIssues { commonIssue { id } score evidence } guidances { guidance { id } score evidence } } } }`;

/** Until nothing waits any more, whoever makes it. */
async function settled(atOnce?: number): Promise<void> {
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql<{ n: number }>('select count(*)::int as n from issue_to_suggest'))[0]!.n > 0)
    await service.suggestWaiting(atOnce);
}

async function suggestionOf(id: string): Promise<Suggested> {
  await settled();
  return (await intake.get<{ issue: { suggestion: Suggested } }>(SUGGESTION, { id }, analyst)).issue.suggestion;
}

const proposals = () =>
  intake.sql<{ id: string; title: string; members: number; firms: number }>(
    `select c.id, c.title, count(*)::int as members, count(distinct i.firm_credit_code)::int as firms
     from common_issue c join common_issue_member m on m.common_issue_id = c.id join issue i on i.id = m.issue_id
     where c.state = 'PROPOSED' group by c.id order by c.proposed_at`,
  );

const report = (firm: number, text: string, at: string) =>
  intake.registered({ text, firmCreditCode: creditCodeOf(firm), receivedAt: at });

describe('a suggestion', () => {
  it('names domain and urgency with their reasons', async () => {
    const id = await report(0, '油漆房着火了,火苗已经蹿到屋顶,快派人来!', '2020-02-01T01:00:00.000Z');
    expect(await suggestionOf(id)).toMatchObject({
      domain: 'OTHER',
      urgency: 'URGENT',
      reasons: expect.arrayContaining([expect.stringContaining('有人身危险')]),
    });
  });

  it('shows what the same firm told before: no duplicate hint says too little to decide by', async () => {
    const first = await report(
      1,
      '冷库压缩机坏了,零下十八度的库房已满,想在县内租借三百个托盘位',
      '2020-01-05T01:00:00.000Z',
    );
    const again = await report(1, '前天打过热线的,冷库还是满的,急租300个托盘位', '2020-01-07T01:00:00.000Z');
    const { duplicates } = await suggestionOf(again);
    expect(duplicates.map(({ issue }) => issue.id)).toEqual([first]);
    expect(duplicates[0]!.evidence.join('\n')).toMatch(
      /同一企业[^]*提到此前反映过[^]*相同数字:300[^]*\n本件:“前天打过热线的[^]*\n对照 \d{8}-\d{4}:“冷库压缩机坏了/,
    );
  });

  it('is null to nobody but those who decide', async () => {
    const id = await report(2, '门口路灯不亮', '2020-01-09T01:00:00.000Z');
    await settled();
    const { errors } = await intake.ask(SUGGESTION, { id }, { ...analyst, roles: ['DEPARTMENT'], town: '330226110' });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('what people wrote', () => {
  it('is suggested: a common issue that they opened without any report', async () => {
    const [{ id } = { id: '' }] = await intake.sql<{ id: string }>(
      `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by, confirmed_at, confirmed_by)
       values (gen_random_uuid(), 1, '共20200101-9001', 'CONFIRMED', '渔船靠港后渔民不能上岸', 'OTHER', 'NORMAL', 'FORESIGHT', '{}', false, now(), 'analyst-1', now(), 'analyst-1')
       returning id`,
    );
    const issue = await report(2, '我们的渔船到了渔港,渔民不准上岸', '2020-01-11T01:00:00.000Z');
    expect((await suggestionOf(issue)).commonIssues.map(({ commonIssue }) => commonIssue.id)).toEqual([id]);
  });

  it('is suggested: a guidance by what it says', async () => {
    const [{ id } = { id: '' }] = await intake.sql<{ id: string }>(
      `with published as (
         insert into guidance (id, version, state, domain, current_version, published_at)
         values (gen_random_uuid(), 1, 'PUBLISHED', 'POLICY', 1, now()) returning id)
       insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, published_at, published_by)
       select gen_random_uuid(), id, 1, '房租减免办法', '承租国有经营性用房的企业,减免两个月租金,向出租方申请。', 'POLICY', '{}', '{}', '{}', '2020-02-01', now(), 'analyst-1'
       from published returning guidance_id as id`,
    );
    const issue = await report(2, '我们租的国有厂房,房租减免向谁申请?', '2020-01-12T01:00:00.000Z');
    const { guidances } = await suggestionOf(issue);
    expect(guidances.map(({ guidance }) => guidance.id)).toEqual([id]);
    expect(guidances[0]!.evidence.slice(-2)).toEqual([
      '本件:“我们租的国有厂房,房租减免向谁申请?”',
      '对照指导意见第1版:“房租减免办法。承租国有经营性用房的企业,减免两个月租金,向出租方申请。”',
    ]);
  });
});

describe('a common issue is proposed', () => {
  const texts = [
    '厂里口罩用完了,到处买不到',
    '员工口罩库存告急,请问哪里能买到口罩',
    '口罩断货,采购不到,请帮忙调配',
    '缺口罩,买不到,工人没口罩戴',
  ];

  it('not for one firm calling ten times: that is not taken for a common issue', async () => {
    const before = (await proposals()).length;
    for (let i = 0; i < 10; i++) await report(3, texts[i % 4]!, `2020-02-03T0${i}:00:00.000Z`);
    await settled();
    expect((await proposals()).length).toBe(before);
  });

  it('when three firms within the window tell the same, and grows with the fourth', async () => {
    const ids: string[] = [];
    for (const [i, text] of texts.slice(0, 3).entries())
      ids.push(await report(4 + i, text, `2020-02-20T0${i}:00:00.000Z`));
    await settled();
    const [three] = (await proposals()).slice(-1);
    expect(three).toMatchObject({ members: 3, firms: 3, title: expect.stringContaining('口罩') });
    const fourth = await report(7, texts[3]!, '2020-02-20T05:00:00.000Z');
    const { commonIssues } = await suggestionOf(fourth);
    expect(commonIssues).toMatchObject([{ commonIssue: { id: three!.id } }]);
    expect(commonIssues[0]!.evidence.slice(-2)).toEqual([
      `本件:“${texts[3]}”`,
      expect.stringMatching(/^对照 \d{8}-\d{4}:“(?:厂里口罩用完了|员工口罩库存|口罩断货)/u),
    ]);
    expect((await proposals()).slice(-1)).toMatchObject([{ id: three!.id, members: 4, firms: 4 }]);
    const query = 'query ($id: ID!) { commonIssue(id: $id) { evidence founding memberCount firmCount } }';
    expect(await intake.get(query, { id: three!.id }, analyst)).toEqual({
      commonIssue: {
        evidence: [
          '现有 4 件相似,来自 4 家企业',
          expect.stringMatching(/^彼此平均相似度 /u),
          ...Array<unknown>(3).fill(expect.stringMatching(/口罩/u)),
          ...Array<unknown>(3).fill(expect.stringMatching(/^其中 \d{8}-\d{4}:“.*口罩/u)),
        ],
        founding: '72 小时内 3 件相似,来自至少 3 家企业',
        memberCount: 4,
        firmCount: 4,
      },
    });
  });

  it('with its texts for those who read the county, and for nobody else; they are kept nowhere but in the reports', async () => {
    const [proposed] = (await proposals()).slice(-1);
    const query = `query ($id: ID!) { commonIssue(id: $id) { evidence members(first: 9, states: [PROPOSED]) { edges { node { id } evidence } } } }`;
    type Seen = {
      commonIssue: { evidence: string[]; members: { edges: { node: { id: string }; evidence: string[] }[] } };
    };
    const seenBy = async (asker: Asker) => (await intake.get<Seen>(query, { id: proposed!.id }, asker)).commonIssue;
    const { members } = await seenBy(analyst);
    const told = new Map(
      (
        await intake.sql<{ id: string; number: string; text: string }>(
          'select i.id, i.number, r.text from issue i join report r on r.issue_id = i.id where i.id = any ($1)',
          [members.edges.map(({ node }) => node.id)],
        )
      ).map((row) => [row.id, row]),
    );
    for (const { node, evidence } of members.edges) {
      const others = [...told.values()].filter(({ id }) => id !== node.id);
      const [ours, theirs] = evidence.slice(-2);
      expect(ours).toBe(`本件:“${told.get(node.id)!.text}”`);
      expect(others.map(({ number, text }) => `对照 ${number}:“${text}”`)).toContain(theirs);
    }
    expect((await seenBy(leadOf('MATERIALS'))).evidence.filter((line) => line.includes('“'))).toEqual([]);
    const [kept] = await intake.sql<{ evidence: string[] }>(
      `select array_agg(line) as evidence from (
         select unnest(evidence) as line from common_issue union all select unnest(evidence) from common_issue_member
         union all select jsonb_array_elements_text(hint -> 'evidence')
           from issue_suggestion, jsonb_array_elements(duplicates || common_issues || guidances) hint) l`,
    );
    for (const one of ['重复可能', '相似度']) expect(kept!.evidence).toContainEqual(expect.stringContaining(one));
    // by what somebody refers to an earlier call is one of a list of words
    const quoting = kept!.evidence.filter((line) => line.includes('“') && !/^提到此前反映过:“.{1,4}”$/u.test(line));
    expect(quoting).toEqual([]);
  });

  it('not for what came further apart than the window', async () => {
    const before = (await proposals()).length;
    for (const i of [0, 1, 2])
      await report(8 + i, `额温枪买不到,${'一二三'[i]}个门岗没有测温枪`, `2020-03-0${1 + i * 4}T00:00:00.000Z`);
    await settled();
    expect((await proposals()).length).toBe(before);
  });
});

describe('a proposal that people declined', () => {
  it('is not made again for the same members', async () => {
    const [proposed] = (await proposals()).slice(-1);
    const decline = await commonIssuesOf(intake).decline({ commonIssueId: proposed!.id, reason: '各不相同' });
    expect(decline).toMatchObject({ state: 'DECLINED' });
    const before = (await proposals()).length;
    await report(8, '口罩没有了,哪里买得到', '2020-02-20T06:00:00.000Z');
    await settled();
    expect((await proposals()).length).toBe(before);
    await report(9, '口罩缺货,到处买不到', '2020-02-20T07:00:00.000Z');
    await settled();
    expect((await proposals()).slice(-1)).toMatchObject([{ members: 3, firms: 3 }]);
  });
});

const MADE = [
  `select issue_id, domain, urgency, reasons, duplicates from issue_suggestion order by issue_id`,
  // a common issue is another one each time: it is told by its number
  `select s.issue_id, c.number, hint->>'score' as score, hint->'evidence' as evidence from issue_suggestion s, jsonb_array_elements(s.common_issues) hint
   join common_issue c on c.id = (hint->>'id')::uuid order by s.issue_id, c.number`,
  `select c.number, c.title, c.evidence, c.proposed_at, array_agg(m.issue_id order by m.issue_id) as together,
     array_agg(m.score order by m.issue_id) as scores, array_agg(m.added_at order by m.issue_id) as added_at
   from common_issue c join common_issue_member m on m.common_issue_id = c.id group by c.id order by c.number`,
  `select c.number, k.core, k.last_received_at, (select array_agg(term order by term) from common_issue_term t where t.common_issue_id = c.id) as terms
   from common_issue_core k join common_issue c on c.id = k.common_issue_id order by c.number`,
  `select issue_id, weighed from issue_likeness order by issue_id`,
  `select * from issue_term order by issue_id, term`,
  `select * from likeness_term order by term`,
];

describe('what waited for its suggestion', () => {
  it('has, however many are worked off at once, the same as one by one', async () => {
    const texts = [
      '员工返岗没有包车',
      '包车返岗手续不知道怎么办',
      '接员工的大巴包不到',
      '房租能不能减免',
      '厂房租金减免找谁',
    ];
    for (const [i, text] of [...texts, ...texts, ...texts].entries())
      await report(i % 11, text, `2020-05-0${1 + (i % 2)}T0${i % 9}:00:00.000Z`);
    await settled();
    const madeAtOnce = async (atOnce: number) => {
      for (const table of [
        'common_issue_core',
        'common_issue_member',
        'common_issue',
        'likeness_term',
        'issue_suggestion',
        'issue_likeness',
      ])
        await intake.sql(`delete from ${table}`);
      await intake.sql(`delete from number_series where series = 'common-issue'`);
      // the whole past at once, under the lock that keeps the service's own job away
      await intake.service.db.transaction(async (tx) => {
        await tx.manager.query(`select pg_advisory_xact_lock(hashtext('suggestions' || current_schema()))`);
        await tx.manager.query('insert into issue_to_suggest select issue_id, registered_at from report');
      });
      await settled(atOnce);
      return Promise.all(MADE.map((sql) => intake.sql(sql)));
    };
    const oneByOne = await madeAtOnce(1);
    expect(oneByOne.map((rows) => rows.length > 0)).toEqual(MADE.map(() => true));
    for (const atOnce of [2, 7, 1_000]) expect(await madeAtOnce(atOnce)).toEqual(oneByOne);
  });
});

describe('an issue that is merged before its suggestion is made', () => {
  it('has one all the same, and nobody waits behind it', async () => {
    const ids: string[] = [];
    await intake.service.db.transaction(async (tx) => {
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('suggestions' || current_schema()))`);
      for (const text of ['锅炉坏了', '锅炉坏了,再报一次'])
        ids.push(await report(11, text, '2020-04-03T00:00:00.000Z'));
      const input = { issueId: ids[0], intoIssueId: ids[1] };
      await intake.get(
        `mutation ($input: MergeIssueInput!) { mergeIssue(input: $input) { __typename } }`,
        { input },
        analyst,
      );
    });
    await settled();
    expect(await intake.sql('select from issue_suggestion where issue_id = any ($1)', [ids])).toHaveLength(2);
  });
});

describe('suggestions are made once', () => {
  it('however many make them at the same time', async () => {
    const ids = await Promise.all(
      [0, 1, 2, 3].map((i) => report(8 + i, `第${i}件:水管爆了没水用`, '2020-04-01T00:00:00.000Z')),
    );
    const service = intake.service.app.get(SuggestionService);
    await Promise.all(Array.from({ length: 6 }, () => service.suggestWaiting()));
    await settled();
    const made = await intake.sql<{ n: number }>(
      'select count(*)::int as n from issue_suggestion where issue_id = any ($1)',
      [ids],
    );
    expect([made[0]!.n, intake.faultLines()]).toEqual([4, []]);
  });
});
