import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { firmNo } from './people.ts';
import { solve, taskForcesOf, type TaskForces } from './task-events.ts';

let intake: TestIntake;
let taskForces: TaskForces;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake();
  taskForces = await taskForcesOf(intake);
  by = deciding(intake);
  await intake.firms({ creditCode: creditCodeOf(1) }, { creditCode: creditCodeOf(2), name: '二号厂' });
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const own = { firmCreditCode: creditCodeOf(1) };
const submitted = async (what: object = {}) => {
  const { id: reportId, issue } = await intake.submit({ ...own, ...what });
  return { id: issue.id, reportId };
};
const reportIds = async (id: string) => (await by.follow(id)).reports.map((report) => report.id);
/** How many of each table hang on an issue. */
const attached = async (id: string) =>
  (
    await intake.sql<{ reports: number; callbacks: number }>(
      `select (select count(*) from report where issue_id = $1)::int as reports, (select count(*) from callback where issue_id = $1)::int as callbacks`,
      [id],
    )
  )[0];

describe('a merging', () => {
  it('moves all reports and callbacks to the issue that lives on: a merge leaves no reply on the merged record', async () => {
    const [one, other] = [await submitted(), await submitted()];
    await by.answer(one.id);
    await intake.callBack(one.id, { outcome: 'NOT_REACHED', note: '无人接听' });
    expect(await by.merge(one.id, other.id)).toMatchObject({ status: 'MERGED' });
    expect([await attached(one.id), await attached(other.id)]).toEqual([
      { reports: 0, callbacks: 0 },
      { reports: 2, callbacks: 1 },
    ]);
    expect(await reportIds(other.id)).toEqual([one.reportId, other.reportId]);
    expect(await by.follow(one.id)).toMatchObject({ mergedInto: { id: other.id }, callbackDueAt: null, attempts: 0 });
    expect(await by.follow(other.id)).toMatchObject({
      mergedFrom: [{ id: one.id }],
      status: 'REGISTERED',
      attempts: 0,
    });
    expect((await intake.events(one.id)).map(({ type }) => type).at(-1)).toBe('intake.issue.merged.v1');
  });

  it('makes a later submission of the same reference land on the issue that lives on, along the whole chain', async () => {
    const twelve = { channel: 'LINE_12345', externalRef: 'M-1', ...own };
    const [one, two, three] = [await submitted(twelve), await submitted(), await submitted()];
    await by.merge(one.id, two.id);
    expect((await intake.submit(twelve)).issue.id).toBe(two.id);
    await by.merge(two.id, three.id);
    const again = await intake.submit(twelve);
    expect([again.id, again.issue.id]).toEqual([one.reportId, three.id]);
    expect((await intake.submit({ ...twelve, externalRef: 'M-2' })).issue.id).not.toBe(three.id);
  });

  it('makes a report that names the merged issue land on the one that lives on, and go back when they are taken apart', async () => {
    const [one, two, three] = [await submitted(), await submitted(), await submitted()];
    await by.merge(one.id, two.id);
    await by.merge(two.id, three.id);
    const again = await intake.submit({ ...own, issueId: one.id.toUpperCase() });
    expect([again.issue.id, (await intake.events(three.id)).at(-1)?.type]).toEqual([
      three.id,
      'intake.issue.reported-again.v1',
    ]);
    expect(await reportIds(three.id)).toEqual([one.reportId, two.reportId, three.reportId, again.id]);
    await by.unmerge(one.id);
    expect(await reportIds(one.id)).toEqual([one.reportId, again.id]);
  });

  it('hands on who had a hand in it: the merged problem is not judged by those who did the work', async () => {
    const worked = await intake.dispatched();
    await solve(taskForces, worked);
    const { id } = await submitted({ firmCreditCode: null });
    await by.merge(worked, id);
    await by.answer(id);
    const lead = { sub: 'lead-1', roles: ['OPERATOR'] };
    expect(await intake.callBack(id, { outcome: 'SETTLED' }, lead)).toMatchObject({ code: 'ISSUE_HANDLED_BY_CALLER' });
    expect(await intake.callBack(id)).toMatchObject({ status: 'WRITTEN_OFF' });
  });

  it('is refused between two firms, and into an issue that is merged itself', async () => {
    const [one, other, third] = [
      await submitted(),
      await submitted({ firmCreditCode: creditCodeOf(2) }),
      await submitted(),
    ];
    expect(await by.merge(one.id, other.id, { sameFirm: true })).toMatchObject({
      code: 'ISSUE_OF_OTHER_FIRM',
      field: 'intoIssueId',
    });
    await by.merge(one.id, third.id);
    expect(await by.merge(other.id, one.id)).toMatchObject({ code: 'ISSUE_MERGE_TARGET_CLOSED', field: 'intoIssueId' });
    expect(await by.merge(third.id, third.id)).toMatchObject({
      code: 'ISSUE_MERGED_INTO_ITSELF',
      field: 'intoIssueId',
    });
    expect(await by.merge(one.id, other.id)).toMatchObject({ code: 'ISSUE_STATUS_FORBIDS_MOVE', field: null });
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(await by.merge(third.id, nobody)).toMatchObject({ code: 'ISSUE_NOT_FOUND' });
    expect(await by.follow(third.id)).toMatchObject({ status: 'REGISTERED', mergedFrom: [{ id: one.id }] });
  });

  it('takes the issue out of its common issue', async () => {
    const [one, other] = [await submitted(), await submitted()];
    const common = '01900000-0000-7000-8000-0000000000d1';
    await intake.sql(
      `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by, confirmed_at)
       values ($1, 1, '共20200214-0001', 'CONFIRMED', '卡口不让进', 'PASSAGE', 'NORMAL', 'ANALYST', '{}', false, now(), 'analyst-1', now())`,
      [common],
    );
    await intake.sql(
      `insert into common_issue_member (common_issue_id, issue_id, state, evidence, added_at, added_by) values ($1, $2, 'MEMBER', '{}', now(), 'analyst-1')`,
      [common, one.id],
    );
    await intake.sql('update issue set common_issue_id = $1 where id = $2', [common, one.id]);
    await by.merge(one.id, other.id);
    const [left] = await intake.sql(
      `select state, ended_at is not null as ended, issue.common_issue_id is null as alone
       from common_issue_member join issue on issue.id = issue_id where issue_id = $1`,
      [one.id],
    );
    expect(left).toEqual({ state: 'OUT', ended: true, alone: true });
    expect((await intake.events(one.id)).map(({ type }) => type.slice('intake.issue.'.length))).toEqual([
      'registered.v1',
      'unlinked.v1',
      'merged.v1',
    ]);
  });

  it('shows a firm its own issues only, also across a merging', async () => {
    const [one, other] = [await submitted(), await submitted({ townCode: '330226111' })];
    await by.merge(one.id, other.id);
    const query = 'query ($id: ID!) { issue(id: $id) { mergedInto { id } mergedFrom { id } } }';
    expect(await intake.get(query, { id: one.id }, firmNo(1))).toEqual({
      issue: { mergedInto: { id: other.id }, mergedFrom: [] },
    });
    const department = { sub: 'department-1', roles: ['DEPARTMENT'], town: '330226110' };
    expect(await intake.get(query, { id: one.id }, department)).toEqual({
      issue: { mergedInto: null, mergedFrom: [] },
    });
  });
});

