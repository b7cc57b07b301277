export type Line = { readonly number: number; readonly endsAt: number } & (
  { readonly text: string } | { readonly fault: 'LINE_TOO_LONG' | 'LINE_NOT_UTF8' }
);

export const MAX_LINE_BYTES = 1_000_000;

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Gathers the bytes of one line, and forgets them as soon as they are too many. */
function gatherer(maxBytes: number) {
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
      try {
        return { text: utf8.decode(line).trim() };
      } catch {
        return { fault: 'LINE_NOT_UTF8' };
      }
    },
  };
}

/**
 * Cuts a file into lines, in bounded memory. Byte order mark and CRLF are tolerated, blank lines are counted but left
 * out, and a line of more than `maxBytes` bytes, or that is not UTF-8, comes as a fault.
 * `endsAt` is the number of bytes up to the line's end.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  const gathered = gatherer(maxBytes);
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
