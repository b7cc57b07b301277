import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchOverlooked } from '../src/issue/match-overlooked.job.ts';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type IssueSeen, type Said, type TestIntake } from './intake.ts';
import { analyst, auditor, firmNo, operator } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  const names = '甲乙丙丁戊己庚辛壬癸';
  await intake.firms(
    ...Array.from(names, (name, n) => ({
      creditCode: creditCodeOf(n),
      name: `宁海${name}岚模具有限公司`,
      townCode: n < 5 ? '330226110' : '330226201',
    })),
  );
});
afterAll(() => intake.stop());

interface Corrected extends IssueSeen {
  readonly firmCorrections: readonly object[];
}

const correct = async (issueId: string, n: number | null, asker = analyst) => {
  const input = { issueId, creditCode: n === null ? null : creditCodeOf(n), reason: '电话核实:听错了企业名称' };
  return (await intake.get<{ said: Said<Corrected> }>(documents.correctFirm, { input }, asker)).said;
};
const matchingsOf = async (id: string) =>
  (await intake.events(id)).map(({ type }) => type).filter((type) => /matched/.test(type));
const merge = (issueId: string, intoIssueId: string) =>
  intake.get(
    `mutation ($input: MergeIssueInput!) { mergeIssue(input: $input) { __typename } }`,
    { input: { issueId, intoIssueId } },
    analyst,
  );

async function settled(): Promise<void> {
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql('select from issue_to_suggest')).length > 0) await service.suggestWaiting();
}
const duplicatesOf = async (id: string) => {
  await settled();
  const { issue } = await intake.get<{ issue: { suggestion: { duplicates: { issue: { id: string } }[] } } }>(
    `query ($id: ID!) { issue(id: $id) { suggestion { duplicates { issue { id } } } } }`,
    { id },
    analyst,
  );
  return issue.suggestion.duplicates.map((hint) => hint.issue.id).toSorted();
};

describe('a wrong match', () => {
  it('is set right, with who said it and why; the right firm sees the issue and the wrong one does not', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(0) });
    expect(await correct(id, 5)).toMatchObject({
      firm: { creditCode: creditCodeOf(5) },
      firmName: null,
      town: { code: '330226201' },
      firmCorrections: [
        {
          was: { creditCode: creditCodeOf(0) },
          became: { creditCode: creditCodeOf(5) },
          by: 'analyst-1',
          reason: '电话核实:听错了企业名称',
        },
      ],
    });
    expect([await intake.issue(id, firmNo(0)), (await intake.issue(id, firmNo(5)))?.id]).toEqual([null, id]);
    expect(await matchingsOf(id)).toEqual(['intake.issue.unmatched.v1', 'intake.issue.matched.v1']);
  });

  it('may leave an issue that nobody knows: it is not matched again with what it is not, and may be with another', async () => {
    const id = await intake.registered({ firmName: '宁海甲岚模具有限公司', townCode: '330226110' });
    expect(await correct(id, null)).toMatchObject({ firm: null, firmName: '宁海甲岚模具有限公司' });
    await intake.service.app.get(MatchOverlooked).run();
    expect(await intake.issue(id)).toMatchObject({ firm: null, town: { code: '330226110' } });
    const input = { issueId: id, creditCode: creditCodeOf(6) };
    const { said } = await intake.get<{ said: Said<IssueSeen> }>(documents.matchFirm, { input }, operator);
    expect(said).toMatchObject({ firm: { creditCode: creditCodeOf(6) } });
  });

  it('is not set right by those who may not, twice, nor where the state forbids it', async () => {
    const [id, merged] = await Promise.all(
      [1, 1].map((n) => intake.registered({ firmCreditCode: creditCodeOf(n), text: '缺口罩' })),
    );
    for (const asker of [operator, auditor]) await expect(correct(id!, 2, asker)).rejects.toThrow('FORBIDDEN');
    await merge(merged!, id!);
    expect(await correct(merged!, 2)).toMatchObject({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      message: expect.stringContaining('MERGED'),
    });
    expect(await correct(id!, 2)).toMatchObject({ code: 'ISSUE_HAS_MERGED' });
    expect(await correct(await intake.registered({ firmName: '无名厂' }), 2)).toMatchObject({
      code: 'ISSUE_HAS_NO_FIRM',
    });
    expect(await intake.sql('select from firm_correction where issue_id = any ($1)', [[id, merged]])).toEqual([]);
  });

  it('that two set right at once is set right twice in turn, and every one is kept', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(2) });
    await Promise.all([correct(id, 3), correct(id, 4), correct(id, 3), correct(id, 4)]);
    const rows = await intake.sql<{ was: string; became: string }>(
      'select was, became from firm_correction where issue_id = $1 order by corrected_at, id',
      [id],
    );
    // a chain: what one made of it is what the next one found
    expect(rows.slice(1).map(({ was }) => was)).toEqual(rows.slice(0, -1).map(({ became }) => became));
    expect([rows[0]!.was, (await intake.issue(id))?.firm?.creditCode]).toEqual([creditCodeOf(2), rows.at(-1)!.became]);
  });
});

