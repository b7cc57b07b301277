import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type BatchSeen, type CommonIssues } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { operator } from './people.ts';

const ANNOUNCED = '2099-01-01';
let intake: TestIntake;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...Array.from({ length: 4 }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  common = commonIssuesOf(intake);
});
afterAll(() => intake.stop());

/** Two members of a settled common issue, and its guidance. */
async function settled(told: object = {}) {
  const ids = [await common.reported(1), await common.reported(2)];
  const { id: commonIssueId } = await common.confirmed(ids);
  const guidance = await common.publish({ commonIssueId, ...told });
  return { ids, guidanceId: guidance.id };
}

const announce = (guidanceId: string) =>
  common.publish({ guidanceId, title: '返岗员工通行新规', effectiveFrom: ANNOUNCED });
const reasons = ({ items }: BatchSeen) => items.nodes.map(({ verdict, reason }) => [verdict, reason]);
const solvedBy = (ids: readonly string[]) =>
  intake.sql('select status, guidance_version, review_due from issue where id = any($1)', [ids]);

/** Goes on with a batch as a process leaves it that dies before its last line. */
async function goneOn(batchId: string, issueId: string): Promise<BatchSeen> {
  await intake.sql(
    `update batch_item set outcome = 'PENDING', confirmed_by = 'analyst-1' where batch_id = $1 and issue_id = $2`,
    [batchId, issueId],
  );
  await intake.sql(`update batch set state = 'APPLYING', applied_at = null where id = $1`, [batchId]);
  return eventually(
    () => common.batch(batchId),
    ({ state }) => state === 'APPLIED',
  );
}

describe('while the next version of a guidance is announced', () => {
  const byTheFirst = { status: 'SOLVED', guidance_version: 1, review_due: true };

  it('a batch applies the version in force; what it solves is to be looked at again, as an answer is', async () => {
    const { ids, guidanceId } = await settled();
    await announce(guidanceId);
    const preview = await common.preview({ guidanceId });
    expect(preview).toMatchObject({ guidanceVersion: 1, counts: { match: 2 } });
    expect(await common.apply({ batchId: preview.id })).toMatchObject({ counts: { applied: 2, skipped: 0 } });
    expect(await solvedBy(ids)).toEqual([byTheFirst, byTheFirst]);
  });

  it('a batch that was previewed before goes on, and so does one under way', async () => {
    const { ids, guidanceId } = await settled();
    const { id: batchId } = await common.preview({ guidanceId });
    await announce(guidanceId);
    expect(await common.apply({ batchId, exclude: [ids[1]] })).toMatchObject({ counts: { applied: 1 } });
    expect((await goneOn(batchId, ids[1]!)).counts).toMatchObject({ applied: 2, skipped: 0 });
    expect(await solvedBy(ids)).toEqual([byTheFirst, byTheFirst]);
  });

  it('a batch under way is called off once the next one is in force', async () => {
    const { ids, guidanceId } = await settled();
    const { id: batchId } = await common.preview({ guidanceId });
    await common.apply({ batchId, exclude: [ids[1]] });
    await common.publish({ guidanceId, effectiveFrom: '2020-02-02' });
    const { items, counts } = await goneOn(batchId, ids[1]!);
    expect(counts).toMatchObject({ applied: 1, skipped: 1 });
    expect(items.nodes.find(({ issue }) => issue.id === ids[1])?.outcomeReason).toBe('GUIDANCE_SUPERSEDED');
  });

  it('what a batch solves at the same time is to be looked at again, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ids, guidanceId } = await settled();
      const { id: batchId } = await common.preview({ guidanceId });
      const [applied, next] = await Promise.all([common.apply({ batchId }), announce(guidanceId)]);
      expect([applied.counts['applied'], next.currentVersion]).toEqual([2, 2]);
      expect(await solvedBy(ids)).toEqual([byTheFirst, byTheFirst]);
    }
    expect(intake.faultLines()).toEqual([]);
  });

  it('and the one in force has run out, a batch asks about what was reported after its end', async () => {
    const { guidanceId } = await settled({ effectiveTo: '2020-02-10' });
    await announce(guidanceId);
    const preview = await common.preview({ guidanceId });
    expect(preview.guidanceVersion).toBe(1);
    expect(reasons(preview)).toEqual([
      ['DOUBTFUL', 'REPORTED_AFTER_END'],
      ['DOUBTFUL', 'REPORTED_AFTER_END'],
    ]);
  });

  it('and none was in force before, the first day of the one that comes first is told', async () => {
    const { guidanceId } = await settled({ effectiveFrom: '2098-03-01' });
    await announce(guidanceId);
    const refused = await common.preview({ guidanceId });
    expect(refused).toMatchObject({ code: 'GUIDANCE_NOT_YET_IN_FORCE' });
    expect(refused.message).toContain('2098-03-01');
  });

  it('a version that never held, for the next began on its own first day, is passed over', async () => {
    const { guidanceId } = await settled();
    await common.publish({ guidanceId });
    await announce(guidanceId);
    expect(await common.preview({ guidanceId })).toMatchObject({ guidanceVersion: 2 });
  });
});

