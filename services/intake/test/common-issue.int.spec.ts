import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subjectOf } from '@qifutong/contracts/subject';
import { commonTaskAccepted } from '@qifutong/contracts/taskforce/common-task-accepted';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import { envelope } from '@qifutong/persistence/append';
import type { Asker } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { CloseFinished } from '../src/common-issue/close-finished.job.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, caller, leadOf } from './people.ts';
import { taskForcesOf, type TaskForces } from './task-events.ts';

let intake: TestIntake;
let common: CommonIssues;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...Array.from({ length: 9 }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  common = commonIssuesOf(intake);
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const reports = (...firms: number[]) => Promise.all(firms.map((n) => common.reported(n)));
const eventsOf = async (id: string) => (await intake.events(id)).map(({ type }) => type.replace('intake.', ''));
const states = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await common.member(id)).status));

/** What the task forces tell of the one task of a common issue. */
function aCommonTask(commonIssueId: string) {
  const at = '2020-02-14T02:00:00.000Z';
  const task = { taskId: uuidv7(), commonIssueId, domain: 'PASSAGE', taskForce: 'PASSAGE' } as const;
  const told = [
    commonTaskOpened({ ...task, openedAt: at, acceptanceDueAt: at }),
    commonTaskAccepted({ ...task, acceptedBy: 'lead-9', acceptedAt: at, solutionDueAt: at }),
    commonTaskSolved({ ...task, solvedBy: 'lead-9', solvedAt: at }),
  ].map((announcement, i) => ({
    subject: subjectOf(announcement),
    event: envelope(announcement, i + 1, new Date(at)),
  }));
  return { opened: told[0]!, accepted: told[1]!, solved: told[2]! };
}

async function settledOne(firms: readonly number[]) {
  const ids = await reports(...firms);
  const { id } = await common.confirmed(ids);
  const guidance = await common.publish({ commonIssueId: id });
  return { id, ids, guidance };
}

async function applyTo(guidanceId: string) {
  const { id } = await common.preview({ guidanceId });
  return common.apply({ batchId: id });
}

