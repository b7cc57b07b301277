import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type BatchSeen, type CommonIssues } from './common-issues.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';
import { solve, taskForcesOf } from './task-events.ts';

let intake: TestIntake;
let common: CommonIssues;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...Array.from({ length: 30 }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  common = commonIssuesOf(intake);
});
afterAll(() => intake.stop());

const reports = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => common.reported(i + 1)));
const states = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await common.member(id)).status));
const lines = ({ items }: BatchSeen, of: readonly string[]) =>
  of.map((id) => items.nodes.find(({ issue }) => issue.id === id)!);

/** So many members of a settled common issue, and its guidance. */
async function settled(count: number, told: object = {}) {
  const ids = await reports(count);
  const { id: commonIssueId } = await common.confirmed(ids);
  const guidance = await common.publish({ commonIssueId, ...told });
  return { ids, commonIssueId, guidanceId: guidance.id };
}

const set = (id: string, what: string) => intake.sql(`update issue set ${what} where id = $1`, [id]);

/** Solved by the issue's own task, before it could become a member. */
async function solvedOnItsOwn(): Promise<string> {
  const taskForces = await taskForcesOf(intake);
  const id = await intake.dispatched();
  await solve(taskForces, id);
  await taskForces.stop();
  return id;
}

/** The events of the log, but for the trail's own of a mutation that announced nothing. */
async function announcements() {
  return (await intake.events()).filter(({ type }) => type !== 'intake.mutation.performed.v1');
}

