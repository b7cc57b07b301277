import { createReadStream } from 'node:fs';
import type { SendReport } from './gateway.ts';
import { importReports, type Outcome } from './import-reports.ts';
import { inOrderOfReceipt } from './in-order-of-receipt.ts';
import { readLines } from './jsonl.ts';
import { runOver, type Told } from './run-file.ts';

export interface FileImport extends Told {
  readonly concurrency: number;
  /** sends the lines in the order of receipt, instead of the file's */
  readonly byReceipt?: boolean;
  readonly send: SendReport;
  readonly signal: AbortSignal;
}

export interface FileOutcome extends Outcome {
  readonly summaryFile: string;
}

/** The last lines of a run, for people. */
export function summaryOf({ accepted, refused, stopped }: Outcome): string {
  const counts = `accepted ${accepted}, refused ${refused}`;
  if (stopped === undefined) return counts;
  return `${counts}\nstopped: ${stopped.why}\nfirst line not sent: ${stopped.line}; run the same command again to go on`;
}

/** Imports a file, keeping the refused lines and the counts in a summary file too. */
export function importReportsFile({ byReceipt = false, ...told }: FileImport): Promise<FileOutcome> {
  const { file, send, concurrency, signal } = told;
  return runOver(
    told,
    (hearing) => {
      const lines = byReceipt ? inOrderOfReceipt(file) : readLines(createReadStream(file));
      return importReports(lines, { send, concurrency, signal, ...hearing });
    },
    summaryOf,
  );
}
