import type { Row } from './csv-rows.ts';
import { toFirmRow, type FirmRow, type Header } from './firm-row.ts';
import type { Refusal } from './refusal.ts';

/** Rows that go to the gateway together. */
export interface Batch {
  readonly rows: readonly { readonly number: number; readonly row: FirmRow }[];
  /** how far the file has been read */
  readonly endsAt: number;
}

export const MOST_ROWS = 500;
/** a request of rows that are as long as they may be stays quick to parse, and far below what the gateway takes */
const MOST_BYTES = 200_000;

interface Reading {
  readonly header: Header;
  readonly onRefused: (number: number, refusal: Refusal) => void;
  /** how many bytes have been read by now */
  readonly position: () => number;
}

/** Cuts rows into batches of at most 500 and 200 KB; those that cannot be sent are told and left out. */
export async function* batchesOf(
  rows: AsyncIterable<Row>,
  { header, onRefused, position }: Reading,
): AsyncGenerator<Batch> {
  let gathered: { number: number; row: FirmRow }[] = [];
  let bytes = 0;
  for await (const row of rows) {
    const read = toFirmRow(header, row);
    if ('refusal' in read) {
      onRefused(row.number, read.refusal);
      continue;
    }
    const size = Buffer.byteLength(JSON.stringify(read.row));
    if (gathered.length === MOST_ROWS || bytes + size > MOST_BYTES) {
      if (gathered.length > 0) yield { rows: gathered, endsAt: position() };
      [gathered, bytes] = [[], 0];
    }
    gathered.push({ number: row.number, row: read.row });
    bytes += size;
  }
  if (gathered.length > 0) yield { rows: gathered, endsAt: position() };
}
