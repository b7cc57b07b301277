import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from './jsonl.ts';
import type { Line } from './jsonl.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(file: string | Uint8Array, { chunk = 7, maxBytes = 20 } = {}): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(inChunks(Buffer.from(file), chunk), { maxBytes })) lines.push(line);
  return lines;
}

describe('the lines of a file', () => {
  it('are numbered from 1, blank ones counted but left out', async () => {
    expect(await linesOf('a\n\n \t\nb\n')).toEqual([
      { number: 1, endsAt: 2, text: 'a' },
      { number: 4, endsAt: 8, text: 'b' },
    ]);
  });

  it('need no newline after the last', async () => {
    expect(await linesOf('a\nb')).toEqual([
      { number: 1, endsAt: 2, text: 'a' },
      { number: 2, endsAt: 3, text: 'b' },
    ]);
  });

  it('may begin with a byte order mark and end with CRLF', async () => {
    expect(await linesOf('\uFEFFa\r\n\r\nb\r\n')).toEqual([
      { number: 1, endsAt: 6, text: 'a' },
      { number: 3, endsAt: 11, text: 'b' },
    ]);
  });

  it('are none in a file of nothing, or of blanks', async () => {
    expect([await linesOf(''), await linesOf('\n\r\n  ')]).toEqual([[], []]);
  });

  it('are refused over the limit, and the next is read', async () => {
    const most = 'x'.repeat(20);
    expect(await linesOf(`${most}\n${most}x\nb`)).toEqual([
      { number: 1, endsAt: 21, text: most },
      { number: 2, endsAt: 43, fault: 'LINE_TOO_LONG' },
      { number: 3, endsAt: 44, text: 'b' },
    ]);
  });

  it('are read in bounded memory, though one of them goes on for 512 MB', async () => {
    const MB = 1_048_576;
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* file(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 512; i += 1) {
        // what is still held, and not what was not cleared away yet
        if (i % 64 === 63) collect();
        if (i % 64 === 63) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield Buffer.alloc(MB, 'x');
      }
      yield Buffer.from('\nb\n');
    }
    const lines: Line[] = [];
    for await (const line of readLines(file())) lines.push(line);
    expect(lines).toEqual([
      { number: 1, endsAt: 512 * MB + 1, fault: 'LINE_TOO_LONG' },
      { number: 2, endsAt: 512 * MB + 3, text: 'b' },
    ]);
    expect(most).toBeLessThan(256 * MB);
  });

  const gbk = [0xc6, 0xf3, 0xd2, 0xb5];

  it('are refused when they are not of the encoding of those before', async () => {
    const utf8 = [...Buffer.from('企')];
    expect(await linesOf(Uint8Array.from([...utf8, 0x0a, ...gbk, 0x0a, 0x62]))).toEqual([
      { number: 1, endsAt: 4, text: '企' },
      { number: 2, endsAt: 9, fault: 'LINE_NOT_UTF8' },
      { number: 3, endsAt: 10, text: 'b' },
    ]);
    expect(await linesOf(Uint8Array.from([0xff, 0x0a, ...utf8]))).toEqual([
      { number: 1, endsAt: 2, fault: 'LINE_NOT_UTF8' },
      { number: 2, endsAt: 5, text: '企' },
    ]);
  });

  it('may be GBK, also after plain ASCII', async () => {
    expect(await linesOf(Uint8Array.from([0x61, 0x0d, 0x0a, ...gbk, 0x0d, 0x0a, ...gbk]))).toEqual([
      { number: 1, endsAt: 3, text: 'a' },
      { number: 2, endsAt: 9, text: '企业' },
      { number: 3, endsAt: 13, text: '企业' },
    ]);
  });

  it('do not depend on how the file is cut into chunks', async () => {
    const text = fc.array(fc.constantFrom('企', 'a', ' ', '\n', '\r\n', '\uFEFF'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (parts, chunk) => {
        expect(await linesOf(parts.join(''), { chunk })).toEqual(await linesOf(parts.join(''), { chunk: 1000 }));
      }),
    );
  });
});