describe('the batch (批量化解)', () => {
  it('1: a preview lists every issue as match, doubtful or excluded, with the reason, and nothing is applied that was not in it', async () => {
    const { ids, guidanceId, commonIssueId } = await settled(8, { industries: ['C'] });
    await set(ids[1]!, `urgency = 'URGENT'`);
    await set(ids[2]!, 'opted_out = true');
    await set(ids[3]!, `domain = 'FINANCE'`);
    await set(ids[4]!, 'firm_credit_code = null');
    await set(ids[5]!, `status = 'REJECTED', status_reason = 'ABUSIVE'`);
    await intake.sql(`update firm set industry = 'F' where credit_code = $1`, [creditCodeOf(7)]);
    await intake.sql('update common_issue_member set score = 0.3 where issue_id = $1', [ids[7]]);
    const own = await solvedOnItsOwn();
    const preview = await common.preview({ guidanceId, issueIds: [own] });
    expect(preview).toMatchObject({
      state: 'PREVIEWED',
      policyVersion: 2,
      previewedBy: 'analyst-1',
      confirmedBy: null,
    });
    expect(lines(preview, [...ids, own]).map(({ verdict, reason, sentence }) => [verdict, reason, sentence])).toEqual([
      ['MATCH', null, null],
      ['DOUBTFUL', 'URGENT', '问题紧急,须人工确认'],
      ['EXCLUDED', 'OPTED_OUT', '问题不参加批量化解'],
      ['DOUBTFUL', 'OTHER_DOMAIN', '问题的领域不在本意见范围内'],
      ['DOUBTFUL', 'FIRM_UNMATCHED', '企业尚未对应到名录,无法核对范围'],
      ['EXCLUDED', 'ALREADY_CLOSED', '问题已销项或已退回'],
      ['EXCLUDED', 'OTHER_INDUSTRY', '企业所属行业不在本意见范围内'],
      ['DOUBTFUL', 'LOW_LIKENESS', '与共性问题的相似度低'],
      ['EXCLUDED', 'OWN_SOLUTION', '问题已自行解决或已即时答复'],
    ]);
    expect(await states(ids)).not.toContain('SOLVED');
    const late = await common.reported(9);
    await common.link({ commonIssueId, issueId: late });
    expect(await common.apply({ batchId: preview.id, include: [late] })).toMatchObject({
      code: 'BATCH_ITEM_NOT_IN_PREVIEW',
      field: 'include',
    });
    expect(await common.apply({ batchId: preview.id, include: [ids[2]] })).toMatchObject({
      code: 'BATCH_ITEM_EXCLUDED',
    });
    const applied = await common.apply({ batchId: preview.id, include: [ids[1]] });
    expect(applied).toMatchObject({ state: 'APPLIED', confirmedBy: 'analyst-1', counts: { applied: 2, pending: 0 } });
    expect((await states([...ids, late])).map((state) => state === 'SOLVED')).toEqual([
      ...[true, true, false, false, false, false, false, false],
      false,
    ]);
    await intake.sql(`update firm set industry = 'C' where credit_code = $1`, [creditCodeOf(7)]);
  });

  it('1: what was shown as a match and is doubtful by the time it is applied is skipped with the reason', async () => {
    const { ids, guidanceId } = await settled(3);
    const [first, second] = [await common.preview({ guidanceId }), await common.preview({ guidanceId })];
    await common.apply({ batchId: second.id });
    await intake.callBack(ids[0]!, { outcome: 'NOT_SETTLED', note: '没有用' });
    const applied = await common.apply({ batchId: first.id });
    expect(lines(applied, ids).map(({ verdict, outcome, outcomeReason }) => [verdict, outcome, outcomeReason])).toEqual(
      [
        ['MATCH', 'SKIPPED', 'TRIED_BEFORE'],
        ['MATCH', 'SKIPPED', 'ALREADY_SETTLED'],
        ['MATCH', 'SKIPPED', 'ALREADY_SETTLED'],
      ],
    );
    expect(await states(ids)).toEqual(['REOPENED', 'SOLVED', 'SOLVED']);
  });

  it('1: it doubts of an issue what was tried in vain on one that was merged into it', async () => {
    const by = deciding(intake);
    const { ids, guidanceId } = await settled(1);
    const [one, survivor] = [await common.reported(2), await common.reported(2)];
    await by.answer(one, { guidanceId });
    await intake.callBack(one, { outcome: 'NOT_SETTLED', note: '没有用' });
    await set(survivor, `domain = 'PASSAGE'`);
    const because = async () => {
      const preview = await common.preview({ guidanceId, issueIds: [survivor] });
      return lines(preview, [ids[0]!, survivor]).map(({ reason }) => reason);
    };
    expect(await because()).toEqual([null, null]);
    await by.merge(one, survivor);
    expect(await because()).toEqual([null, 'TRIED_BEFORE']);
  });

  it('2: it has an id and a ledger with one result per issue: applied, skipped with the reason, failed with why; the failures of a bulk reply are not only logged', async () => {
    const { ids, guidanceId } = await settled(6);
    const { id: batchId } = await common.preview({ guidanceId });
    await set(ids[1]!, `status = 'REJECTED', status_reason = 'ABUSIVE'`);
    await set(ids[2]!, 'opted_out = true');
    await set(
      ids[3]!,
      `status = 'ANSWERED', answer = '凭证通行', solved_at = now(), callback_due_at = now(), callback_policy_version = 1`,
    );
    await intake.sql(`create function poison() returns trigger language plpgsql as $$ begin
      if new.id = '${ids[4]}' and new.status = 'SOLVED' then raise exception '张三丰 13900000042' using errcode = '23514', constraint = 'poison'; end if; return new; end $$`);
    await intake.sql('create trigger poison before update on issue for each row execute function poison()');
    const applied = await common.apply({ batchId });
    expect(lines(applied, ids).map(({ outcome, outcomeReason }) => [outcome, outcomeReason])).toEqual([
      ['APPLIED', null],
      ['SKIPPED', 'ALREADY_CLOSED'],
      ['SKIPPED', 'OPTED_OUT'],
      ['SKIPPED', 'OWN_SOLUTION'],
      ['FAILED', 'poison'],
      ['APPLIED', null],
    ]);
    expect(applied.counts).toMatchObject({ applied: 2, skipped: 3, failed: 1, pending: 0 });
    expect(applied.items.nodes.every(({ confirmedBy }) => confirmedBy === 'analyst-1')).toBe(true);
    await intake.sql('drop trigger poison on issue; drop function poison()');
    const again = await common.apply({ batchId });
    expect(lines(again, [ids[4]!])).toMatchObject([{ outcome: 'APPLIED', outcomeReason: null }]);
  });

  it('3: run again, it applies only what is missing', async () => {
    const { ids, guidanceId } = await settled(3);
    const { id: batchId } = await common.preview({ guidanceId });
    await common.apply({ batchId, exclude: [ids[2]] });
    const before = await announcements();
    const again = await common.apply({ batchId });
    expect(again.counts).toMatchObject({ applied: 2, pending: 0 });
    expect((await announcements()).length).toBe(before.length);
    expect((await common.apply({ batchId, include: [ids[2]] })).counts).toMatchObject({ applied: 3 });
    expect((await announcements()).length).toBe(before.length + 1);
  });

  it('3: run by five at once, it applies each issue once', async () => {
    const { ids, guidanceId } = await settled(25);
    const { id: batchId } = await common.preview({ guidanceId });
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => common.apply({ batchId }, { ...analyst, sub: `analyst-${i}` })),
    );
    for (const id of ids)
      expect((await intake.events(id)).filter(({ type }) => type === 'intake.issue.settled.v1')).toHaveLength(1);
    expect((await common.batch(batchId)).counts).toMatchObject({ applied: 25, pending: 0, failed: 0 });
  });

  it('4: it can be reverted, and the revert touches only issues whose present solution came from it', async () => {
    const { ids, guidanceId } = await settled(4);
    await set(ids[3]!, `status = 'REOPENED', domain = 'PASSAGE'`);
    const { id: batchId } = await common.preview({ guidanceId });
    await common.apply({ batchId });
    await intake.callBack(ids[0]!);
    await intake.callBack(ids[1]!, { outcome: 'NOT_SETTLED' });
    const reverted = await common.revert({ batchId, reason: '规定有误' });
    expect(reverted.state).toBe('REVERTED');
    expect(lines(reverted, ids).map(({ revertOutcome, revertReason }) => [revertOutcome, revertReason])).toEqual([
      ['SKIPPED', 'WRITTEN_OFF'],
      ['SKIPPED', 'CALLED_BACK'],
      ['REVERTED', null],
      ['REVERTED', null],
    ]);
    expect(await states(ids)).toEqual(['WRITTEN_OFF', 'REOPENED', 'REGISTERED', 'REOPENED']);
    expect(
      await intake.sql('select domain, solved_at, guidance_id, batch_id, callback_due_at from issue where id = $1', [
        ids[2],
      ]),
    ).toEqual([{ domain: null, solved_at: null, guidance_id: null, batch_id: null, callback_due_at: null }]);
    expect((await intake.events(ids[2])).at(-1)).toMatchObject({
      type: 'intake.issue.unsettled.v1',
      event: { data: { batchId, status: 'REGISTERED' } },
    });
    expect(await common.apply({ batchId })).toMatchObject({ code: 'BATCH_STATE_FORBIDS_MOVE' });
    expect((await common.guidance(guidanceId)).score).toEqual({ used: 2, called: 2, settled: 1, settledRate: 0.5 });
  });

  it('5: an issue that was settled or closed on its own is never touched, whatever way it comes into the preview, nor are ones closed on their own reopened', async () => {
    const { ids, guidanceId } = await settled(2);
    const own = await solvedOnItsOwn();
    // so that nothing but its own solution speaks against it
    await set(own, `domain = 'PASSAGE'`);
    const rows = () => intake.sql('select * from issue where id = any($1) order by id', [[own, ids[1]]]);
    await set(ids[1]!, `status = 'WRITTEN_OFF', written_off_at = now()`);
    const before = await rows();
    const { id: batchId } = await common.preview({ guidanceId, issueIds: [own] });
    await common.apply({ batchId });
    expect(await rows()).toEqual(before);
    await common.revert({ batchId, reason: '规定有误' });
    expect(await rows()).toEqual(before);
  });

  it('6: a new version flags the issues solved by the old one for review and reopens none by itself', async () => {
    const { ids, guidanceId } = await settled(3);
    const { id: batchId } = await common.preview({ guidanceId });
    const other = await common.preview({ guidanceId });
    await common.apply({ batchId, exclude: [ids[2]] });
    await intake.callBack(ids[0]!);
    await common.publish({ guidanceId, title: '修订', effectiveFrom: '2020-02-10' });
    expect(await states(ids)).toEqual(['WRITTEN_OFF', 'SOLVED', 'REGISTERED']);
    expect(await Promise.all(ids.map(async (id) => (await common.member(id)).reviewDue))).toEqual([false, true, false]);
    const { guidance } = await intake.get<{ guidance: { issuesToReview: { nodes: object[] } } }>(
      'query ($id: ID!) { guidance(id: $id) { issuesToReview { nodes { id } } } }',
      { id: guidanceId },
      analyst,
    );
    expect(guidance.issuesToReview.nodes).toEqual([{ id: ids[1] }]);
    expect(await common.apply({ batchId: other.id })).toMatchObject({ code: 'GUIDANCE_SUPERSEDED' });
    const preview = await common.preview({ guidanceId });
    expect(lines(preview, ids).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['EXCLUDED', 'ALREADY_CLOSED'],
      ['EXCLUDED', 'OLD_VERSION'],
      ['MATCH', null],
    ]);
  });

  it('7: a guidance keeps score: how often used, how often the callback said settled', async () => {
    const { ids, guidanceId } = await settled(4);
    const { id: batchId } = await common.preview({ guidanceId });
    expect((await common.guidance(guidanceId)).score).toEqual({ used: 0, called: 0, settled: 0, settledRate: null });
    await common.apply({ batchId });
    await intake.callBack(ids[0]!);
    await intake.callBack(ids[1]!);
    await intake.callBack(ids[2]!, { outcome: 'NOT_SETTLED' });
    await intake.callBack(ids[3]!, { outcome: 'NOT_REACHED' });
    expect((await common.guidance(guidanceId)).score).toEqual({ used: 4, called: 3, settled: 2, settledRate: 2 / 3 });
  });

  it('does not let those who applied it, wrote its guidance or solved its task call back: no resolution judged by those who did the work', async () => {
    const ids = await reports(1);
    const { id: commonIssueId } = await common.confirmed(ids);
    const [author, applier, solver] = ['1', '2', '3'].map((n) => ({
      sub: `both-${n}`,
      roles: ['ANALYST', 'OPERATOR'],
    }));
    await intake.sql(`update common_issue set solved_by = $1, solved_at = now() where id = $2`, [
      solver!.sub,
      commonIssueId,
    ]);
    const guidance = await common.publish({ commonIssueId }, author);
    const { id: batchId } = await common.preview({ guidanceId: guidance.id });
    await common.apply({ batchId }, applier);
    for (const both of [author!, applier!, solver!])
      expect(await intake.callBack(ids[0]!, { outcome: 'SETTLED' }, both)).toMatchObject({
        code: 'ISSUE_HANDLED_BY_CALLER',
      });
    expect(await intake.callBack(ids[0]!)).toMatchObject({ status: 'WRITTEN_OFF' });
  });

  it('announces each issue that it settled, with guidance, version and batch', async () => {
    const { ids, guidanceId } = await settled(1);
    const { id: batchId } = await common.preview({ guidanceId });
    await common.apply({ batchId });
    expect((await intake.events(ids[0])).at(-1)).toMatchObject({
      type: 'intake.issue.settled.v1',
      event: { data: { issueId: ids[0], round: 1, domain: 'PASSAGE', guidanceId, guidanceVersion: 1, batchId } },
    });
  });

  it.each([
    ['preview', { guidanceId: uuidv7() }, 'GUIDANCE_NOT_FOUND', 'guidanceId'],
    ['apply', { batchId: uuidv7() }, 'BATCH_NOT_FOUND', 'batchId'],
    ['revert', { batchId: uuidv7(), reason: '有误' }, 'BATCH_NOT_FOUND', 'batchId'],
  ] as const)('%s of nothing is refused, naming the field', async (verb, input, code, field) => {
    expect(await common[verb](input)).toMatchObject({ code, field });
  });

  it('is not begun before its guidance takes effect, nor with an issue that there is not', async () => {
    const later = await common.publish({ effectiveFrom: '2099-01-01' });
    expect(await common.preview({ guidanceId: later.id })).toMatchObject({ code: 'GUIDANCE_NOT_YET_IN_FORCE' });
    const { id } = await common.publish();
    expect(await common.preview({ guidanceId: id, issueIds: [uuidv7()] })).toMatchObject({
      code: 'ISSUE_NOT_FOUND',
      field: 'issueIds',
    });
  });

  it('applies nothing more once its guidance is withdrawn, and says so line by line', async () => {
    const { ids, guidanceId } = await settled(2);
    const { id: batchId } = await common.preview({ guidanceId });
    await common.withdraw({ guidanceId, reason: '有误' });
    expect(await common.apply({ batchId })).toMatchObject({ code: 'GUIDANCE_WITHDRAWN' });
    // as a process leaves it that dies between the confirmation and the first line
    await intake.sql(`update batch_item set outcome = 'PENDING', confirmed_by = 'analyst-1' where batch_id = $1`, [
      batchId,
    ]);
    await intake.sql(
      `update batch set state = 'APPLYING', confirmed_at = now(), confirmed_by = 'analyst-1' where id = $1`,
      [batchId],
    );
    const ended = await eventually(
      () => common.batch(batchId),
      ({ state }) => state === 'APPLIED',
    );
    expect(lines(ended, ids).map(({ outcome, outcomeReason }) => [outcome, outcomeReason])).toEqual([
      ['SKIPPED', 'GUIDANCE_WITHDRAWN'],
      ['SKIPPED', 'GUIDANCE_WITHDRAWN'],
    ]);
    expect(await states(ids)).toEqual(['REGISTERED', 'REGISTERED']);
  });

  it('keeps the policy by which it was judged; a new one is for new previews', async () => {
    const { ids, guidanceId } = await settled(1);
    await intake.sql('update common_issue_member set score = 0.3 where issue_id = $1', [ids[0]]);
    const before = await common.preview({ guidanceId });
    await expect(intake.sql('insert into batch_policy values (3, 1.1, now())')).rejects.toThrow('doubtful_below_check');
    await expect(intake.sql('insert into batch_policy values (0, 0.2, now())')).rejects.toThrow('version_check');
    await intake.sql('insert into batch_policy values (3, 0.2, now())');
    const after = await common.preview({ guidanceId });
    expect(await common.batch(before.id)).toMatchObject({ policyVersion: 2, counts: { doubtful: 1, match: 0 } });
    expect(after).toMatchObject({ policyVersion: 3, counts: { doubtful: 0, match: 1 } });
  });

  it('of each domain asks as much as its own line says', async () => {
    const { ids, guidanceId } = await settled(1);
    await intake.sql('update common_issue_member set score = 0.4 where issue_id = $1', [ids[0]]);
    await intake.sql('insert into batch_policy values (4, 0.5, now())');
    await intake.sql(`insert into batch_policy_line values (4, 'LABOUR', 0.3)`);
    const others = await common.preview({ guidanceId });
    await intake.sql('insert into batch_policy values (5, 0.5, now())');
    await intake.sql(`insert into batch_policy_line values (5, 'PASSAGE', 0.3)`);
    const own = await common.preview({ guidanceId });
    expect([others, own]).toMatchObject([
      { policyVersion: 4, counts: { doubtful: 1, match: 0 } },
      { policyVersion: 5, counts: { doubtful: 0, match: 1 } },
    ]);
  });
});
