import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readCsv, type Row } from './csv-rows.ts';
import { unguarded, writeTable } from './write-table.ts';
import { readXlsx } from './xlsx-rows.ts';

const dir = mkdtempSync(join(tmpdir(), 'qft-tables-'));
afterAll(() => rmSync(dir, { recursive: true }));

const table = [
  ['名称', '别名'],
  ['💥厂', '零\u200b宽'],
  [`'; drop table firm; --`, '<b>&amp;"厂"</b>'],
  ['=1+1', '+86'],
  ['-5', '@某'],
  ['多\n行', "'引"],
  ['0012', '1e5'],
  [`'=撇号厂`, `''-二`],
];
async function* rowsOf(rows: readonly (readonly string[])[]) {
  yield* rows;
}
async function gathered(rows: AsyncIterable<Row>): Promise<string[][]> {
  const cells: string[][] = [];
  for await (const row of rows) cells.push([...row.cells]);
  return cells;
}

describe('a table', () => {
  it('that is written as CSV is read as it was, and no cell of it is taken for a formula', async () => {
    const file = join(dir, 'some.csv');
    await writeTable(file, rowsOf(table));
    const read = await gathered(readCsv(createReadStream(file)));
    expect(read.map((row) => row.map(unguarded))).toEqual(table);
    expect(read.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
  });

  it('that is written as a spreadsheet is read as it was', async () => {
    const file = join(dir, 'some.xlsx');
    await writeTable(file, rowsOf([...table, ['控\u0001制', '']]));
    const read = await gathered(readXlsx(file));
    expect(read.map((row) => row.map(unguarded))).toEqual([...table, ['控制', '']]);
  });

  it('that cannot be written to its end leaves no file', async () => {
    const file = join(dir, 'broken.csv');
    async function* broken() {
      yield ['a'];
      throw new Error('gone');
    }
    await expect(writeTable(file, broken())).rejects.toThrow('gone');
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
  });
});

/** A zip file of one entry, whose directory may lie about its size. */
function zipOf(content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(7, 24);
  entry.writeUInt16LE(name.length, 28);
  return Buffer.concat([local, name, packed, entry, name]);
}

describe('a spreadsheet', () => {
  it.each([
    [
      'that unpacks to too much, whatever it says of itself',
      zipOf(Buffer.alloc(2_000_001)),
      /unpacks to more than 2000000/,
    ],
    ['that is none', Buffer.from('统一社会信用代码,企业名称\n'), /is not a spreadsheet/],
    ['that is broken', zipOf(Buffer.from('<worksheet')), /cannot be read/],
    ['that is empty', Buffer.alloc(0), /is not a spreadsheet/],
  ])('%s is refused', async (_, content, why) => {
    const file = join(dir, 'bad.xlsx');
    writeFileSync(file, content);
    await expect(gathered(readXlsx(file, 2_000_000))).rejects.toThrow(why);
  });
});
