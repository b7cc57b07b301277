import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tx } from '@qifutong/persistence/database';
import type { Asker } from '@qifutong/testkit/boot';
import { DuplicatesWithoutTexts1700000000027 } from '../migrations/1700000000027-duplicates-without-texts.ts';
import { NearbyQueries } from '../src/likeness/nearby.queries.ts';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, leadOf } from './people.ts';

let intake: TestIntake;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...['甲', '乙', '丙', '丁'].map((name, n) => ({ creditCode: creditCodeOf(n + 1), name: `宁海${name}岚模具厂` })),
  );
  common = commonIssuesOf(intake);
});
afterAll(() => intake.stop());

async function settled(): Promise<void> {
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql<{ n: number }>('select count(*)::int as n from issue_to_suggest'))[0]!.n > 0)
    await service.suggestWaiting();
}

const report = (firm: number, text: string, receivedAt: string) =>
  intake.registered({ text, firmCreditCode: creditCodeOf(firm), receivedAt });
const numberOf = async (id: string) => (await intake.issue(id))!.number;
const ofReports = (lines: readonly string[]) => lines.filter((line) => /^(?:本件|对照|其中)/u.test(line));

/** The evidence beside the hints of an issue's likely duplicates. */
async function duplicatesOf(id: string): Promise<readonly (readonly string[])[]> {
  await settled();
  const { issue } = await intake.get<{ issue: { suggestion: { duplicates: { evidence: string[] }[] } } }>(
    `query ($id: ID!) { issue(id: $id) { suggestion { duplicates { evidence } } } }`,
    { id },
    analyst,
  );
  return issue.suggestion.duplicates.map(({ evidence }) => evidence);
}

interface Shown {
  readonly evidence: readonly string[];
  readonly members: { readonly edges: readonly { readonly score: number | null; readonly evidence: string[] }[] };
}

const shownTo = async (asker: Asker, id: string) =>
  (
    await intake.get<{ commonIssue: Shown }>(
      `query ($id: ID!) { commonIssue(id: $id) { evidence members(first: 9, states: [PROPOSED, MEMBER]) { edges { score evidence } } } }`,
      { id },
      asker,
    )
  ).commonIssue;

const storage = ['冷库压缩机坏了,库房已满,想租借三百个托盘位', '前天打过热线的,冷库还是满的,急租300个托盘位'] as const;

describe('of an issue into which another was merged', () => {
  it('its own first words are shown, and of the other that one’s', async () => {
    const first = await report(1, storage[0], '2020-01-05T01:00:00.000Z');
    const again = await report(1, storage[1], '2020-01-07T01:00:00.000Z');
    const { id: commonIssueId } = await common.proposed([again], { title: '冷库不够' });
    // as if it had been found: what people propose shows no texts
    await intake.sql(`update common_issue set founding = '3 件相似' where id = $1`, [commonIssueId]);
    const seen = async () => ({
      hint: (await duplicatesOf(again)).map(ofReports),
      common: ofReports((await shownTo(analyst, commonIssueId)).evidence),
      compared: await intake.service.app
        .get(NearbyQueries)
        .textsOf(new Tx(intake.service.db.source.manager, intake.service.db.clock), [first, again]),
    });
    const own = {
      hint: [[`本件:“${storage[1]}”`, `对照 ${await numberOf(first)}:“${storage[0]}”`]],
      common: [`其中 ${await numberOf(again)}:“${storage[1]}”`],
      compared: new Map([
        [first, storage[0]],
        [again, storage[1]],
      ]),
    };
    expect(await seen()).toEqual(own);
    expect(await deciding(intake).merge(first, again)).toMatchObject({ status: 'MERGED' });
    expect(await seen()).toEqual(own);
  });
});

describe('what two issues of a firm say', () => {
  const KEPT = 'select duplicates from issue_suggestion where issue_id = $1';

  it('is kept beside no hint, and taken from those that were stored with it', async () => {
    await report(2, storage[0], '2020-02-05T01:00:00.000Z');
    const again = await report(2, storage[1], '2020-02-07T01:00:00.000Z');
    const [shown] = await duplicatesOf(again);
    const kept = await intake.sql<{ duplicates: { id: string; evidence: string[] }[] }>(KEPT, [again]);
    expect(kept[0]!.duplicates.map(({ evidence }) => evidence)).toEqual([shown!.slice(0, -2)]);
    const withTexts = kept[0]!.duplicates.map((hint) => ({
      ...hint,
      evidence: [...hint.evidence, `本件:“${storage[1]}”`, `对照:“${storage[0]}”`],
    }));
    await intake.sql('update issue_suggestion set duplicates = $2 where issue_id = $1', [
      again,
      JSON.stringify(withTexts),
    ]);
    const runner = intake.schema.db.source.createQueryRunner();
    for (let times = 0; times < 2; times += 1) {
      await new DuplicatesWithoutTexts1700000000027().up(runner);
      expect(await intake.sql(KEPT, [again])).toEqual(kept);
    }
    await runner.release();
  });
});

describe('the texts of a common issue that likeness found', () => {
  it('are shown to whoever reads the county, and not to the task force that has it, of its members neither', async () => {
    const texts = ['厂里口罩用完了,到处买不到', '员工口罩库存告急,请问哪里能买到口罩', '口罩断货,采购不到,请帮忙调配'];
    for (const [i, text] of texts.entries()) await report(1 + i, text, `2020-03-20T0${i}:00:00.000Z`);
    await settled();
    const [{ id } = { id: '' }] = await intake.sql<{ id: string }>(
      `select id from common_issue where origin = 'LIKENESS' order by proposed_at desc limit 1`,
    );
    expect(await common.confirm({ commonIssueId: id })).toMatchObject({ state: 'CONFIRMED', memberCount: 3 });
    await intake.sql(`update common_issue set task_force = 'MATERIALS' where id = $1`, [id]);
    const lines = ({ evidence, members }: Shown) => [evidence, ...members.edges.map((edge) => edge.evidence)];
    const [read, had] = [await shownTo(analyst, id), await shownTo(leadOf('MATERIALS'), id)];
    expect(lines(read).map((some) => ofReports(some).length)).toEqual([3, 2, 2, 2]);
    expect(had.members.edges.map(({ score }) => score)).toEqual(Array(3).fill(expect.any(Number)));
    expect(lines(had)).toEqual(lines(read).map((some) => some.filter((line) => !line.includes('“'))));
  });
});
