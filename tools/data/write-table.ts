import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import writeExcelFile from 'write-excel-file/node';

// what XML cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

async function writeCsv(file: string, rows: AsyncIterable<readonly string[]>): Promise<void> {
  // a spreadsheet takes a cell that begins with = + - @ for a formula; an apostrophe before it says that it is text
  await pipeline(
    Readable.from(rows),
    stringify({ bom: true, escape_formulas: true }),
    createWriteStream(file, { mode: 0o600 }),
  );
}

async function writeXlsx(file: string, rows: AsyncIterable<readonly string[]>): Promise<void> {
  const table: { value: string; type: StringConstructor }[][] = [];
  for await (const row of rows) table.push(row.map((cell) => ({ value: cell.replace(unwritable, ''), type: String })));
  await writeExcelFile(table).toFile(file);
}

/** Writes a table as CSV (UTF-8 with byte order mark) or .xlsx, by the file's name; the file is there when it is whole. */
export async function writeTable(
  file: string,
  rows: AsyncIterable<readonly string[]>,
  beforeItIsThere: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await (extname(file) === '.xlsx' ? writeXlsx : writeCsv)(unfinished, kept(rows));
    await beforeItIsThere();
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const guarded = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/** One more apostrophe before those that look as if one had been put there: exactly one is taken away. */
async function* kept(rows: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  for await (const row of rows) yield row.map((cell) => cell.replace(guarded, "''"));
}

/** A cell as it was before it was written: without the apostrophe that keeps spreadsheets from taking it for a formula. */
export function unguarded(cell: string): string {
  return cell.replace(guarded, '');
}
