import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { GuidancesFolded1700000000019 } from '../migrations/1700000000019-guidances-folded.ts';
import { GuidanceQueries } from '../src/guidance/guidance.queries.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, commander, operator } from './people.ts';

let intake: TestIntake;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...Array.from({ length: 9 }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  common = commonIssuesOf(intake);
});
afterAll(() => intake.stop());

const queries = () => intake.service.app.get(GuidanceQueries);
const found = async (search: string, filter: object = {}) =>
  (
    await intake.get<{ list: { nodes: { id: string }[] } }>(
      'query ($search: String, $filter: GuidanceFilter) { list: guidances(search: $search, filter: $filter) { nodes { id } } }',
      { search, filter },
      operator,
    )
  ).list.nodes.map(({ id }) => id);

async function solvedBy(told: object = {}) {
  const ids = [await common.reported(1), await common.reported(2)];
  const { id: commonIssueId } = await common.confirmed(ids);
  const guidance = await common.publish({ commonIssueId, ...told });
  const preview = await common.preview({ guidanceId: guidance.id });
  await common.apply({ batchId: preview.id });
  return { ids, guidance, commonIssueId };
}

const COMPLETE_REVIEW = `mutation ($input: CompleteReviewInput!) { said: completeReview(input: $input) { ... on Issue { reviewDue } ... on IssueRejection { code } } }`;

describe('publishing a guidance', () => {
  it('settles the common issue that it is of, with an event that holds no text', async () => {
    const { id } = await common.confirmed([await common.reported(1)]);
    const guidance = await common.publish({ commonIssueId: id }, commander);
    expect(guidance).toMatchObject({ state: 'PUBLISHED', currentVersion: 1, versions: [{ number: 1 }] });
    expect(await common.commonIssue(id)).toMatchObject({ state: 'SETTLED', guidance: { id: guidance.id } });
    const [published] = await intake.events(guidance.id);
    expect(published).toMatchObject({
      type: 'intake.guidance.published.v1',
      event: {
        data: {
          guidanceVersion: 1,
          domain: 'PASSAGE',
          commonIssueId: id,
          effectiveFrom: '2020-02-01',
          effectiveTo: null,
        },
      },
    });
    expect(JSON.stringify(published)).not.toContain('复工证');
  });

  it('freezes the version: neither its text nor its dates can be changed, nor can it be removed', async () => {
    const { id } = await common.publish();
    for (const change of [
      `text = '另说'`,
      `title = '另说'`,
      `effective_from = '2019-01-01'`,
      `town_codes = '{330226110}'`,
    ])
      await expect(intake.sql(`update guidance_version set ${change} where guidance_id = $1`, [id])).rejects.toThrow(
        'guidance_version stays as it is',
      );
    await expect(intake.sql('delete from guidance_version where guidance_id = $1', [id])).rejects.toThrow(
      'guidance_version stays as it is',
    );
  });

  it('again supersedes the version before it, from the day on which the new one takes effect', async () => {
    const { id } = await common.publish({ effectiveFrom: '2020-02-01' });
    const next = await common.publish({ guidanceId: id, title: '通行规定(修订)', effectiveFrom: '2020-03-01' });
    expect(next).toMatchObject({
      id,
      currentVersion: 2,
      title: '通行规定(修订)',
      versions: [
        { number: 2, supersededOn: null },
        { number: 1, supersededOn: '2020-02-29', title: '返岗员工通行规定' },
      ],
    });
    const holding = async (day: string) => (await queries().inForce(id, day))?.number ?? null;
    expect([
      await holding('2020-01-31'),
      await holding('2020-02-01'),
      await holding('2020-02-29'),
      await holding('2020-03-01'),
    ]).toEqual([null, 1, 1, 2]);
  });

  it('brought forward, an announced version never holds; what was in force is taken back no day', async () => {
    const { id } = await common.publish({ effectiveFrom: '2020-02-01' });
    await common.publish({ guidanceId: id, effectiveFrom: '2099-03-01' });
    expect(await common.publish({ guidanceId: id, effectiveFrom: '2020-01-31' })).toMatchObject({
      code: 'GUIDANCE_VERSION_TOO_EARLY',
      field: 'effectiveFrom',
    });
    const { versions } = await common.publish({ guidanceId: id, effectiveFrom: '2099-02-01' });
    expect(versions).toMatchObject([
      { number: 3, supersededOn: null },
      { number: 2, supersededOn: '2099-01-31' },
      { number: 1, supersededOn: '2099-01-31' },
    ]);
    const later = `update guidance_version set superseded_on = '2099-02-01' where guidance_id = $1 and number = 1`;
    await expect(intake.sql(later, [id])).rejects.toThrow('guidance_version stays as it is');
  });

  it.each([
    ['a last day before the first', { effectiveTo: '2020-01-31' }, 'GUIDANCE_DATES_REVERSED', 'effectiveTo'],
    ['a town that there is not', { townCodes: ['330226999'] }, 'GUIDANCE_TOWN_UNKNOWN', 'townCodes'],
    ['no text', { text: ' ' }, 'FIELD_REQUIRED', 'text'],
    ['no such guidance', { guidanceId: '01900000-0000-7000-8000-000000000000' }, 'GUIDANCE_NOT_FOUND', 'guidanceId'],
    [
      'no such common issue',
      { commonIssueId: '01900000-0000-7000-8000-000000000000' },
      'COMMON_ISSUE_NOT_FOUND',
      'commonIssueId',
    ],
  ])('with %s is refused', async (_, told, code, field) => {
    expect(await common.publish(told)).toMatchObject({ code, field });
  });

  it('twice for one common issue has one winner', async () => {
    const { id } = await common.confirmed([await common.reported(1)]);
    const answers = await Promise.all([common.publish({ commonIssueId: id }), common.publish({ commonIssueId: id })]);
    expect(answers.map(({ code }) => code ?? 'published').toSorted()).toEqual([
      'COMMON_ISSUE_STATE_FORBIDS_MOVE',
      'published',
    ]);
    expect(await intake.sql('select from guidance where common_issue_id = $1', [id])).toHaveLength(1);
  });
});