describe('a proposal', () => {
  it('by hand lists its issues and the firms they come from, and changes no issue', async () => {
    const ids = await reports(1, 1, 2);
    expect(await common.proposed(ids, { cause: '宁海十二条铁律第三条', causeIsOwnRule: true })).toMatchObject({
      state: 'PROPOSED',
      origin: 'ANALYST',
      cause: '宁海十二条铁律第三条',
      causeIsOwnRule: true,
      memberCount: 3,
      firmCount: 2,
      settledCount: 0,
    });
    expect(await states(ids)).toEqual(['REGISTERED', 'REGISTERED', 'REGISTERED']);
    expect((await common.member(ids[0]!)).commonIssue).toBeNull();
  });

  it('counts a firm once, however it was misheard and whichever of its issues has its code', async () => {
    const heard = ['宁海县三岚模具厂', '三岚模具', '宁海三兰模具厂'];
    const names = heard.map((firmName) => ({ text: '村口不让进', firmName }));
    await intake.firms({ creditCode: creditCodeOf(40), name: '宁海四明文具有限公司' });
    const others = [{ firmCreditCode: creditCodeOf(40) }, { firmName: '四明文具' }, { firmName: '五峰电器厂' }, {}];
    const ids: string[] = [];
    for (const one of [...names, ...others.map((firm) => ({ text: '村口不让进', ...firm }))])
      ids.push(await intake.registered(one));
    // heard before the register had it
    await intake.sql('update issue set firm_credit_code = null, town_code = null where id = $1', [ids[4]]);
    expect(await common.proposed(ids)).toMatchObject({ memberCount: 7, firmCount: 3 });
    expect(await common.proposed(ids.slice(0, 3))).toMatchObject({ memberCount: 3, firmCount: 1 });
  });

  it('counts none that can no longer be a member: as many come in when it is confirmed', async () => {
    const ids = await reports(1, 2, 3, 4, 5);
    const { id } = await common.proposed(ids);
    await intake.sql(`update issue set status = 'WRITTEN_OFF', written_off_at = now() where id = $1`, [ids[0]]);
    await intake.sql(`update issue set status = 'REJECTED', status_reason = 'ABUSIVE' where id = $1`, [ids[1]]);
    await common.confirmed([ids[2]!]);
    // as if it had been found: what people propose shows no texts
    await intake.sql(`update common_issue set founding = '3 件相似' where id = $1`, [id]);
    const counted = { memberCount: 2, firmCount: 2, settledCount: 0 };
    const shown = async () =>
      (
        await intake.get<{ commonIssue: { evidence: string[] } }>(
          'query ($id: ID!) { commonIssue(id: $id) { evidence } }',
          { id },
          analyst,
        )
      ).commonIssue.evidence.filter((line) => line.startsWith('其中'));
    const present = [3, 4].map((i) => expect.stringMatching(new RegExp(`:“村口不让进 ${i + 1}”$`, 'u')));
    expect(await common.commonIssue(id)).toMatchObject({ state: 'PROPOSED', ...counted });
    expect(await shown()).toEqual(present);
    expect(await common.confirm({ commonIssueId: id })).toMatchObject({ state: 'CONFIRMED', ...counted });
    expect(await shown()).toEqual(present);
  });

  it('without any report is foresight (将问题化解在前)', async () => {
    expect(await common.proposed([])).toMatchObject({
      origin: 'FORESIGHT',
      memberCount: 0,
    });
    expect(await common.proposed([], { evidence: [] })).toMatchObject({ code: 'FIELD_REQUIRED', field: 'evidence' });
  });

  it('that is declined is remembered with its members', async () => {
    const ids = await reports(1, 2);
    const { id } = await common.proposed(ids);
    expect(await common.decline({ commonIssueId: id, reason: '只是同一天打来' })).toMatchObject({ state: 'DECLINED' });
    expect(
      await intake.sql('select state from common_issue_member where common_issue_id = $1 and ended_at is not null', [
        id,
      ]),
    ).toEqual([{ state: 'DECLINED' }, { state: 'DECLINED' }]);
    expect(await common.confirm({ commonIssueId: id })).toMatchObject({ code: 'COMMON_ISSUE_STATE_FORBIDS_MOVE' });
  });

  it('confirmed without some, and with one that is closed by then, says of each what became of it', async () => {
    const ids = await reports(1, 2, 3);
    const { id } = await common.proposed(ids);
    await intake.sql(`update issue set status = 'REJECTED', status_reason = 'ABUSIVE' where id = $1`, [ids[2]]);
    const confirmed = await common.confirm({ commonIssueId: id, without: [ids[1]], title: '村口卡点' });
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', title: '村口卡点', memberCount: 1 });
    expect(
      await intake.sql(
        'select issue_id, state, because from common_issue_member where common_issue_id = $1 order by id',
        [id],
      ),
    ).toEqual([
      { issue_id: ids[0], state: 'MEMBER', because: null },
      { issue_id: ids[1], state: 'DECLINED', because: null },
      { issue_id: ids[2], state: 'OUT', because: 'ISSUE_STATUS_FORBIDS_MOVE' },
    ]);
    expect(await eventsOf(ids[0]!)).toEqual(['issue.registered.v1', 'issue.linked.v1']);
  });

  it.each([
    ['the analyst leaves all of them out', (ids: string[]) => ids],
    ['those left belong to another by then', (ids: string[]) => ids.slice(1)],
  ])('is not confirmed where %s, and can still be declined', async (_, without) => {
    const ids = await reports(1, 2);
    const { id } = await common.proposed(ids);
    await common.confirmed([ids[0]!]);
    expect(await common.confirm({ commonIssueId: id, without: without(ids) })).toMatchObject({
      code: 'COMMON_ISSUE_WITHOUT_MEMBERS',
      field: 'without',
    });
    expect(await common.commonIssue(id)).toMatchObject({ state: 'PROPOSED', memberCount: 1 });
    expect(await common.decline({ commonIssueId: id, reason: '各有其因' })).toMatchObject({ state: 'DECLINED' });
  });

  it('of an issue that belongs to another, or is not there, is refused', async () => {
    const [id] = await reports(1);
    await common.confirmed([id!]);
    expect(await common.proposed([id!])).toMatchObject({ code: 'ISSUE_IN_COMMON_ISSUE' });
    expect(await common.proposed([uuidv7()])).toMatchObject({ code: 'ISSUE_NOT_FOUND', field: 'issueIds' });
  });

  it('has one winner when confirmed and declined at once', async () => {
    const { id } = await common.proposed(await reports(1, 2));
    const answers = await Promise.all([
      common.confirm({ commonIssueId: id }),
      common.decline({ commonIssueId: id, reason: '不是' }),
      common.confirm({ commonIssueId: id }),
    ]);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  });
});

