import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf, type BatchSeen, type CommonIssues } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';

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
    // as a process leaves it that dies before the last line
    await intake.sql(
      `update batch_item set outcome = 'PENDING', confirmed_by = 'analyst-1' where batch_id = $1 and issue_id = $2`,
      [batchId, ids[1]],
    );
    await intake.sql(`update batch set state = 'APPLYING', applied_at = null where id = $1`, [batchId]);
    const ended = await eventually(
      () => common.batch(batchId),
      ({ state }) => state === 'APPLIED',
    );
    expect(ended.counts).toMatchObject({ applied: 2, skipped: 0 });
    expect(await solvedBy(ids)).toEqual([byTheFirst, byTheFirst]);
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
