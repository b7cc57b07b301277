import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { lineDecoder, readLines, type Line } from './jsonl.ts';

/** Where a line stands and when its report was received: all of it that is kept while the lines are put in order. */
interface Place {
  readonly at: number;
  readonly line: Line;
  readonly from: number;
}

/** A line that tells no time is sent first: it is refused, and holds nothing up. */
function receivedAt(line: Line): number {
  if (!('text' in line)) return -Infinity;
  try {
    const told = JSON.parse(line.text) as { readonly receivedAt?: unknown } | null;
    const at = typeof told?.receivedAt === 'string' ? Date.parse(told.receivedAt) : NaN;
    return Number.isNaN(at) ? -Infinity : at;
  } catch {
    return -Infinity;
  }
}

/**
 * The lines of a file of reports in the order in which they were received; those of the same moment in the file's. What is kept of each line
 * meanwhile is its time and its place, so that a county's history is a few megabytes. `endsAt` is the number of bytes read in this order.
 */
export async function* inOrderOfReceipt(file: string): AsyncGenerator<Line> {
  const decode = lineDecoder();
  const places: Place[] = [];
  let from = 0;
  for await (const line of readLines(createReadStream(file), { decode })) {
    const place = 'text' in line ? { number: line.number, endsAt: line.endsAt, text: '' } : line;
    places.push({ at: receivedAt(line), line: place, from });
    from = line.endsAt;
  }
  places.sort((a, b) => a.at - b.at || a.from - b.from);
  const handle = await open(file);
  try {
    let read = 0;
    for (const { line, from: start } of places) {
      const bytes = Buffer.alloc(line.endsAt - start);
      read += bytes.length;
      if (!('text' in line)) yield { ...line, endsAt: read };
      else {
        await handle.read(bytes, 0, bytes.length, start);
        yield { ...line, endsAt: read, text: decode(bytes) ?? '' };
      }
    }
  } finally {
    await handle.close();
  }
}