interface Listed {
  readonly node: { readonly id: string; readonly inForce: { readonly number: number } | null };
  readonly version: { readonly number: number };
}

/** What a list answers: which guidance, by which version, and which of its versions holds today. */
async function listed(filter: object, search: string | null = null) {
  const { list } = await intake.get<{ list: { edges: Listed[] } }>(
    `query ($search: String, $filter: GuidanceFilter) {
      list: guidances(search: $search, filter: $filter) { edges { node { id inForce { number } } version { number } } }
    }`,
    { search, filter },
    operator,
  );
  return list.edges.map(({ node, version }) => [node.id, version.number, node.inForce?.number ?? null]);
}

const inForce = async (id: string) =>
  (
    await intake.get<{ guidance: object }>(
      'query ($id: ID!) { guidance(id: $id) { title inForce { number title text townCodes } } }',
      { id },
      operator,
    )
  ).guidance;

describe('a guidance says which version holds today', () => {
  it('while the next one is announced, whose title and text are the newest', async () => {
    const { id } = await common.publish({ title: '社保费减半', text: '减半征收。', townCodes: ['330226110'] });
    await common.publish({ guidanceId: id, title: '社保费全免', text: '全部免征。', effectiveFrom: ANNOUNCED });
    const holds = { number: 1, title: '社保费减半', text: '减半征收。', townCodes: ['330226110'] };
    expect(await inForce(id)).toEqual({ title: '社保费全免', inForce: holds });
    expect(await listed({ inForceOn: '2020-02-14' }, '减半')).toEqual([[id, 1, 1]]);
    expect(await listed({}, '减半')).toEqual([[id, 1, 1]]);
  });

  it.each([
    ['has run out', { effectiveTo: '2020-02-10' }],
    ['has not begun', { effectiveFrom: ANNOUNCED }],
  ])('and none where it %s', async (_, told) => {
    const { id } = await common.publish(told);
    expect(await inForce(id)).toMatchObject({ inForce: null });
  });

  it('and none where it is withdrawn', async () => {
    const { id } = await common.publish();
    await common.withdraw({ guidanceId: id, reason: '有误' });
    expect(await inForce(id)).toMatchObject({ inForce: null });
  });
});

describe('a list of what holds on a day', () => {
  const [here, there] = ['330226110', '330226001'];
  const before = '2020-02-05';

  it('asks town and domain of the version that holds then, and answers by it', async () => {
    const first = { title: '复工补贴旧法', townCodes: [here], domain: 'MARKET', effectiveFrom: '2020-02-01' };
    const { id } = await common.publish(first);
    const next = { title: '复工补贴新法', townCodes: [there], domain: 'PROJECT', effectiveFrom: '2020-02-11' };
    await common.publish({ guidanceId: id, ...next });
    for (const search of [null, '复工补贴']) {
      const of = (filter: object) => listed(filter, search);
      expect(await of({ domain: 'MARKET', townCode: here, inForceOn: before })).toEqual([[id, 1, 2]]);
      expect(await of({ domain: 'PROJECT', townCode: here, inForceOn: before })).toEqual([]);
      expect(await of({ domain: 'MARKET', townCode: there, inForceOn: before })).toEqual([]);
      expect(await of({ domain: 'PROJECT', townCode: there, inForceOn: '2020-02-11' })).toEqual([[id, 2, 2]]);
      expect(await of({ domain: 'PROJECT', townCode: here, inForceOn: '2020-02-11' })).toEqual([]);
      expect(await of({ domain: 'PROJECT', townCode: there })).toEqual([[id, 2, 2]]);
      expect(await of({ domain: 'MARKET' })).toEqual([]);
    }
    expect(await listed({ inForceOn: before }, '旧法')).toEqual([[id, 1, 2]]);
    expect(await listed({ inForceOn: before }, '新法')).toEqual([]);
  });

  it('without a day asks the newest, announced or not', async () => {
    const { id } = await common.publish({ townCodes: [here], domain: 'APPROVAL' });
    await common.publish({ guidanceId: id, townCodes: [there], domain: 'APPROVAL', effectiveFrom: ANNOUNCED });
    expect(await listed({ domain: 'APPROVAL', townCode: there })).toEqual([[id, 2, 1]]);
    expect(await listed({ domain: 'APPROVAL', townCode: here })).toEqual([]);
    expect(await listed({ domain: 'APPROVAL', townCode: here, inForceOn: '2020-02-14' })).toEqual([[id, 1, 1]]);
    expect(await listed({ domain: 'APPROVAL', townCode: there, inForceOn: '2020-02-14' })).toEqual([]);
    expect(await listed({ domain: 'APPROVAL', townCode: there, inForceOn: ANNOUNCED })).toEqual([[id, 2, 1]]);
  });
});
