import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { readCsv, type Row } from './csv-rows.ts';
import type { Ask } from './gateway.ts';
import { importFirms, type FirmOutcome } from './import-firms.ts';
import { runOver, type Told } from './run-file.ts';
import { readXlsx } from './xlsx-rows.ts';

export interface FirmFile extends Told {
  readonly ask: Ask;
  readonly signal: AbortSignal;
}

/** The last lines of a run, for people. */
export function firmSummaryOf({ registered, changed, unchanged, refused, stopped }: FirmOutcome): string {
  const counts = `registered ${registered}, changed ${changed}, unchanged ${unchanged}, refused ${refused}`;
  if (stopped === undefined) return counts;
  return `${counts}\nstopped: ${stopped.why}\nfirst row not sent: ${stopped.row}; run the same command again to go on`;
}

function rowsOf(file: string): { rows: AsyncGenerator<Row>; position: () => number } {
  if (extname(file) === '.xlsx') return { rows: readXlsx(file), position: () => 0 };
  const bytes = createReadStream(file);
  return { rows: readCsv(bytes), position: () => bytes.bytesRead };
}

/** Imports a file of firms, .csv or .xlsx, keeping the refused rows and the counts in a summary file too. */
export function importFirmsFile(told: FirmFile): Promise<FirmOutcome & { readonly summaryFile: string }> {
  const { ask, signal } = told;
  return runOver(
    told,
    (hearing) => {
      const { rows, position } = rowsOf(told.file);
      return importFirms(rows, { ask, signal, position, ...hearing });
    },
    firmSummaryOf,
  );
}
