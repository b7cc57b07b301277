import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inspection } from '../src/service.ts';
import { aCreditCode, anId } from './builders.ts';

const firm = aCreditCode(1);
const [at, due] = [`'2020-02-14'::timestamptz`, `'2020-02-15'::timestamptz`];
const heard = `defence, defence_waived, defence_at, defence_by`;
const orders = [
  [1, 'DRAFTED', heard, `'口罩已在路上', false, ${at}, 'firm-1'`],
  [2, 'DRAFTED', heard, `null, true, ${at}, 'firm-1'`],
  [
    ...[3, 'IN_FORCE', `${heard}, legal_basis, signed_at, signed_by, signed_by_name`],
    `'口罩已在路上', false, ${at}, 'firm-1', '依据', ${at}, 'commander-1', '甲'`,
  ],
  [
    ...[4, 'REFUSED', `${heard}, refused_at, refused_by, refusal_reason`],
    `'口罩已在路上', false, ${at}, 'firm-1', ${at}, 'commander-1', '理由'`,
  ],
] as const;

/** What the release before had written. */
class OldDrafts1700000000015 implements MigrationInterface {
  name = 'OldDrafts1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`insert into enrolment values ($1, null, '2020-02-01', 'analyst-1')`, [firm]);
    await runner.query(
      `insert into process_policy select (jsonb_populate_record(p, '{"version": 2, "rectify_within_days": 10, "rectify_at_most_days": 5}')).* from process_policy p`,
    );
    for (const [n, status, columns, values] of orders) {
      const [id, number] = [anId(n), `停20200214-000${n}`];
      await runner.query(
        `insert into inspection (id, version, credit_code, rulebook_version, performed_at, received_at, inspectors, results, passed)
         values ($1, 1, $2, 1, ${at}, ${at}, '{inspector-1}', '[{}]', false)`,
        [id, firm],
      );
      await runner.query(`insert into document (number, version, credit_code, issued_at) values ($1, 0, $2, ${at})`, [
        number,
        firm,
      ]);
      await runner.query(
        `insert into shutdown_order (id, version, number, credit_code, issued_at, inspection_id, caused_at, status, defence_due_at, ${columns})
         values ($1, 1, $3, $2, ${at}, $1, ${at}, '${status}', ${due}, ${values})`,
        [id, firm, number],
      );
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}

let schema: TestSchema;
beforeAll(async () => {
  const before = inspection.migrations.findIndex(({ name }) => name === 'OwnWords1700000000016');
  const migrations = inspection.migrations.toSpliced(before, 0, OldDrafts1700000000015);
  schema = await freshSchema({ ...inspection, migrations });
});
afterAll(() => schema?.drop());

it('drafts of before keep what was said as taken down, what was decided stays, and so does a policy of before', async () => {
  const { source } = schema.db;
  const seen: object[] = await source.query(
    `select status, defence, defence_waived as waived, hearing, hearing_by as "hearingBy" from shutdown_order order by number`,
  );
  const [own, taken] = [{ defence: '口罩已在路上' }, { hearing: '口罩已在路上', hearingBy: 'firm-1' }];
  const nothing = { defence: null, waived: false, hearing: null, hearingBy: null };
  expect(seen).toEqual([
    { ...nothing, ...taken, status: 'DRAFTED' },
    { ...nothing, waived: true, status: 'DRAFTED' },
    { ...nothing, ...own, status: 'IN_FORCE' },
    { ...nothing, ...own, status: 'REFUSED' },
  ]);
  const policy = `insert into process_policy select (jsonb_populate_record(p, $1)).* from process_policy p where version = 1`;
  const limits = { version: 3, rectify_within_days: 10, rectify_at_most_days: 9 };
  await expect(source.query(policy, [JSON.stringify(limits)])).rejects.toThrow('process_policy_rectify_dates');
  await source.query(policy, [JSON.stringify({ ...limits, rectify_at_most_days: 10 })]);
});
