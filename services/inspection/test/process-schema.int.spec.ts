import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { inspection } from '../src/service.ts';
import { aCreditCode, anId } from './builders.ts';

let schema: TestSchema;
const firm = aCreditCode(1);
const at = `'2020-02-14'`;
beforeAll(async () => {
  schema = await freshSchema(inspection);
  const { source } = schema.db;
  await source.query(`insert into enrolment values ($1, null, '2020-02-01', 'analyst-1')`, [firm]);
  await source.query(
    `insert into inspection (id, version, credit_code, rulebook_version, performed_at, received_at, inspectors, results, passed)
     select $1, 1, $2, 1, ${at}, ${at}, '{inspector-1}', '[{}]', false`,
    [anId(1), firm],
  );
  for (const number of ['改', '约', '停', '验', '诉'].map((prefix) => `${prefix}20200214-0001`))
    await source.query(`insert into document values ($1, $2, ${at}, null, null)`, [number, firm]);
});
afterAll(() => schema.drop());

const header = (prefix: string) => ({
  id: `'${anId(9)}'`,
  version: '1',
  number: `'${prefix}20200214-0001'`,
  credit_code: `'${firm}'`,
  issued_at: at,
});
const of = { inspection_id: `'${anId(1)}'`, caused_at: at };

/** The table with those columns; SQL literals. */
const rows = {
  document: { number: `'改20200214-0002'`, credit_code: `'${firm}'`, issued_at: at },
  rectification_order: {
    ...header('改'),
    inspection_id: of.inspection_id,
    performed_at: at,
    due_at: at,
    findings: `'[{}]'`,
    status: `'OPEN'`,
  },
  interview: { ...header('约'), ...of, due_at: at, status: `'SUMMONED'` },
  shutdown_order: { ...header('停'), ...of, status: `'DRAFTED'`, defence_due_at: at, defence_waived: 'false' },
  acceptance: { ...header('验'), kind: `'FIRST'`, status: `'OPEN'`, applied_by: `'firm-1'` },
  appeal: {
    ...header('诉'),
    inspection_id: of.inspection_id,
    status: `'LODGED'`,
    grounds: `'不实'`,
    lodged_by: `'firm-1'`,
  },
};
type Table = keyof typeof rows;

/** Tries a row and takes it back: null when the table takes it, else true. */
async function isRefused(table: Table, other: Record<string, string>): Promise<boolean> {
  const row: Record<string, string> = { ...rows[table], ...other };
  const runner = schema.db.source.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
    );
    return false;
  } catch (cause) {
    expect(String((cause as { driverError: { code: string } }).driverError.code)).toMatch(/^23/);
    return true;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const held = { held_at: at, held_by: `'i'`, attendees: `'{a}'`, minutes: `'m'`, commitments: `'c'` };
const heard = { defence_waived: 'true', defence_at: at, defence_by: `'f'` };
const signed = { ...heard, legal_basis: `'l'`, signed_at: at, signed_by: `'c'`, signed_by_name: `'c'` };
const unheard = { defence_waived: 'false', defence_at: 'null', defence_by: 'null' };
const refused = { refused_at: at, refused_by: `'c'`, refusal_reason: `'r'` };
const decided = { decided_at: at, decided_by: `'c'`, decided_by_name: `'c'` };
const approved = { status: `'APPROVED'`, ...decided, inspection_id: of.inspection_id };

describe('the tables of due process', () => {
  it.each<[Table, Record<string, string>]>([
    ...(Object.keys(rows) as Table[]).map((table): [Table, Record<string, string>] => [table, {}]),
    ['rectification_order', { status: `'OVERDUE'`, overdue_at: at }],
    ['rectification_order', { status: `'FULFILLED'`, fulfilled_at: at, overdue_at: at }],
    ['interview', { status: `'HELD'`, ...held }],
    ['interview', { status: `'WITHDRAWN'`, ...held, withdrawn_at: at }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed, ...unheard, signed_at: `'2020-02-14 00:00:00.001'` }],
    ['shutdown_order', { status: `'REFUSED'`, ...refused }],
    ['shutdown_order', { status: `'REFUSED'`, ...refused, refused_by_name: `'c'` }],
    ['shutdown_order', { hearing: `'h'`, hearing_at: at, hearing_by: `'i'` }],
    ['shutdown_order', { hearing_at: at, hearing_by: `'i'` }],
    ['acceptance', { status: `'REFUSED'`, ...decided, reason: `'r'` }],
    ['acceptance', approved],
    ['acceptance', { ...approved, status: `'LAPSED'`, lapsed_at: at }],
    ['appeal', { status: `'UPHELD'`, ...decided, reason: `'r'` }],
  ])('take a right row: %s %j', async (table, other) => {
    expect(await isRefused(table, other)).toBe(false);
  });

  it.each<[Table, Record<string, string>]>([
    ['document', { number: `'催20200214-0001'` }],
    ['document', { number: `'改20200214-0001'` }],
    ['document', { acknowledged_at: at }],
    ['document', { credit_code: `'${aCreditCode(9)}'` }],
    ['rectification_order', { status: `'LOST'` }],
    ['rectification_order', { status: `'FULFILLED'` }],
    ['rectification_order', { status: `'OVERDUE'` }],
    ['rectification_order', { status: `'WITHDRAWN'` }],
    ['rectification_order', { fulfilled_at: at }],
    ['rectification_order', { findings: `'[]'` }],
    ['rectification_order', { number: `'改20200214-0009'` }],
    ['interview', { inspection_id: 'null' }],
    ['interview', { status: `'HELD'` }],
    ['interview', { status: `'MISSED'` }],
    ['interview', { ...held, minutes: 'null' }],
    ['interview', { withdrawn_at: at }],
    ['shutdown_order', { status: `'IN_FORCE'` }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed, defence_waived: 'false' }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed, ...unheard }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed, legal_basis: 'null' }],
    ['shutdown_order', { status: `'IN_FORCE'`, ...signed, ...refused }],
    [
      'shutdown_order',
      { status: `'IN_FORCE'`, ...signed, ...unheard, hearing: `'h'`, hearing_at: at, hearing_by: `'i'` },
    ],
    ['shutdown_order', { hearing: `'h'` }],
    ['shutdown_order', { hearing: `''`, hearing_at: at, hearing_by: `'i'` }],
    ['shutdown_order', { hearing_at: at }],
    ['shutdown_order', { refused_by_name: `'c'` }],
    ['shutdown_order', { status: `'LIFTED'`, ...signed }],
    ['shutdown_order', { status: `'REFUSED'`, refused_at: at, refused_by: `'c'` }],
    ['acceptance', { kind: `'RESUMPTION'` }],
    ['acceptance', { status: `'APPROVED'`, ...decided }],
    ['acceptance', { status: `'REFUSED'`, ...decided }],
    ['acceptance', { ...decided }],
    ['acceptance', { ...approved, status: `'LAPSED'` }],
    ['acceptance', { ...approved, lapsed_at: at }],
    ['acceptance', { ...approved, status: `'LAPSED'`, lapsed_at: at, inspection_id: 'null' }],
    ['acceptance', { status: `'LAPSED'`, inspection_id: of.inspection_id, lapsed_at: at }],
    ['acceptance', { status: `'LOST'` }],
    ['appeal', { status: `'UPHELD'` }],
    ['appeal', { ...decided, reason: `'r'` }],
    ['appeal', { grounds: `''` }],
  ])('refuse a wrong row: %s %j', async (table, other) => {
    expect(await isRefused(table, other)).toBe(true);
  });
});