describe('an answer on the spot', () => {
  it('rests on the version in force, counts as a use, and is flagged when there is a newer one', async () => {
    const { answer } = deciding(intake);
    const { id: guidanceId } = await common.publish();
    const ids = [await common.reported(1), await common.reported(2)];
    for (const id of ids) expect(await answer(id, { guidanceId })).toMatchObject({ status: 'ANSWERED' });
    await intake.callBack(ids[0]!);
    expect((await common.guidance(guidanceId)).score).toEqual({ used: 2, called: 1, settled: 1, settledRate: 1 });
    await common.publish({ guidanceId, effectiveFrom: '2099-01-01' });
    expect(await Promise.all(ids.map(async (id) => (await common.member(id)).reviewDue))).toEqual([false, true]);
    await common.withdraw({ guidanceId, reason: '有误' });
    const late = await common.reported(3);
    expect(await answer(late, { guidanceId })).toMatchObject({ code: 'GUIDANCE_NOT_FOUND', field: 'guidanceId' });
  });

  it('is scored by what the firm said of that answer, though its issue was merged into one with another', async () => {
    const by = deciding(intake);
    const [tried, other] = [await common.publish(), await common.publish()];
    const [one, survivor] = [await common.reported(4), await common.reported(4)];
    await by.answer(one, { guidanceId: tried.id });
    await by.answer(survivor, { guidanceId: other.id });
    await intake.callBack(one, { outcome: 'NOT_SETTLED', note: '没有用' });
    const scores = async () => {
      const seen = [await common.guidance(tried.id), await common.guidance(other.id)];
      return seen.map(({ score: { used, called, settled } }) => [used, called, settled]);
    };
    await by.merge(one, survivor);
    expect(await scores()).toEqual([
      [1, 1, 0],
      [1, 0, 0],
    ]);
    await by.unmerge(one);
    expect(await scores()).toEqual([
      [1, 1, 0],
      [1, 0, 0],
    ]);
    await by.merge(one, survivor);
    await intake.callBack(survivor);
    expect(await scores()).toEqual([
      [1, 1, 0],
      [1, 1, 1],
    ]);
  });

  it('settles a member at once that came after its common issue was settled', async () => {
    const { guidance, commonIssueId } = await solvedBy();
    const late = await common.reported(3);
    await common.link({ commonIssueId, issueId: late });
    await deciding(intake).answer(late, { guidanceId: guidance.id });
    expect(await common.commonIssue(commonIssueId)).toMatchObject({ settledCount: 3, membersAwaiting: { nodes: [] } });
  });
});

