import { encodingOf, type Encoding } from './decode-text.ts';

export type Line = { readonly number: number; readonly endsAt: number } & (
  { readonly text: string } | { readonly fault: 'LINE_TOO_LONG' | 'LINE_NOT_UTF8' }
);

export const MAX_LINE_BYTES = 1_000_000;

const NEWLINE = 0x0a;

/** Turns the bytes of a line into text, trimmed; undefined where they are not of the file's encoding. */
export type DecodeLine = (bytes: Uint8Array) => string | undefined;

/** A decoder for the lines of one file: the first line that is not plain ASCII says whether it is UTF-8 or GB18030 (GBK). */
export function lineDecoder(): DecodeLine {
  let encoding: Encoding | undefined;
  return (bytes) => {
    const found = bytes.every((byte) => byte < 0x80) ? 'utf-8' : (encoding ??= encodingOf(bytes, true));
    try {
      return found && new TextDecoder(found, { fatal: true }).decode(bytes).trim();
    } catch {
      return undefined;
    }
  };
}

interface Reading {
  readonly maxBytes?: number;
  readonly decode?: DecodeLine;
}

/** Gathers the bytes of one line, and forgets them as soon as they are too many. */
function gatherer({ maxBytes = MAX_LINE_BYTES, decode = lineDecoder() }: Reading) {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  return {
    add(piece: Uint8Array): void {
      bytes += piece.length;
      if (bytes > maxBytes) pieces = [];
      else pieces.push(piece);
    },
    isEmpty: () => bytes === 0,
    take(): { text: string } | { fault: 'LINE_TOO_LONG' | 'LINE_NOT_UTF8' } {
      const line = Buffer.concat(pieces);
      const tooLong = bytes > maxBytes;
      pieces = [];
      bytes = 0;
      if (tooLong) return { fault: 'LINE_TOO_LONG' };
      const text = decode(line);
      return text === undefined ? { fault: 'LINE_NOT_UTF8' } : { text };
    },
  };
}

/**
 * Cuts a file into lines, in bounded memory. Byte order mark and CRLF are tolerated, blank lines are counted but left
 * out, and a line of more than `maxBytes` bytes, or that is not of the file's encoding, comes as a fault.
 * `endsAt` is the number of bytes up to the line's end.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, reading: Reading = {}): AsyncGenerator<Line> {
  const gathered = gatherer(reading);
  let number = 0;
  let before = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      gathered.add(chunk.subarray(from, end));
      from = end + 1;
      const line = { number: ++number, endsAt: before + from, ...gathered.take() };
      if (!('text' in line) || line.text !== '') yield line;
    }
    gathered.add(chunk.subarray(from));
    before += chunk.length;
  }
  if (gathered.isEmpty()) return;
  const last = { number: number + 1, endsAt: before, ...gathered.take() };
  if (!('text' in last) || last.text !== '') yield last;
}