describe('a common issue', () => {
  it('has one task for all its members, and is in progress with them', async () => {
    const ids = await reports(1, 2, 3);
    const { id } = await common.confirmed(ids);
    expect(await common.dispatch({ commonIssueId: id })).toMatchObject({ state: 'DISPATCHED' });
    expect(await states(ids)).toEqual(['DISPATCHED', 'DISPATCHED', 'DISPATCHED']);
    expect((await eventsOf(ids[0]!)).filter((type) => type.includes('dispatched'))).toEqual([
      'issue.dispatched-as-member.v1',
    ]);
    expect(await eventsOf(id)).toEqual([
      'common-issue.proposed.v1',
      'common-issue.confirmed.v1',
      'common-issue.dispatched.v1',
    ]);
    const task = aCommonTask(id);
    await taskForces.sayAndWait(task.opened, task.accepted);
    const [late] = await reports(4);
    expect(await common.link({ commonIssueId: id, issueId: late })).toMatchObject({
      status: 'IN_PROGRESS',
      domain: 'PASSAGE',
    });
    await taskForces.sayAndWait(task.solved);
    expect(await states([...ids, late!])).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS']);
    expect(await intake.sql('select task_force, handled_by from issue where id = any($1) order by id', [ids])).toEqual(
      ids.map(() => ({ task_force: 'PASSAGE', handled_by: ['operator-1', 'analyst-1', 'lead-9'] })),
    );
  });

  it('gives a member that is taken out a task of its own, in the same round', async () => {
    const ids = await reports(1, 2);
    const { id } = await common.confirmed(ids);
    await common.dispatch({ commonIssueId: id });
    expect(await common.unlink({ issueId: ids[0], reason: '另有原因' })).toMatchObject({
      status: 'DISPATCHED',
      round: 1,
      commonIssue: null,
    });
    expect(await eventsOf(ids[0]!)).toEqual([
      'issue.registered.v1',
      'issue.linked.v1',
      'issue.dispatched-as-member.v1',
      'issue.unlinked.v1',
      'issue.dispatched.v1',
    ]);
    expect((await common.commonIssue(id)).memberCount).toBe(1);
    expect(await common.unlink({ issueId: ids[0], reason: '再移一次' })).toMatchObject({
      code: 'ISSUE_NOT_IN_COMMON_ISSUE',
    });
  });

  it('leaves a member that waits for its dispatch waiting when it is taken out', async () => {
    const ids = await reports(1);
    await common.confirmed(ids);
    expect(await common.unlink({ issueId: ids[0], reason: '另有原因' })).toMatchObject({ status: 'REGISTERED' });
    expect((await eventsOf(ids[0]!)).at(-1)).toBe('issue.unlinked.v1');
  });

  it('keeps its members from being dispatched on their own', async () => {
    const [id] = await reports(1);
    await intake.triage(id!);
    await common.confirmed([id!]);
    expect(await intake.dispatch(id!)).toMatchObject({ code: 'ISSUE_IN_COMMON_ISSUE' });
  });

  it('has one winner when two common issues want the same issue', async () => {
    const [id] = await reports(1);
    const [one, other] = [await common.confirmed([]), await common.confirmed([])];
    const answers = await Promise.all(
      [one, other].map((which) => common.link({ commonIssueId: which.id, issueId: id })),
    );
    expect(answers.map(({ code }) => code ?? 'linked').toSorted()).toEqual(['ISSUE_IN_COMMON_ISSUE', 'linked']);
  });

  it('keeps what was deliberated on it, as it was said', async () => {
    const { id } = await common.confirmed(await reports(1));
    const told = {
      commonIssueId: id,
      heldAt: '2020-02-14T12:00:00.000Z',
      participants: ['县府办', '卫健局'],
      conclusion: '凭证通行',
    };
    expect(await common.deliberate(told)).toMatchObject({ conclusion: '凭证通行' });
    expect(await common.deliberate({ ...told, heldAt: '2099-01-01T00:00:00.000Z' })).toMatchObject({
      code: 'DELIBERATION_IN_FUTURE',
      field: 'heldAt',
    });
    expect((await common.commonIssue(id)).deliberations).toEqual([
      { conclusion: '凭证通行', participants: ['县府办', '卫健局'] },
    ]);
    await expect(intake.sql(`update deliberation set conclusion = '另说'`)).rejects.toThrow('stays as it is');
    await expect(intake.sql('delete from deliberation')).rejects.toThrow('stays as it is');
  });

  it('names its cause, which may be one of the county own rules', async () => {
    const { id } = await common.confirmed(await reports(1));
    expect(await common.setCause({ commonIssueId: id, cause: '铁律第三条', causeIsOwnRule: true })).toMatchObject({
      cause: '铁律第三条',
      causeIsOwnRule: true,
    });
    const reworded = { cause: '铁律第三条,已修订' };
    expect(await common.setCause({ commonIssueId: id, ...reworded })).toMatchObject({
      ...reworded,
      causeIsOwnRule: true,
    });
  });
});

