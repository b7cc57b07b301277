import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineDecoder, MAX_LINE_BYTES, readLines, type DecodeLine, type Line } from './jsonl.ts';
import { sortedRuns } from './sorted-runs.ts';

type Runs = ReturnType<typeof sortedRuns>;

/** Null where the line tells no time. */
function receivedAt(line: Line): number | null {
  if (!('text' in line)) return null;
  try {
    const told = JSON.parse(line.text) as { readonly receivedAt?: unknown } | null;
    const at = typeof told?.receivedAt === 'string' ? Date.parse(told.receivedAt) : NaN;
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
}

/** A line and how much of the file it takes. */
type Taken = readonly [line: Line, bytes: number];

/** Keeps where the lines stand that tell a time. Those that tell none are refused, and hold nothing up: they go at once. */
async function* timeless(file: string, decode: DecodeLine, runs: Runs): AsyncGenerator<Taken> {
  let before = 0;
  for await (const line of readLines(createReadStream(file), { decode })) {
    const { number, endsAt } = line;
    const at = receivedAt(line);
    // the blank lines before it may be more than there is memory for
    const from = Math.max(before, endsAt - MAX_LINE_BYTES - 1);
    if (at === null) yield [line, endsAt - before];
    else await runs.add({ at, from, length: endsAt - from, number });
    before = endsAt;
  }
}

async function* timed(file: string, decode: DecodeLine, runs: Runs): AsyncGenerator<Taken> {
  const handle = await open(file);
  try {
    for await (const { from, length, number } of runs.inOrder()) {
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, from);
      yield [{ number, endsAt: from + length, text: decode(bytes) ?? '' }, length];
    }
  } finally {
    await handle.close();
  }
}

/**
 * The lines of a file of reports in the order in which they were received; those of the same moment in the file's. Bounded memory, whatever the
 * file: where the lines stand is sorted on disk. `endsAt` is the number of bytes read in this order.
 */
export async function* inOrderOfReceipt(file: string): AsyncGenerator<Line> {
  const decode = lineDecoder();
  const dir = await mkdtemp(join(tmpdir(), 'qft-order-'));
  const places = await open(join(dir, 'places'), 'w+');
  let read = 0;
  try {
    const runs = sortedRuns(places);
    for (const pass of [timeless, timed])
      for await (const [line, bytes] of pass(file, decode, runs)) yield { ...line, endsAt: (read += bytes) };
  } finally {
    await places.close();
    await rm(dir, { recursive: true });
  }
}
