import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { CloseFinished } from '../src/common-issue/close-finished.job.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type CommonIssues } from './common-issues.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { caller } from './people.ts';

let intake: TestIntake;
let common: CommonIssues;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    ...Array.from({ length: 3 }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  common = commonIssuesOf(intake);
  by = deciding(intake);
});
afterAll(() => intake.stop());

const close = () => intake.service.app.get(CloseFinished).run();
const settleBy = async (guidanceId: string) => {
  const { id, items } = await common.preview({ guidanceId });
  const byHand = items.nodes.filter(({ verdict }) => verdict === 'DOUBTFUL').map(({ issue }) => issue.id);
  await common.apply({ batchId: id, include: byHand });
};
const closings = async (id: string) =>
  (await intake.events(id)).filter(({ type }) => type === 'intake.common-issue.closed.v1').length;
const closed = async (id: string) => {
  await close();
  await eventually(
    () => common.commonIssue(id),
    ({ state }) => state === 'CLOSED',
  );
};

/** A common issue of three: two solved by its guidance, and one rejected. */
async function aSettledOne() {
  const [one, other, rejected] = await Promise.all([1, 2, 3].map((n) => common.reported(n)));
  const { id } = await common.confirmed([one!, other!, rejected!]);
  await by.reject(rejected!);
  const { id: guidanceId } = await common.publish({ commonIssueId: id });
  await settleBy(guidanceId);
  return { id, guidanceId, one: one!, other: other!, rejected: rejected! };
}

async function aClosedOne() {
  const settled = await aSettledOne();
  await intake.callBack(settled.one);
  await intake.callBack(settled.other);
  await closed(settled.id);
  return settled;
}

describe('a member of a closed common issue that an analyst reopens', () => {
  it('opens it again: it is listed, the member waits, is written off again, and then it closes once more', async () => {
    const { id, guidanceId, one } = await aClosedOne();
    expect(await by.reopen(one)).toMatchObject({ status: 'REOPENED', round: 2 });
    expect(await common.commonIssue(id)).toMatchObject({
      state: 'SETTLED',
      closedAt: null,
      membersAwaiting: { nodes: [{ id: one }] },
    });
    await close();
    expect((await common.commonIssue(id)).state).toBe('SETTLED');
    await settleBy(guidanceId);
    expect(await intake.callBack(one)).toMatchObject({ status: 'WRITTEN_OFF' });
    await closed(id);
    expect(await closings(id)).toBe(2);
  });

  it('opens it again where it had been rejected, too', async () => {
    const { id, rejected } = await aClosedOne();
    expect(await by.reopen(rejected, '实为企业')).toMatchObject({ status: 'REOPENED', round: 2 });
    expect(await common.commonIssue(id)).toMatchObject({
      state: 'SETTLED',
      membersAwaiting: { nodes: [{ id: rejected }] },
    });
    expect(await common.unlink({ issueId: rejected, reason: '另有原因' })).toMatchObject({ status: 'REOPENED' });
    await closed(id);
    expect(await closings(id)).toBe(2);
  });

  it('leaves it closed where the reopening is refused', async () => {
    const { id, one } = await aClosedOne();
    const answers = await Promise.all([by.reopen(one), by.reopen(one)]);
    expect(answers.map(({ code, status }) => code ?? status).toSorted()).toEqual([
      'ISSUE_STATUS_FORBIDS_MOVE',
      'REOPENED',
    ]);
    expect(await by.reopen(one, ' ')).toMatchObject({ code: 'FIELD_REQUIRED', field: 'reason' });
    expect(await common.commonIssue(id)).toMatchObject({ state: 'SETTLED' });
  });
});

describe('no move leaves a common issue closed with an open member', () => {
  const openOfClosed = (id: string) =>
    intake.sql(
      `select from common_issue join issue on issue.common_issue_id = common_issue.id
       where common_issue.id = $1 and common_issue.state = 'CLOSED' and issue.status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED')`,
      [id],
    );

  it('where the reopening and the closing come at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, one, other } = await aSettledOne();
      await intake.callBack(one);
      await intake.callBack(other);
      const [reopened] = await Promise.all([by.reopen(one), close(), close()]);
      expect(reopened).toMatchObject({ status: 'REOPENED' });
      expect([await openOfClosed(id), (await common.commonIssue(id)).state]).toEqual([[], 'SETTLED']);
    }
    expect(intake.faultLines()).toEqual([]);
  });

  it('where its reopening waits for whoever holds the common issue, and it is closed by then', async () => {
    const { id, one, other } = await aSettledOne();
    await intake.callBack(one);
    await intake.callBack(other);
    const holder = intake.schema.db.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`update common_issue set state = 'CLOSED', closed_at = now() where id = $1`, [id]);
    const [{ pid }] = (await holder.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    const reopening = by.reopen(one);
    await eventually(
      () => intake.sql('select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [pid]),
      (rows) => rows.length > 0,
    );
    await holder.commitTransaction();
    await holder.release();
    expect(await reopening).toMatchObject({ status: 'REOPENED' });
    expect([await openOfClosed(id), (await common.commonIssue(id)).state]).toEqual([[], 'SETTLED']);
  });

  it('where a callback says that it is not settled: it was open before, and keeps it from closing', async () => {
    const { id, one, other } = await aSettledOne();
    await intake.callBack(one);
    await Promise.all([intake.callBack(other, { outcome: 'NOT_SETTLED' }, caller), close()]);
    await close();
    expect([await openOfClosed(id), (await common.commonIssue(id)).state]).toEqual([[], 'SETTLED']);
  });

  it('where a member was merged and is taken out again: it has left', async () => {
    const { id, one, other } = await aSettledOne();
    const into = await common.reported(1);
    await by.merge(one, into);
    await intake.callBack(other);
    await closed(id);
    await by.unmerge(one);
    expect(await common.member(one)).toMatchObject({ status: 'SOLVED', commonIssue: null });
    expect([await openOfClosed(id), (await common.commonIssue(id)).state]).toEqual([[], 'CLOSED']);
  });
});