describe('what an old version solved', () => {
  const flags = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await common.member(id)).reviewDue));

  it('is flagged where it was answered after the next version was announced, as it is where it was before', async () => {
    const { answer } = deciding(intake);
    const { id: guidanceId } = await common.publish();
    const [before, between] = [await common.reported(1), await common.reported(2)];
    await answer(before, { guidanceId });
    await common.publish({ guidanceId, effectiveFrom: '2099-01-01' });
    await answer(between, { guidanceId });
    const rests = await intake.sql('select guidance_version, status from issue where id = $1', [between]);
    expect([rests, await flags([before, between])]).toEqual([
      [{ guidance_version: 1, status: 'ANSWERED' }],
      [true, true],
    ]);
  });

  it.each([
    ['a newer version came', (guidanceId: string) => common.publish({ guidanceId })],
    ['it was withdrawn', (guidanceId: string) => common.withdraw({ guidanceId, reason: '有误' })],
  ])('is flagged where it was merged when %s, once it is taken out again', async (_, outdate) => {
    const { answer, merge, unmerge } = deciding(intake);
    const { ids, guidance } = await solvedBy();
    const [solved, answered, own] = [ids[0]!, await common.reported(1), await common.reported(1)];
    await answer(answered, { guidanceId: guidance.id });
    await answer(own);
    const into = await common.reported(1);
    for (const id of [solved, answered, own]) expect(await merge(id, into)).toMatchObject({ status: 'MERGED' });
    await outdate(guidance.id);
    for (const id of [solved, answered, own]) await unmerge(id);
    expect(await Promise.all([solved, answered, own].map(async (id) => (await common.member(id)).status))).toEqual([
      'SOLVED',
      'ANSWERED',
      'ANSWERED',
    ]);
    expect(await flags([solved, answered, own])).toEqual([true, true, false]);
  });

  it('is not flagged where nothing newer came while it was merged', async () => {
    const { merge, unmerge } = deciding(intake);
    const { ids } = await solvedBy();
    await merge(ids[0]!, await common.reported(1));
    await unmerge(ids[0]!);
    expect(await flags(ids)).toEqual([false, false]);
  });

  it('is flagged by one of two that come at once, the un-merging and the version', async () => {
    const { merge, unmerge } = deciding(intake);
    for (let round = 0; round < 10; round += 1) {
      const { ids, guidance } = await solvedBy();
      await merge(ids[0]!, await common.reported(1));
      const [apart, next] = await Promise.all([unmerge(ids[0]!), common.publish({ guidanceId: guidance.id })]);
      expect([apart.status, next.currentVersion, await flags(ids)]).toEqual(['SOLVED', 2, [true, true]]);
    }
    expect(intake.faultLines()).toEqual([]);
  });
});

