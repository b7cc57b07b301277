import { readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import { MOST_COLUMNS, type Row } from './csv-rows.ts';
import { UnreadableFile } from './decode-text.ts';

/** The reader holds a spreadsheet as a whole: what is larger is sent as CSV. */
export const MAX_XLSX_BYTES = 50_000_000;
export const MAX_UNPACKED_BYTES = 200_000_000;

const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The packed parts of a zip file, as its directory lists them. */
function* packedParts(zip: Buffer): Generator<{ method: number; packed: Buffer }> {
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= zip.length;) {
    if (zip.readUInt32LE(at) !== ENTRY) return;
    const size = zip.readUInt32LE(at + 20);
    const from = zip.readUInt32LE(at + 42);
    const data = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    yield { method: zip.readUInt16LE(at + 10), packed: zip.subarray(data, data + size) };
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** What the directory says of sizes can be a lie: everything is unpacked once and counted. */
async function assertBounded(zip: Buffer, most: number): Promise<void> {
  let unpacked = 0;
  for (const { method, packed } of packedParts(zip)) {
    const chunks = method === DEFLATED ? Readable.from([packed]).pipe(createInflateRaw()) : [packed];
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > most)
        throw new UnreadableFile(`the spreadsheet unpacks to more than ${most} bytes: save it as CSV`);
    }
  }
  if (unpacked === 0) throw new UnreadableFile('the file is not a spreadsheet (.xlsx)');
}

/**
 * The rows of a spreadsheet's first sheet, the header among them; empty ones are left out.
 * @throws UnreadableFile for what is no spreadsheet, or larger than 50 MB, or 200 MB unpacked
 */
export async function* readXlsx(file: string, mostUnpacked = MAX_UNPACKED_BYTES): AsyncGenerator<Row> {
  if (statSync(file).size > MAX_XLSX_BYTES)
    throw new UnreadableFile(`the spreadsheet is larger than ${MAX_XLSX_BYTES} bytes: save it as CSV`);
  const zip = readFileSync(file);
  const rows = await assertBounded(zip, mostUnpacked)
    .then(() => readSheet(zip))
    .catch((cause: unknown) => {
      throw cause instanceof UnreadableFile ? cause : new UnreadableFile('the spreadsheet cannot be read', { cause });
    });
  for (const [i, row] of rows.entries()) {
    const cells = row.map((cell) => (cell === null ? '' : String(cell)));
    if (cells.length > MOST_COLUMNS)
      throw new UnreadableFile(`row ${i + 1} has ${cells.length} columns; there may be ${MOST_COLUMNS}`);
    if (cells.some((cell) => cell.trim() !== '')) yield { number: i + 1, cells };
  }
}