describe('an un-merging', () => {
  it('gives back what came with the issue, and leaves the rest', async () => {
    const [one, other] = [await submitted(), await submitted()];
    await by.answer(one.id);
    await intake.callBack(one.id, { outcome: 'NOT_REACHED' });
    await by.merge(one.id, other.id);
    expect(await by.unmerge(one.id)).toMatchObject({ status: 'ANSWERED', round: 1 });
    expect([await reportIds(one.id), await reportIds(other.id)]).toEqual([[one.reportId], [other.reportId]]);
    expect(await by.follow(one.id)).toMatchObject({ mergedInto: null, attempts: 1, statusReason: '不是同一件事' });
    expect(await intake.sql('select first_issue_id from report where issue_id = $1', [one.id])).toEqual([
      { first_issue_id: null },
    ]);
    const last = (await intake.events(one.id)).at(-1);
    expect([last?.type, last?.event.data['formerStatus'], last?.event.data['status']]).toEqual([
      'intake.issue.readmitted.v1',
      'MERGED',
      'ANSWERED',
    ]);
  });

  it('of the middle of a chain takes along those that were merged into it before', async () => {
    const [a, b, c] = [await submitted(), await submitted(), await submitted()];
    await by.merge(a.id, b.id);
    await by.merge(b.id, c.id);
    expect(await reportIds(c.id)).toEqual([a.reportId, b.reportId, c.reportId]);
    await by.unmerge(b.id);
    expect([await reportIds(b.id), await reportIds(c.id)]).toEqual([[a.reportId, b.reportId], [c.reportId]]);
    await by.unmerge(a.id);
    expect([await reportIds(a.id), await reportIds(b.id)]).toEqual([[a.reportId], [b.reportId]]);
  });

  it('of the end of a chain finds its reports wherever they are by now', async () => {
    const [a, b, c] = [await submitted(), await submitted(), await submitted()];
    await by.merge(a.id, b.id);
    await by.merge(b.id, c.id);
    await by.unmerge(a.id);
    expect([await reportIds(a.id), await reportIds(b.id), await reportIds(c.id)]).toEqual([
      [a.reportId],
      [],
      [b.reportId, c.reportId],
    ]);
    await by.unmerge(b.id);
    expect([await reportIds(b.id), await reportIds(c.id)]).toEqual([[b.reportId], [c.reportId]]);
  });

  it('of an issue that was at work dispatches it anew in the same round', async () => {
    const [worked, { id }] = [await intake.dispatched(), await submitted({ firmCreditCode: null })];
    await solve(taskForces, worked);
    await intake.callBack(worked, { outcome: 'NOT_SETTLED' });
    await intake.dispatch(worked);
    await by.merge(worked, id);
    expect(await by.unmerge(worked)).toMatchObject({ status: 'DISPATCHED', round: 2 });
    const events = await intake.events(worked);
    expect(events.slice(-3).map(({ type, event }) => [type, event.data['round']])).toEqual([
      ['intake.issue.merged.v1', 2],
      ['intake.issue.readmitted.v1', 2],
      ['intake.issue.dispatched.v1', 2],
    ]);
    await solve(taskForces, worked, 2);
    expect(await by.follow(worked)).toMatchObject({ status: 'SOLVED', round: 2 });
  });

  it('of an issue that is not merged is refused, naming state and move', async () => {
    const { id } = await submitted();
    expect(await by.unmerge(id)).toMatchObject({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      message: expect.stringContaining('处于 REGISTERED 状态,不能执行 unmerge'),
    });
  });
});

