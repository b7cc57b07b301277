import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-rows.ts';
import { importFirms } from './import-firms.ts';
import type { Ask, Operation } from './gateway.ts';
import type { FirmRow } from './firm-row.ts';

const HEADER = '统一社会信用代码,企业名称,乡镇(街道),行业,规模,从业人数,地址,别名';

async function* fileOf(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(lines.join('\n'));
}

/** A register that takes every row, but refuses those of a firm called 坏. */
function aRegister() {
  const seen: FirmRow[][] = [];
  const ask = async ({ variables }: Operation) => {
    const { rows } = variables as { rows: FirmRow[] };
    seen.push(rows);
    const results = rows.map(({ name }) =>
      name === '坏'
        ? { outcome: 'REFUSED', rejection: { code: 'FIRM_TOWN_UNKNOWN', field: 'townCode', message: '没有' } }
        : { outcome: 'REGISTERED', rejection: null },
    );
    return { value: { __typename: 'FirmImport', rows: results } };
  };
  return { seen, ask: ask as unknown as Ask };
}

async function anImport(lines: string[], ask: Ask, signal?: AbortSignal) {
  const refused: unknown[] = [];
  const outcome = await importFirms(readCsv(fileOf(...lines)), {
    ask,
    ...(signal ? { signal } : {}),
    position: () => 0,
    onRefused: (row, { code, field }) => refused.push([row, code, field]),
    onDone: () => undefined,
  });
  return { outcome, refused };
}

describe('an import of firms', () => {
  it('reads every column by its Chinese or English name, in any order, and leaves unknown ones alone', async () => {
    const { seen, ask } = aRegister();
    const rows = [
      ['备注', ' Name ', '乡镇(街道)代码', '统一社会信用代码', '规模', '行业', '从业人数', '地址', '别名'].join(','),
      'x,甲厂,330226110,91330226ma000170p,小型,制造业,42,工业路1号,老甲; 甲;',
      `,'=乙厂,强蛟镇,91330226MA000234M,MICRO,C,,,`,
    ];
    const { outcome, refused } = await anImport(rows, ask);
    expect([outcome, refused]).toEqual([{ registered: 2, changed: 0, unchanged: 0, refused: 0 }, []]);
    expect(seen).toEqual([
      [
        {
          creditCode: '91330226MA000170P',
          name: '甲厂',
          townCode: '330226110',
          industry: 'C',
          size: 'SMALL',
          employees: 42,
          address: '工业路1号',
          aliases: ['老甲', '甲'],
        },
        { creditCode: '91330226MA000234M', name: '=乙厂', townCode: '330226110', industry: 'C', size: 'MICRO' },
      ],
    ]);
  });

  it('tells every refused row by its line and its column, whoever refuses it, and goes on', async () => {
    const { seen, ask } = aRegister();
    const { outcome, refused } = await anImport(
      [
        HEADER,
        'X,坏,强蛟镇',
        ',甲,强蛟镇',
        'X,,强蛟镇',
        'X,甲,某镇',
        'X,甲,强蛟镇,,,很多',
        'X,甲,强蛟镇,,,,,,多',
        'X,甲,强蛟镇',
      ],
      ask,
    );
    expect(outcome).toEqual({ registered: 1, changed: 0, unchanged: 0, refused: 6 });
    expect(refused.toSorted()).toEqual([
      [2, 'FIRM_TOWN_UNKNOWN', '乡镇(街道)代码'],
      [3, 'FIELD_REQUIRED', '统一社会信用代码'],
      [4, 'FIELD_REQUIRED', '企业名称'],
      [5, 'TOWN_UNKNOWN', '乡镇(街道)代码'],
      [6, 'FIELD_MALFORMED', '从业人数'],
      [7, 'ROW_TOO_WIDE', null],
    ]);
    expect(seen).toHaveLength(1);
  });

  it('sends at most 500 rows and 200 KB at once', async () => {
    const { seen, ask } = aRegister();
    const small = Array.from({ length: 1_001 }, (_, i) => `X${i},甲,强蛟镇`);
    const large = Array.from({ length: 5 }, (_, i) => `Y${i},${'长'.repeat(30_000)},强蛟镇`);
    await anImport([HEADER, ...small, ...large], ask);
    expect(seen.map((rows) => rows.length)).toEqual([500, 500, 3, 2, 1]);
  });

  it.each([
    ['no rows', [''], 'the file holds no rows'],
    ['no column for the name', ['统一社会信用代码,乡镇'], 'the header has no column 企业名称'],
    ['a column twice', [`${HEADER},name`], 'the header names 企业名称 twice: columns 2 and 9'],
    ['100,000 columns', ['a,'.repeat(99_999)], 'line 1 has 100000 columns; there may be 200'],
  ])('of a file with %s is refused', async (_, lines, why) => {
    await expect(anImport(lines, aRegister().ask)).rejects.toThrow(why);
  });

  it('ends where the file cannot be read on, and says so', async () => {
    const { ask } = aRegister();
    const { outcome } = await anImport([HEADER, 'X,甲,强蛟镇', '"X,乙,强蛟镇', 'X,丙,强蛟镇'], ask);
    expect(outcome).toMatchObject({ registered: 0, stopped: { row: 2 } });
    expect(outcome.stopped?.why).toMatch(/row that begins at line 3 has a quote that is left open/);
  });

  it('ends at the first rows that cannot be sent, or when it is interrupted', async () => {
    const gone = (async () => Promise.reject(new Error('gone'))) as Ask;
    expect((await anImport([HEADER, 'X,甲,强蛟镇'], gone)).outcome.stopped).toEqual({ row: 2, why: 'gone' });
    const { outcome } = await anImport([HEADER, 'X,甲,强蛟镇'], aRegister().ask, AbortSignal.abort());
    expect(outcome.stopped).toEqual({ row: 2, why: 'interrupted' });
  });
});