describe('a settled common issue', () => {
  it('closes by itself, once, when the last of its issues is written off: closing a parent closes no children', async () => {
    const { id, ids, guidance } = await settledOne([1, 2]);
    await applyTo(guidance.id);
    await intake.callBack(ids[0]!);
    await intake.service.app.get(CloseFinished).run();
    expect((await common.commonIssue(id)).state).toBe('SETTLED');
    expect(await states(ids)).toEqual(['WRITTEN_OFF', 'SOLVED']);
    expect((await eventsOf(ids[1]!)).at(-1)).toBe('issue.settled.v1');
    await intake.callBack(ids[1]!);
    await eventually(
      () => common.commonIssue(id),
      ({ state }) => state === 'CLOSED',
    );
    expect((await eventsOf(id)).filter((type) => type === 'common-issue.closed.v1')).toHaveLength(1);
  });

  it('an issue added to an already settled common issue is not forgotten: it is listed as waiting and in the next preview', async () => {
    const { id, ids, guidance } = await settledOne([1, 2]);
    await applyTo(guidance.id);
    for (const one of ids) await intake.callBack(one);
    await eventually(
      () => common.commonIssue(id),
      ({ state }) => state === 'CLOSED',
    );
    const [late] = await reports(3);
    expect(await common.link({ commonIssueId: id, issueId: late })).toMatchObject({
      status: 'REGISTERED',
      commonIssue: { membersAwaiting: { nodes: [{ id: late }] } },
    });
    expect(await common.commonIssue(id)).toMatchObject({ state: 'SETTLED', closedAt: null });
    const preview = await common.preview({ guidanceId: guidance.id });
    expect(preview.items.nodes.filter(({ verdict }) => verdict === 'MATCH')).toMatchObject([{ issue: { id: late } }]);
    await common.apply({ batchId: preview.id });
    expect(await states([...ids, late!])).toEqual(['WRITTEN_OFF', 'WRITTEN_OFF', 'SOLVED']);
  });

  it('tells of each member that nothing settles yet, when it is dispatched with it and when it is left to the batch', async () => {
    const ids = await reports(1, 2);
    const { id } = await common.confirmed(ids);
    await common.dispatch({ commonIssueId: id });
    const guidance = await common.publish({ commonIssueId: id });
    await applyTo(guidance.id);
    const told = ['issue.linked.v1', 'issue.dispatched-as-member.v1', 'issue.left-to-batch.v1', 'issue.settled.v1'];
    for (const one of ids) expect((await eventsOf(one)).slice(-4)).toEqual(told);
    const [late] = await reports(3);
    await common.link({ commonIssueId: id, issueId: late });
    const { type, event } = (await intake.events(late)).at(-1)!;
    expect([type, event.data['commonIssueState']]).toEqual(['intake.issue.linked.v1', 'SETTLED']);
  });

  it('keeps a member that its firm calls unsettled open and listed; the others stay as they are', async () => {
    const { id, ids, guidance } = await settledOne([1, 2]);
    await applyTo(guidance.id);
    await intake.callBack(ids[0]!);
    await intake.callBack(ids[1]!, { outcome: 'NOT_SETTLED' }, caller);
    expect(await states(ids)).toEqual(['WRITTEN_OFF', 'REOPENED']);
    expect((await common.commonIssue(id)).membersAwaiting.nodes).toEqual([{ id: ids[1] }]);
    const { items } = await common.preview({ guidanceId: guidance.id });
    expect(items.nodes.map(({ issue, verdict, reason }) => [issue.id, verdict, reason]).toSorted()).toEqual(
      [
        [ids[0], 'EXCLUDED', 'ALREADY_CLOSED'],
        [ids[1], 'DOUBTFUL', 'TRIED_BEFORE'],
      ].toSorted(),
    );
  });
});