describe('a guidance that is withdrawn', () => {
  it('is in force on no day, settles nothing more, and can be replaced for its common issue', async () => {
    const { guidance, commonIssueId, ids } = await solvedBy();
    expect(await common.withdraw({ guidanceId: guidance.id, reason: '与省里规定不符' })).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect(await queries().inForce(guidance.id, '2020-02-14')).toBeNull();
    expect(await common.preview({ guidanceId: guidance.id })).toMatchObject({ code: 'GUIDANCE_WITHDRAWN' });
    expect(await common.withdraw({ guidanceId: guidance.id, reason: '再撤' })).toMatchObject({
      code: 'GUIDANCE_WITHDRAWN',
    });
    expect(await common.publish({ guidanceId: guidance.id })).toMatchObject({ code: 'GUIDANCE_WITHDRAWN' });
    expect((await common.member(ids[0]!)).reviewDue).toBe(true);
    const reviewed = await intake.get(COMPLETE_REVIEW, { input: { issueId: ids[0] } }, analyst);
    expect(reviewed).toEqual({ said: { reviewDue: false } });
    const again = await intake.get(COMPLETE_REVIEW, { input: { issueId: ids[0] } }, analyst);
    expect(again).toEqual({ said: { code: 'ISSUE_NOT_TO_BE_REVIEWED' } });
    const other = await common.publish({ commonIssueId, title: '另一规定' });
    expect(await common.commonIssue(commonIssueId)).toMatchObject({ state: 'SETTLED', guidance: { id: other.id } });
  });
});

describe('searching guidances as one types', () => {
  it('finds traditional characters by simplified ones and the other way round, also what was published before they were folded', async () => {
    const simplified = await common.publish({ title: '外地员工返岗检测', text: '凭证办理' });
    const traditional = await common.publish({ title: '外地員工返崗檢測', text: '憑證辦理' });
    const both = [simplified.id, traditional.id].toSorted();
    const of = async (typed: string) => (await found(typed)).toSorted();
    expect([await of('員工返崗檢測'), await of('员工返岗检测'), await of('憑證')]).toEqual([both, both, both]);
    await intake.sql(
      `update guidance_search set title = '外地員工返崗檢測', words = '外地員工返崗檢測' || chr(10) || '憑證辦理', title_tokens = '{員工}', tokens = '{員工}' where guidance_id = $1`,
      [traditional.id],
    );
    expect(await of('员工返岗检测')).toEqual([simplified.id]);
    const runner = intake.schema.db.source.createQueryRunner();
    await new GuidancesFolded1700000000019().up(runner).finally(() => runner.release());
    expect([await of('员工返岗检测'), await of('憑證')]).toEqual([both, both]);
  });

  it('finds Chinese from the first character on, in force before not, in the title before in the text, the newest first', async () => {
    const text = await common.publish({ title: '甲', text: '关于消毒液的领取' });
    const title = await common.publish({ title: '消毒液领取办法', text: '乙' });
    const over = await common.publish({ title: '消毒液旧办法', text: '丙', effectiveTo: '2020-02-10' });
    const newest = await common.publish({ title: '消毒液申领', text: '丁' });
    const inOrder = [newest.id, title.id, text.id, over.id];
    expect(await found('消')).toEqual(inOrder);
    expect(await found('消毒')).toEqual(inOrder);
    expect(await found('消毒液')).toEqual(inOrder);
    expect(await found('消毒液领')).toEqual([title.id]);
    expect(await found('消毒 领取')).toEqual([title.id, text.id]);
    expect(await found('液消')).toEqual([]);
    expect(await found('消毒', { inForceOn: '2020-02-10' })).toEqual(inOrder);
    expect(await found('消毒', { domain: 'FINANCE' })).toEqual([]);
  });

  it('takes full width as half width and capitals as small letters, and wild cards as what they are', async () => {
    const { id } = await common.publish({ title: 'ABC认证(100%)' });
    expect([await found('abc'), await found('Ab'), await found('100%'), await found('%证')]).toEqual([
      [id],
      [id],
      [id],
      [],
    ]);
  });

  it('finds the version that holds until the next one takes effect, and pages', async () => {
    const { id } = await common.publish({ title: '包车返岗旧法', effectiveFrom: '2020-02-01' });
    await common.publish({ guidanceId: id, title: '包车返岗新法', effectiveFrom: '2099-01-01' });
    const other = await common.publish({ title: '包车返岗补贴' });
    expect(await found('返岗旧')).toEqual([id]);
    const pages = [];
    for (let after: string | null = null; pages.length < 3;) {
      const { edges, pageInfo } = await queries().list('包车返岗', {}, { first: 1, after });
      pages.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(pages).toEqual([other.id, id]);
  });
});
