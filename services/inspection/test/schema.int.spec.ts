import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { inspection } from '../src/service.ts';
import { aCreditCode, anId } from './builders.ts';

let schema: TestSchema;
const firm = aCreditCode(1);
beforeAll(async () => {
  schema = await freshSchema(inspection);
  await schema.db.source.query(`insert into enrolment values ($1, null, '2020-02-01', 'analyst-1')`, [firm]);
});
afterAll(() => schema.drop());

/** The table with those columns; SQL literals. */
const rows = {
  inspection: {
    id: `'${anId(1)}'`,
    version: '1',
    credit_code: `'${firm}'`,
    town_code: 'null',
    rulebook_version: '1',
    performed_at: `'2020-02-14'`,
    received_at: `'2020-02-14'`,
    inspectors: `'{inspector-1}'`,
    results: `'[{}]'`,
    passed: 'true',
  },
  light: {
    credit_code: `'${firm}'`,
    version: '1',
    colour: `'RED'`,
    run: '3',
    since: `'2020-02-14'`,
    condition: `'INTERVIEW_DUE'`,
    caused_by: `'${anId(1)}'`,
  },
  enrolment: {
    credit_code: `'${aCreditCode(2)}'`,
    town_code: `'330226110'`,
    enrolled_at: `'2020-02-14'`,
    enrolled_by: `'analyst-1'`,
  },
  rulebook: { version: '2', in_force_from: `'2020-03-01'`, not_applicable_at_most: '3', red_at_run: '3' },
  rule: { version: '1', code: `'WINDOWS_OPENED'`, position: '13', title_zh: `'开窗'`, title_en: `'Windows'` },
};
type Table = keyof typeof rows;

/** Tries a row and takes it back: null when the table takes it, else the constraint that refuses. */
async function refusalOf(table: Table, other: Record<string, string>): Promise<string | null> {
  const row: Record<string, string> = { ...rows[table], ...other };
  const runner = schema.db.source.createQueryRunner();
  await runner.startTransaction();
  try {
    if (table === 'light') await runner.query(insertion('inspection', rows.inspection));
    await runner.query(insertion(table, row));
    return null;
  } catch (cause) {
    const { constraint, column } = (cause as { driverError: { constraint?: string; column?: string } }).driverError;
    return constraint ?? column ?? String(cause);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

function insertion(table: Table, row: Record<string, string>): string {
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}

describe('the tables', () => {
  it('are what their entities say', async () => {
    const { upQueries } = await schema.db.source.driver.createSchemaBuilder().log();
    // checks, foreign keys and indexes are the migration's alone: entities know columns only
    const drift = upQueries.map(({ query }) => query).filter((query) => !/ DROP CONSTRAINT |^DROP INDEX /.test(query));
    expect(drift).toEqual([]);
  });

  it.each(Object.keys(rows) as Table[])('take a right row: %s', async (table) => {
    expect(await refusalOf(table, {})).toBeNull();
  });

  it.each<[Table, Record<string, string>, string]>([
    ['enrolment', { credit_code: `'42'` }, 'enrolment_credit_code_check'],
    ['enrolment', { credit_code: `'${firm}'` }, 'enrolment_pkey'],
    ['enrolment', { town_code: `'42'` }, 'enrolment_town_code_check'],
    ['enrolment', { enrolled_by: `''` }, 'enrolment_enrolled_by_check'],
    ['rulebook', { in_force_from: `'2020-01-01'` }, 'rulebook_in_force_from_key'],
    ['rulebook', { red_at_run: '0' }, 'rulebook_red_at_run_check'],
    ['rule', { position: '12' }, 'rule_version_position_key'],
    ['rule', { code: `'MASKS_WORN'` }, 'rule_pkey'],
    ['rule', { version: '9' }, 'rule_version_fkey'],
    ['inspection', { credit_code: `'${aCreditCode(9)}'` }, 'inspection_credit_code_fkey'],
    ['inspection', { rulebook_version: '9' }, 'inspection_rulebook_version_fkey'],
    ['inspection', { performed_at: `'2020-02-15'` }, 'inspection_check'],
    ['inspection', { inspectors: `'{}'` }, 'inspection_inspectors_check'],
    ['inspection', { results: `'[]'` }, 'inspection_results_check'],
    ['inspection', { passed: 'null' }, 'passed'],
    ['light', { colour: `'BLUE'`, condition: `'NORMAL'` }, 'light_colour_check'],
    ['light', { condition: `'FINE'` }, 'light_condition_check'],
    ['light', { colour: 'null' }, 'light_check'],
    ['light', { condition: `'NORMAL'` }, 'light_check1'],
    ['light', { run: '0' }, 'light_check2'],
    ['light', { caused_by: `'${anId(9)}'` }, 'light_caused_by_fkey'],
  ])('refuse a wrong row: %s %j', async (table, other, constraint) => {
    expect(await refusalOf(table, other)).toBe(constraint);
  });
});
