import { closeSync, createReadStream, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { SendReport } from './gateway.ts';
import { importReports } from './import-reports.ts';
import type { Outcome } from './import-reports.ts';
import { readLines } from './jsonl.ts';
import { showProgress } from './progress.ts';
import type { Output } from './progress.ts';
import { refusedLine } from './refusal.ts';

export interface FileImport {
  readonly file: string;
  readonly concurrency: number;
  readonly send: SendReport;
  /** Where the list of refused lines and the summary are kept, in a file named after the time and the file imported. */
  readonly summaryDir: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Where progress and refused lines are shown. */
  readonly output: Output;
}

export interface FileOutcome extends Outcome {
  readonly summaryFile: string;
}

/** The size of the file in bytes. Throws an Error with a sentence for people when there is nothing in it to read. */
export function readableSize(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${file}: there is no such file`);
  if (found.isDirectory()) throw new Error(`${file} is a folder, not a file`);
  if (found.size === 0) throw new Error(`${file} is empty`);
  return found.size;
}

/** The last lines of a run, for people. */
export function summaryOf({ accepted, refused, stopped }: Outcome): string {
  const counts = `accepted ${accepted}, refused ${refused}`;
  if (stopped === undefined) return counts;
  return `${counts}\nstopped: ${stopped.why}\nfirst line not sent: ${stopped.line}; run the same command again to go on`;
}

/** Imports a file, keeping the refused lines and the counts in a summary file too. */
export async function importReportsFile({
  file,
  summaryDir,
  now,
  output,
  ...options
}: FileImport): Promise<FileOutcome> {
  const progress = showProgress(output, readableSize(file));
  mkdirSync(summaryDir, { recursive: true });
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const summaryFile = join(summaryDir, `${basename(file, extname(file))}.${stamp}.txt`);
  const summary = openSync(summaryFile, 'a', 0o600);
  try {
    const outcome = await importReports(readLines(createReadStream(file)), {
      ...options,
      onRefused: (number, refusal) => {
        progress.say(refusedLine(number, refusal));
        writeSync(summary, `${refusedLine(number, refusal)}\n`);
      },
      onDone: progress.advance,
    });
    writeSync(summary, `${summaryOf(outcome)}\n`);
    return { ...outcome, summaryFile };
  } finally {
    progress.end();
    closeSync(summary);
  }
}
