import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { exportLives } from './export-lives.ts';
import type { Ask } from './gateway.ts';
import { legendRows, scoreOf, type InspectionNode } from './lives.ts';

const rules = ['MASKS_WORN', 'DISTANCE_KEPT', 'DAILY_REPORT_MADE'].map((code) => ({
  code,
  titleZh: `规则${code}`,
  titleEn: code,
}));
const firm = { creditCode: '91330226MA2AG00014', name: '宁海"某",\n有限公司', address: null, town: { name: '强蛟镇' } };

function aNode(performedAt: string, results: readonly string[], told: Partial<InspectionNode> = {}): InspectionNode {
  const passed = !results.includes('UNMET');
  return {
    performedAt,
    passed,
    voidedAt: null,
    firm,
    results: results.map((result, i) => ({ result, rule: rules[i]! })),
    ...told,
  };
}

const pages: InspectionNode[][] = [
  [
    aNode('2020-02-14T16:00:00.000Z', ['MET', 'UNMET', 'UNMET']),
    aNode('2020-02-14T15:59:59.999Z', ['MET', 'MET', 'NOT_APPLICABLE']),
    aNode('2020-02-14T15:00:00.000Z', ['UNMET', 'MET', 'MET']),
    aNode('2020-02-14T01:00:00.000Z', ['UNMET', 'MET', 'MET'], { voidedAt: '2020-02-15T01:00:00.000Z' }),
  ],
  [
    aNode('2020-02-13T16:00:00.000Z', ['UNMET', 'MET', 'MET']),
    aNode('2020-02-13T01:00:00.000Z', ['MET', 'MET', 'MET'], {
      firm: { ...firm, creditCode: '91330226MA2AG00022', address: '宁海县某路1号' },
    }),
    aNode('2020-02-13T00:00:00.000Z', ['NOT_APPLICABLE', 'NOT_APPLICABLE', 'MET'], {
      firm: { creditCode: '91330226MA2AG00030', name: null, address: ' ', town: null },
      passed: false,
    }),
  ],
];

/** A gateway that has two pages. */
const ask = ((operation: { variables: { after: string | null } }) => {
  const at = Number(operation.variables.after ?? 0);
  const pageInfo = { hasNextPage: at + 1 < pages.length, endCursor: String(at + 1) };
  return Promise.resolve({ value: { nodes: pages[at], pageInfo } });
}) as unknown as Ask;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lives-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** by the county's clocks it is the 16th */
const told = { now: new Date('2020-02-15T16:00:00.000Z'), timeZone: 'Asia/Shanghai' };

describe('the inspections as open data', () => {
  it('are five tables in a ZIP, in the LIVES form, and nothing else is left behind', async () => {
    const file = join(folder, 'open.zip');
    const seen: number[] = [];
    const exported = await exportLives(ask, file, { ...told, onRows: (rows) => seen.push(rows) });
    expect([exported, seen]).toEqual([{ businesses: 3, inspections: 4, violations: 2 }, [4, 7]]);
    expect(await readdir(folder)).toEqual(['open.zip']);
    const tables = Object.entries(unzipSync(await readFile(file))).map(([name, content]) => [
      name,
      parse(Buffer.from(content), { columns: true }),
    ]);
    const one = { business_id: firm.creditCode };
    const other = { business_id: '91330226MA2AG00022' };
    const place = { city: '宁海县', state: '浙江', postal_code: '', latitude: '', longitude: '', phone_number: '' };
    const [name, type] = ['宁海"某", 有限公司', 'routine'];
    const nameless = { business_id: '91330226MA2AG00030' };
    const [passed, tooMany] = ['符合全部制度 / All rules met', '不适用的制度过多 / Too many rules not applicable'];
    expect(Object.fromEntries(tables)).toEqual({
      'businesses.csv': [
        { ...one, name, address: '强蛟镇', ...place },
        { ...other, name, address: '宁海县某路1号', ...place },
        { ...nameless, name: nameless.business_id, address: '宁海县', ...place },
      ],
      'inspections.csv': [
        { ...one, score: '33', date: '20200215', description: '', type },
        { ...one, score: '100', date: '20200214', description: passed, type },
        { ...other, score: '100', date: '20200213', description: passed, type },
        { ...nameless, score: '99', date: '20200213', description: tooMany, type },
      ],
      'violations.csv': [
        { ...one, date: '20200215', code: 'DISTANCE_KEPT', description: '规则DISTANCE_KEPT / DISTANCE_KEPT' },
        {
          ...one,
          date: '20200215',
          code: 'DAILY_REPORT_MADE',
          description: '规则DAILY_REPORT_MADE / DAILY_REPORT_MADE',
        },
      ],
      'legend.csv': [
        { minimum_score: '100', maximum_score: '100', description: '合格 / Passed' },
        { minimum_score: '1', maximum_score: '99', description: '不合格 / Failed' },
        { minimum_score: '0', maximum_score: '0', description: '全部不符合 / Failed in every rule' },
      ],
      'feed_info.csv': [
        {
          feed_date: '20200216',
          feed_version: '1.0',
          municipality_name: '宁海县 / Ninghai County',
          municipality_url: '',
          contact_email: '',
        },
      ],
    });
  });

  it('have a legend that names every score once', () => {
    const named = Array.from({ length: 101 }, (_, score) =>
      legendRows.filter(([least, most]) => score >= Number(least) && score <= Number(most)),
    );
    expect(named.filter(({ length }) => length !== 1)).toEqual([]);
  });

  it('are not there when reading failed', async () => {
    const broken = (() => Promise.reject(new Error('away'))) as unknown as Ask;
    await expect(exportLives(broken, join(folder, 'none.zip'), { ...told, onRows: () => undefined })).rejects.toThrow(
      'away',
    );
    expect(await readdir(folder)).not.toContain('none.zip');
  });

  it.each([
    [['MET', 'MET', 'MET'], true, 100],
    [['MET', 'NOT_APPLICABLE', 'MET'], false, 99],
    [['MET', 'UNMET', 'MET'], false, 66],
    [['UNMET', 'UNMET', 'NOT_APPLICABLE'], false, 0],
    [['NOT_APPLICABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE'], false, 0],
  ])('of %j, passed: %s, have the score %i', (results, passed, score) => {
    expect(scoreOf({ passed, results: results.map((result, i) => ({ result, rule: rules[i]! })) })).toBe(score);
  });
});