describe('what follows from whose an issue is', () => {
  it('is made anew: what it duplicates, and what was thought to duplicate it', async () => {
    const about = (n: number, text: string, at: string) =>
      intake.registered({ firmCreditCode: creditCodeOf(n), text, receivedAt: at });
    const wrong = await about(7, '冷库压缩机坏了,急租300个托盘位', '2020-01-05T01:00:00.000Z');
    const right = await about(8, '冷库压缩机坏了,想租借300个托盘位', '2020-01-05T02:00:00.000Z');
    const asked = await about(7, '前天打过热线的,冷库还是满的,急租300个托盘位', '2020-01-07T01:00:00.000Z');
    expect([await duplicatesOf(asked), await duplicatesOf(right)]).toEqual([[wrong], []]);
    await correct(asked, 8);
    expect([await duplicatesOf(asked), await duplicatesOf(right), await duplicatesOf(wrong)]).toEqual([
      [right],
      [asked],
      [],
    ]);
  });

  it('is made anew where it became known: another that its firm told before', async () => {
    const told = (what: object, text: string) =>
      intake.registered({ ...what, text, receivedAt: '2020-01-10T01:00:00Z' });
    const first = await told({ firmCreditCode: creditCodeOf(9) }, '锅炉年检过期,急盼上门检验,停产86人');
    const second = await told({ firmName: '老九' }, '锅炉年检过期的事再问一次,停产86人');
    expect(await duplicatesOf(second)).toEqual([]);
    const input = { issueId: second, creditCode: creditCodeOf(9) };
    await intake.get(documents.matchFirm, { input }, operator);
    expect(await duplicatesOf(second)).toEqual([first]);
  });

  it('is counted anew: one firm told it thrice until two of them were set right, and then it is common', async () => {
    const texts = ['额温枪买不到,门岗没有测温枪', '测温枪断货,额温枪买不到', '门岗额温枪买不到,没有测温枪'];
    const ids: string[] = [];
    for (const text of texts)
      ids.push(await intake.registered({ firmCreditCode: creditCodeOf(1), text, receivedAt: '2020-03-01T01:00:00Z' }));
    const proposals = async () => {
      await settled();
      const query = `{ commonIssues(state: PROPOSED) { nodes { firmCount members { nodes { id } } } } }`;
      const { commonIssues } = await intake.get<{ commonIssues: { nodes: Proposed[] } }>(query, {}, analyst);
      return commonIssues.nodes.filter(({ members }) => members.nodes.some(({ id }) => ids.includes(id)));
    };
    expect(await proposals()).toEqual([]);
    for (const [i, id] of ids.slice(1).entries()) await correct(id, 2 + i);
    expect(await proposals()).toMatchObject([{ firmCount: 3, members: { nodes: { length: 3 } } }]);
    await correct(ids[2]!, 2);
    expect(await proposals()).toMatchObject([{ firmCount: 2 }]);
  });

  it('leaves the words as they were weighed, and counts none of them twice', async () => {
    const seen = () => intake.sql('select * from likeness_term order by term');
    const id = await intake.registered({ firmCreditCode: creditCodeOf(3), text: '水管爆了没水用' });
    await settled();
    const weighed = () => intake.sql('select weighed from issue_likeness where issue_id = $1', [id]);
    const before = [await seen(), await weighed()];
    await correct(id, 4);
    await settled();
    expect([[await seen(), await weighed()], intake.faultLines()]).toEqual([before, []]);
  });
});

interface Proposed {
  readonly firmCount: number;
  readonly members: { readonly nodes: readonly { readonly id: string }[] };
}