describe('a race of mergings has one winner', () => {
  it('where two cross', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await submitted(), await submitted()];
      const answers = await Promise.all([by.merge(one.id, other.id), by.merge(other.id, one.id)]);
      expect(answers.map(({ status, code }) => status ?? code).toSorted()).toEqual([
        'ISSUE_MERGE_TARGET_CLOSED',
        'MERGED',
      ]);
      const survivor = answers[0].status === 'MERGED' ? other : one;
      expect((await reportIds(survivor.id)).toSorted()).toEqual([one.reportId, other.reportId].toSorted());
    }
  });

  it('where twenty merge the same issue into twenty others', async () => {
    const { id, reportId } = await submitted();
    const others = await Promise.all(Array.from({ length: 20 }, () => submitted()));
    const answers = await Promise.all(others.map((other) => by.merge(id, other.id)));
    expect(answers.filter(({ status }) => status === 'MERGED')).toHaveLength(1);
    const { mergedInto } = await by.follow(id);
    expect(await reportIds(mergedInto!.id)).toContain(reportId);
  });

  it('where a ring of five is merged all round: one lives on, with all reports', async () => {
    const ring = await Promise.all(Array.from({ length: 5 }, () => submitted()));
    await Promise.all(ring.map(({ id }, i) => by.merge(id, ring[(i + 1) % 5]!.id)));
    const left = await Promise.all(ring.map(({ id }) => by.follow(id)));
    expect(left.filter(({ status }) => status === 'REGISTERED').length).toBeGreaterThanOrEqual(1);
    expect(left.filter(({ status }) => status === 'MERGED').every(({ reports }) => reports.length === 0)).toBe(true);
    expect(left.flatMap(({ reports }) => reports)).toHaveLength(5);
  });

  it('and nobody waits in a circle where a chain is taken apart at one end and lengthened at the other', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [a, b, c, d] = [await submitted(), await submitted(), await submitted(), await submitted()];
      await by.merge(a.id, b.id);
      await by.merge(b.id, c.id);
      const answers = await Promise.all([by.unmerge(b.id), by.merge(c.id, d.id), by.unmerge(a.id)]);
      expect(answers.map(({ status }) => status)).toEqual(['REGISTERED', 'MERGED', 'REGISTERED']);
      const hanging = await Promise.all([a, b, c, d].map((one) => reportIds(one.id)));
      expect(hanging).toEqual([[a.reportId], [b.reportId], [], [c.reportId, d.reportId]]);
    }
    expect(intake.faultLines()).toEqual([]);
  });

  it('where an issue is merged while its firm is called back', async () => {
    const [one, other] = [await submitted(), await submitted()];
    await by.answer(one.id);
    const [merged, called] = await Promise.all([by.merge(one.id, other.id), intake.callBack(one.id)]);
    expect([merged.code ?? merged.status, called.code ?? called.status].toSorted()).toEqual(
      merged.status === 'MERGED'
        ? ['ISSUE_STATUS_FORBIDS_MOVE', 'MERGED']
        : ['ISSUE_STATUS_FORBIDS_MOVE', 'WRITTEN_OFF'],
    );
    const hanging = await attached(one.id);
    expect(hanging).toEqual(merged.status === 'MERGED' ? { reports: 0, callbacks: 0 } : { reports: 1, callbacks: 1 });
  });
});
