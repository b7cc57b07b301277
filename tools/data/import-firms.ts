import type { Row } from './csv-rows.ts';
import { UnreadableFile } from './decode-text.ts';
import { batchesOf, type Batch } from './firm-batches.ts';
import { columnOf, readHeader } from './firm-row.ts';
import type { Ask } from './gateway.ts';
import type { Refusal } from './refusal.ts';
import { refusalIn, type Said, type SaidNo } from './verdict.ts';

export interface FirmOutcome {
  readonly registered: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** the first row that was not sent, and why, when the run ended before the file did */
  readonly stopped?: { readonly row: number; readonly why: string };
}

export interface FirmImport {
  readonly ask: Ask;
  readonly signal?: AbortSignal;
  readonly onRefused: (row: number, refusal: Refusal) => void;
  readonly onDone: (endsAt: number, counts: { readonly accepted: number; readonly refused: number }) => void;
  /** how many bytes of the file have been read by now */
  readonly position: () => number;
}

const IMPORT = `mutation ImportFirms($rows: [FirmRowInput!]!) { importFirms(input: { rows: $rows }) {
  __typename ... on FirmImport { rows { outcome rejection { code message field } } } ... on FirmRejection { code message field } } }`;
const asked = { field: 'importFirms', type: 'FirmImport', nameInFile: columnOf };

interface Imported extends Said {
  readonly rows: readonly {
    readonly outcome: 'REGISTERED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';
    readonly rejection: Omit<SaidNo, '__typename'> | null;
  }[];
}
type Counts = { -readonly [K in Exclude<keyof FirmOutcome, 'stopped'>]: number };

async function send(batch: Batch, counts: Counts, { ask, onRefused }: FirmImport): Promise<void> {
  const answer = await ask<Imported>({ query: IMPORT, variables: { rows: batch.rows.map(({ row }) => row) }, asked });
  if ('refusal' in answer)
    throw new Error(`the gateway refused the rows from ${batch.rows[0]?.number} on: ${answer.refusal.code}`);
  for (const [i, { outcome, rejection }] of answer.value.rows.entries()) {
    counts[outcome.toLowerCase() as keyof Counts]++;
    if (rejection) onRefused(batch.rows[i]!.number, refusalIn(rejection, columnOf));
  }
}

async function withHeader(rows: AsyncGenerator<Row>) {
  const first = await rows.next();
  if (first.done) throw new UnreadableFile('the file holds no rows');
  return readHeader(first.value);
}

/**
 * Sends the rows in their order. A refused row is told and the rest goes on; a batch that cannot be sent, or a file that cannot be read on,
 * ends the run: the same rows again change nothing, so it can be repeated from its beginning.
 * @throws UnreadableFile when the file cannot be read from its beginning
 */
export async function importFirms(rows: AsyncGenerator<Row>, options: FirmImport): Promise<FirmOutcome> {
  const counts: Counts = { registered: 0, changed: 0, unchanged: 0, refused: 0 };
  const header = await withHeader(rows);
  let next = 2;
  const onRefused = (row: number, refusal: Refusal) => {
    counts.refused++;
    options.onRefused(row, refusal);
  };
  try {
    for await (const batch of batchesOf(rows, { header, onRefused, position: options.position })) {
      next = batch.rows[0]!.number;
      if (options.signal?.aborted) return { ...counts, stopped: { row: next, why: 'interrupted' } };
      await send(batch, counts, options);
      next = batch.rows.at(-1)!.number + 1;
      options.onDone(batch.endsAt, {
        accepted: counts.registered + counts.changed + counts.unchanged,
        refused: counts.refused,
      });
    }
  } catch (error) {
    return { ...counts, stopped: { row: next, why: (error as Error).message } };
  }
  return counts;
}
