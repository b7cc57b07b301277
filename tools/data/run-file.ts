import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { showProgress, type Output, type Progress } from './progress.ts';
import { refusedLine, type Refusal } from './refusal.ts';

/** Where a run over a file tells how it goes. */
export interface Told {
  readonly file: string;
  /** Where the list of refused lines and the summary are kept, in a file named after the time and the file imported. */
  readonly summaryDir: string;
  readonly now: Date;
  /** Where progress and refused lines are shown. */
  readonly output: Output;
}

export interface Hearing {
  readonly onRefused: (number: number, refusal: Refusal) => void;
  readonly onDone: Progress['advance'];
}

/** The size of the file in bytes. Throws an Error with a sentence for people when there is nothing in it to read. */
export function readableSize(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${file}: there is no such file`);
  if (found.isDirectory()) throw new Error(`${file} is a folder, not a file`);
  if (found.size === 0) throw new Error(`${file} is empty`);
  return found.size;
}

/** Runs over a file with a progress bar, keeping the refused lines and the counts in a summary file too. */
export async function runOver<O extends object>(
  { file, summaryDir, now, output }: Told,
  work: (hearing: Hearing) => Promise<O>,
  summaryOf: (outcome: O) => string,
): Promise<O & { readonly summaryFile: string }> {
  const progress = showProgress(output, readableSize(file));
  mkdirSync(summaryDir, { recursive: true });
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const summaryFile = join(summaryDir, `${basename(file, extname(file))}.${stamp}.txt`);
  const summary = openSync(summaryFile, 'a', 0o600);
  try {
    const outcome = await work({
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
