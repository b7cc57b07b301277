import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { towns } from '../demo/towns.ts';
import { readCsv, type Row } from './csv-rows.ts';
import { firms } from './export-table.ts';
import { readHeader, toFirmRow } from './firm-row.ts';
import { writeTable } from './write-table.ts';
import { readXlsx } from './xlsx-rows.ts';

const dir = mkdtempSync(join(tmpdir(), 'qft-firms-'));
afterAll(() => rmSync(dir, { recursive: true }));

const said = fc
  .array(fc.constantFrom(...`厂甲'"=+-@;；|\\, a`), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join('').trim())
  .filter(Boolean);
const firm = fc.record({
  creditCode: fc.constant('91330226T00000001X'),
  name: said,
  town: fc.constantFrom(...towns.map(({ code }) => ({ code }))),
  industry: fc.constant('C'),
  size: fc.constantFrom('SMALL', null),
  employees: fc.option(fc.nat(9_999)),
  address: fc.option(said),
  aliases: fc.uniqueArray(said, { maxLength: 4 }),
});

async function* rowsOf(nodes: readonly Parameters<typeof firms.toRow>[0][]) {
  yield firms.header;
  for (const node of nodes) yield firms.toRow(node).map((cell) => String(cell ?? ''));
}
async function imported(rows: AsyncIterable<Row>) {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  const [header, ...rest] = read;
  return rest.map((row) => toFirmRow(readHeader(header!), row));
}

it.each([
  ['.csv', (file: string) => readCsv(createReadStream(file))],
  ['.xlsx', (file: string) => readXlsx(file)],
] as const)('what is exported as %s and imported again says of each firm what it said', async (kind, read) => {
  await fc.assert(
    fc.asyncProperty(fc.array(firm, { minLength: 1, maxLength: 20 }), async (nodes) => {
      const file = join(dir, `firms${kind}`);
      await writeTable(file, rowsOf(nodes));
      expect(await imported(read(file))).toEqual(
        nodes.map(({ town, aliases, ...told }) => ({
          row: {
            ...told,
            townCode: town.code,
            size: told.size ?? undefined,
            employees: told.employees ?? undefined,
            address: told.address ?? undefined,
            aliases: aliases.length > 0 ? aliases : undefined,
          },
        })),
      );
    }),
    { numRuns: 30 },
  );
});
