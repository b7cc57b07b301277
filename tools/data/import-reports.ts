import type { SendReport } from './gateway.ts';
import { MAX_LINE_BYTES } from './jsonl.ts';
import type { Line } from './jsonl.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { toSubmission } from './report-line.ts';

export interface Outcome {
  readonly accepted: number;
  readonly refused: number;
  /** The first line that was not sent, and why, when the run ended before the file did. */
  readonly stopped?: { readonly line: number; readonly why: string };
}

export interface ImportOptions {
  readonly send: SendReport;
  /** How many reports may be on their way at once; 1 registers them in the file's order exactly. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  readonly onRefused: (line: number, refusal: Refusal) => void;
  readonly onDone: (endsAt: number, counts: { readonly accepted: number; readonly refused: number }) => void;
}

async function submitLine(line: Line, send: SendReport): Promise<Refusal | undefined> {
  if ('fault' in line) return refuse(line.fault, { limit: MAX_LINE_BYTES });
  const read = toSubmission(line.text);
  return 'refusal' in read ? read.refusal : send(read.submission);
}

/** Submits the lines in their order. Never rejects for a line: a refused one is told, one that cannot be sent ends the run. */
export async function importReports(lines: AsyncIterable<Line>, options: ImportOptions): Promise<Outcome> {
  const { send, concurrency, signal, onRefused, onDone } = options;
  const counts = { accepted: 0, refused: 0 };
  const underWay = new Set<Promise<void>>();
  let stopped: Outcome['stopped'];

  const stopAt = (line: number, why: string) => {
    if (stopped === undefined || line < stopped.line) stopped = { line, why };
  };
  const take = async (line: Line) => {
    try {
      const refusal = await submitLine(line, send);
      counts[refusal ? 'refused' : 'accepted']++;
      if (refusal) onRefused(line.number, refusal);
      onDone(line.endsAt, counts);
    } catch (error) {
      stopAt(line.number, (error as Error).message);
    }
  };

  for await (const line of lines) {
    if (signal?.aborted) stopAt(line.number, 'interrupted');
    if (stopped) break;
    const taken: Promise<void> = take(line).finally(() => underWay.delete(taken));
    underWay.add(taken);
    if (underWay.size >= concurrency) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return stopped ? { ...counts, stopped } : counts;
}