describe('the list of common issues', () => {
  it('is by state, newest first, each with its members and their firms', async () => {
    const one = await common.proposed(await reports(1, 2));
    const other = await common.proposed(await reports(3));
    const { list } = await intake.get<{ list: { nodes: { id: string; members: { nodes: object[] } }[] } }>(
      '{ list: commonIssues(first: 2, state: PROPOSED) { nodes { id members(first: 5) { nodes { firm { creditCode } } } } } }',
      {},
      analyst,
    );
    expect(list.nodes.map(({ id, members }) => [id, members.nodes])).toEqual([
      [other.id, [{ firm: { creditCode: creditCodeOf(3) } }]],
      [one.id, [{ firm: { creditCode: creditCodeOf(1) } }, { firm: { creditCode: creditCodeOf(2) } }]],
    ]);
  });
});

describe('the list of those with members that wait for a batch', () => {
  it('has the settled ones of which the batch left a member, until it is settled too; no others', async () => {
    const awaiting = async (filter: object) => {
      const asked = `query ($filter: CommonIssueFilter) { list: commonIssues(first: 100, filter: $filter) { nodes { id } } }`;
      const { list } = await intake.get<{ list: { nodes: { id: string }[] } }>(asked, { filter }, analyst);
      return list.nodes.map(({ id }) => id);
    };
    const dispatched = await common.confirmed(await reports(1, 2));
    await common.dispatch({ commonIssueId: dispatched.id });
    const { id, guidance } = await settledOne([3, 4]);
    const seen = async () => {
      const [yes, no] = [await awaiting({ awaiting: true }), await awaiting({ awaiting: false })];
      return [id, dispatched.id].map((one) => [yes.includes(one), no.includes(one)]);
    };
    const [isAwaiting, isNot] = [
      [true, false],
      [false, true],
    ];
    expect(await seen()).toEqual([isAwaiting, isNot]);
    await applyTo(guidance.id);
    expect(await seen()).toEqual([isNot, isNot]);
    const [late] = await reports(5);
    await common.link({ commonIssueId: id, issueId: late });
    expect(await seen()).toEqual([isAwaiting, isNot]);
    expect(await awaiting({})).toEqual(expect.arrayContaining([id, dispatched.id]));
  });
});

describe('to a task force a common issue', () => {
  const MEMBERS = `query ($id: ID!) { commonIssue(id: $id) { title members(states: [PROPOSED, MEMBER, DECLINED, OUT]) { nodes { id } } membersAwaiting { nodes { id } } } }`;
  interface Seen {
    readonly commonIssue: Record<'members' | 'membersAwaiting', { nodes: { id: string }[] }>;
  }
  async function seenBy(asker: Asker, id: string): Promise<[number, number]> {
    const { commonIssue } = await intake.get<Seen>(MEMBERS, { id }, asker);
    return [commonIssue.members.nodes.length, commonIssue.membersAwaiting.nodes.length];
  }

  it('shows its members only where it is its own, and none that are proposed', async () => {
    const { id } = await common.confirmed([await common.reported(1), await common.reported(2)]);
    await common.publish({ commonIssueId: id });
    await intake.sql(`update common_issue set task_force = 'MATERIALS' where id = $1`, [id]);
    const two: [number, number] = [2, 2];
    expect([
      await seenBy(leadOf('MATERIALS'), id),
      await seenBy(leadOf('FINANCE'), id),
      await seenBy({ ...leadOf('FINANCE'), roles: ['TASKFORCE_LEAD', 'ANALYST'] }, id),
      await seenBy(analyst, id),
    ]).toEqual([two, [0, 0], two, two]);
    await intake.sql(`update common_issue_member set state = 'PROPOSED' where common_issue_id = $1`, [id]);
    expect([(await seenBy(leadOf('MATERIALS'), id))[0], (await seenBy(analyst, id))[0]]).toEqual([0, 2]);
  });
});
