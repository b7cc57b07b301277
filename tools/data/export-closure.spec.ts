import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportClosure, type Ask } from './export-closure.ts';

let folder: string;
const recorded: object[] = [];
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'qft-export-'))));
afterAll(() => rm(folder, { recursive: true }));

const carried = (number: string) => ({
  number,
  registeredAt: '2020-02-14T01:00:00.000Z',
  channel: 'VISIT',
  town: { name: '=HYPERLINK("x")' },
  taskForceCode: null,
  status: 'SOLVED',
  reason: 'AWAITING_CALLBACK',
});
const addendum = { addedAt: '2020-02-16T01:00:00.000Z', addedByName: '研判员甲', text: '=更正' };
const frozen = {
  frozenAt: '2020-02-14T16:00:01.000Z',
  signature: { signedAt: '2020-02-15T01:00:00.000Z', name: '指挥长甲', remark: '同意' },
  addenda: [addendum],
};
const asItStands = { frozenAt: null, signature: null, addenda: [] };
/** The graph, as far as an export asks it: two pages of issues that are carried over. */
const ask: Ask = <T>(query: string, variables: object) => {
  if (query.includes('recordExport')) {
    recorded.push((variables as { input: object }).input);
    return Promise.resolve({ taken: { id: '1' } } as T);
  }
  const { day, after } = variables as { day: string; after?: string | null };
  const page = after
    ? { nodes: [carried('20200214-0002')], pageInfo: { hasNextPage: false, endCursor: 'b' } }
    : { nodes: [carried('20200214-0001')], pageInfo: { hasNextPage: true, endCursor: 'a' } };
  const closure = query.includes('printable')
    ? { printable: '<!doctype html>' }
    : {
        ...(day === '2020-02-15' ? asItStands : frozen),
        lines: [{ dimension: 'TOWN', key: '330226110', registered: 5 }],
        carriedOver: page,
      };
  return Promise.resolve({ closure: day === '2020-02-13' ? null : closure } as T);
};

describe('a daily closure is exported', () => {
  it('as CSV: its lines, and every issue that is carried over; no cell runs as a formula', async () => {
    const files = await exportClosure(ask, '2020-02-14', join(folder, 'day.csv'));
    expect(files).toEqual([join(folder, 'day.csv'), join(folder, 'day.carried.csv'), join(folder, 'day.addenda.csv')]);
    expect(recorded.splice(0)).toEqual([{ exported: 'DAILY_CLOSURE', day: '2020-02-14', rows: 4 }]);
    const [lines = '', list = '', addenda = ''] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(lines).toMatch(
      /^\uFEFFday,frozenAt,signedAt,signedByName,remark,dimension,key,carriedIn,registered,.*\n2020-02-14,2020-02-14T16:00:01.000Z,2020-02-15T01:00:00.000Z,指挥长甲,同意,TOWN,330226110,,5,/,
    );
    expect(addenda).toBe(`\uFEFFaddedAt,addedByName,text\n2020-02-16T01:00:00.000Z,研判员甲,'=更正\n`);
    expect(list.split('\n').slice(1, 3)).toEqual([
      `20200214-0001,2020-02-14T01:00:00.000Z,VISIT,"'=HYPERLINK(""x"")",,SOLVED,AWAITING_CALLBACK`,
      `20200214-0002,2020-02-14T01:00:00.000Z,VISIT,"'=HYPERLINK(""x"")",,SOLVED,AWAITING_CALLBACK`,
    ]);
  });

  it('as CSV of a day that is not frozen yet, which every line says', async () => {
    const [file = ''] = await exportClosure(ask, '2020-02-15', join(folder, 'now.csv'));
    recorded.splice(0);
    expect(await readFile(file, 'utf8')).toContain('\n2020-02-15,尚未日结,,,,TOWN,330226110,,5,');
  });

  it('as the page to print', async () => {
    const [file = ''] = await exportClosure(ask, '2020-02-14', join(folder, 'day.html'));
    expect(await readFile(file, 'utf8')).toBe('<!doctype html>');
  });

  it.each([
    ['2020-02-13', 'day.csv', 'there is no account of 2020-02-13'],
    ['14.2.2020', 'day.csv', 'YYYY-MM-DD'],
    ['2020-02-14', 'day.pdf', '.csv or .html'],
  ])('not: %s into %s', async (day, file, why) => {
    await expect(exportClosure(ask, day, join(folder, file))).rejects.toThrow(why);
  });
});
