import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-rows.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(file: string | Uint8Array, chunk = 3): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const { number, cells } of readCsv(inChunks(Buffer.from(file), chunk))) rows.push([number, ...cells]);
  return rows;
}

/** 企业,厂 in GBK */
const gbk = Uint8Array.from([0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0xb3, 0xa7, 0x0a]);

describe('the rows of a CSV file', () => {
  it.each([
    ['UTF-8', '企业,厂\n甲,乙\n'],
    ['a byte order mark and CRLF', '\uFEFF企业,厂\r\n甲,乙\r\n'],
    ['no newline after the last', '企业,厂\n甲,乙'],
  ])('are read with %s', async (_, file) => {
    for (const chunk of [1, 3, 1000])
      expect(await rowsOf(file, chunk)).toEqual([
        [1, '企业', '厂'],
        [2, '甲', '乙'],
      ]);
  });

  it('are read from GBK, also after lines of plain ASCII and wherever a chunk ends', async () => {
    for (const chunk of [1, 2, 5, 1000])
      expect(await rowsOf(Buffer.concat([Buffer.from('a,b\n'), gbk, gbk]), chunk)).toEqual([
        [1, 'a', 'b'],
        [2, '企业', '厂'],
        [3, '企业', '厂'],
      ]);
  });

  it('are numbered by the line on which each begins', async () => {
    expect(await rowsOf('a,b\n\n"1\r\n2\n3",x\n4,"五"\n')).toEqual([
      [1, 'a', 'b'],
      [3, '1\n2\n3', 'x'],
      [6, '4', '五'],
    ]);
  });

  it('may be of different lengths, and may have quotes within', async () => {
    expect(await rowsOf('a,b\n宁海"老坎"厂\n1,2,"3""4"\n')).toEqual([
      [1, 'a', 'b'],
      [2, '宁海"老坎"厂'],
      [3, '1', '2', '3"4'],
    ]);
  });

  it('keep emoji, zero-width characters, SQL and HTML as they are', async () => {
    const cells = ['💥厂', '零\u200b宽', `'; drop table firm; --`, '<script>alert(1)</script>', '=1+1'];
    expect(await rowsOf(`${cells.join(',')}\n`)).toEqual([[1, ...cells]]);
  });

  it.each([
    ['a quote left open', 'a,b\n1,2\n"3,4\n5,6\n', /row that begins at line 3 has a quote that is left open/],
    ['a quote left open for long', `a\n1\n"${'字'.repeat(400_000)}\n`, /row that begins at line 3 has a quote/],
    ['100,000 columns', `${'a,'.repeat(99_999)}a\n`, /line 1 has 100000 columns; there may be 200/],
    ['100,000 columns in one row', `a\n${'a,'.repeat(99_999)}a\n`, /line 2 has 100000 columns/],
    ['UTF-16', Buffer.from('\uFEFFa,b\n', 'utf16le'), /neither UTF-8 nor GB18030/],
    ['bytes of nothing', Uint8Array.from([0x61, 0xff, 0xff, 0x0a]), /neither UTF-8 nor GB18030/],
    [
      'another encoding further on',
      Buffer.concat([Buffer.from(`${'企业\n'.repeat(20_000)}`), Uint8Array.from([0xff, 0x0a])]),
      /begins as utf-8 and does not stay so/,
    ],
  ])('are refused with %s', async (_, file, why) => {
    await expect(rowsOf(file, 10_000)).rejects.toThrow(why);
  });

  it('are read as they are asked for: of an endless file no more than a few chunks are taken', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken += 1;
        yield Buffer.from('91330226MA000170P,宁海某某厂\n'.repeat(1_000));
      }
    }
    let rows = 0;
    for await (const _ of readCsv(endless())) if (++rows === 50_000) break;
    expect(taken).toBeLessThan(70);
  });
});
