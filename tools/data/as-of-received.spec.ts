import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { awaitingIssues, awaitSuggestions } from './await-suggestions.ts';
import type { Ask, Operation } from './gateway.ts';
import { inOrderOfReceipt } from './in-order-of-receipt.ts';
import { readOrder } from './order.ts';

const dir = mkdtempSync(join(tmpdir(), 'qft-receipt-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('history', () => {
  it('is sent in the order of receipt, each line with its number in the file', async () => {
    const file = join(dir, 'history.jsonl');
    const report = (receivedAt: string) => JSON.stringify({ receivedAt, text: '口罩' });
    const [noon, morning, late] = ['2020-02-14T12:00:00+08:00', '2020-02-14T00:00:00Z', '2020-02-15T00:00:00Z'];
    writeFileSync(file, `\uFEFF${report(late)}\r\n\r\n${report(noon)}\r\n{\r\n${report(morning)}\n${report(noon)}`);
    const lines = [];
    for await (const line of inOrderOfReceipt(file)) lines.push([line.number, 'text' in line && line.text]);
    expect(lines).toEqual([
      [4, '{'],
      [5, report(morning)],
      [3, report(noon)],
      [6, report(noon)],
      [1, report(late)],
    ]);
  });

  it('of 800,000 lines is put in order in a heap of 48 MB', async () => {
    const file = join(dir, 'many.jsonl');
    const timed = Array.from({ length: 500_000 }, (_, i) => `{"receivedAt":"${new Date(1e12 - i).toISOString()}"}\n`);
    writeFileSync(file, [...Array.from({ length: 300_000 }, () => '{}\n'), ...timed].join(''));
    const until = `import { inOrderOfReceipt } from ${JSON.stringify(new URL('in-order-of-receipt.ts', import.meta.url).href)};
      let lines = 0;
      for await (const { number } of inOrderOfReceipt(${JSON.stringify(file)})) if (++lines > 300_000) { console.log(number); break; }`;
    const arguments_ = ['--max-old-space-size=48', '--no-warnings', '--input-type=module', '--eval', until];
    const { stdout } = await promisify(execFile)(process.execPath, arguments_);
    expect(stdout).toBe('800000\n');
  }, 60_000);

  it('is waited for until every issue has its suggestion', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `issue-${i}`);
    let made = 30;
    const asked: number[] = [];
    const ask = (async ({ query }: Operation) => {
      const numbers = [...query.matchAll(/issue-(\d+)/g)].map(([, n]) => Number(n));
      asked.push(numbers[0]!);
      const fields = numbers.map((n, i) => [`i${i}`, { suggestion: n < made ? { domain: 'MATERIALS' } : null }]);
      made += 40;
      return { value: { __typename: 'Query', ...(Object.fromEntries(fields) as object) } };
    }) as unknown as Ask;
    const told: number[] = [];
    const { signal } = new AbortController();
    const done = await awaitSuggestions(ids, { ask, signal, pauseMs: 0, onDone: (n) => told.push(n) });
    expect([done, asked, told]).toEqual([120, [0, 30, 70, 110], [30, 70, 110, 120]]);
  });
});

describe('the issues of a load', () => {
  it('wait for their suggestion in lots: the load goes on when half of the most that may wait have theirs', async () => {
    const asked: string[][] = [];
    const ask = (async ({ query }: Operation) => {
      const ids = [...query.matchAll(/issue-\d+/g)].map(([id]) => id);
      asked.push(ids);
      return { value: { __typename: 'Query' } };
    }) as unknown as Ask;
    const { signal } = new AbortController();
    const told: number[] = [];
    const loaded = awaitingIssues({ ask, signal, pauseMs: 0, onDone: (done) => told.push(done) }, 4);
    for (let i = 0; i < 7; i++) await loaded.add(`issue-${i}`);
    expect([asked, loaded.count]).toEqual([
      [
        ['issue-0', 'issue-1'],
        ['issue-2', 'issue-3'],
      ],
      { loaded: 7, done: 4 },
    ]);
    await loaded.all();
    expect([asked.at(-1), loaded.count, told]).toEqual([
      ['issue-4', 'issue-5', 'issue-6'],
      { loaded: 7, done: 7 },
      [2, 4, 7],
    ]);
  });
});

describe('an order to the data tool', () => {
  it.each([
    [['import', 'firms', '/some/firms.txt'], 'must end in .csv or .xlsx'],
    [['import', 'firms', '/some/firms.csv', '--as-of-received'], 'usage:'],
    [['import', 'reports', '/some/r.jsonl', '--as-of-received', '--concurrency', '2'], 'one at a time'],
    [['import', 'reports', '/some/r.jsonl', '--concurrency', '65'], 'from 1 to 64'],
    [['export', 'reports', '/some/r.csv'], 'usage:'],
    [['import', 'firms'], 'usage:'],
  ])('%j is not understood', (args, why) => {
    expect(() => readOrder(args)).toThrow(why);
  });

  it('says what is to be done with which file', () => {
    expect(readOrder(['export', 'issues', '/some/issues.csv'])).toEqual({
      what: 'export issues',
      file: '/some/issues.csv',
      day: '',
      concurrency: 1,
      asOfReceived: false,
    });
    expect(readOrder(['export', 'closure', '2020-02-14', '/some/day.html'])).toEqual({
      what: 'export closure',
      file: '/some/day.html',
      day: '2020-02-14',
      concurrency: 1,
      asOfReceived: false,
    });
    expect(readOrder(['--help'])).toBeUndefined();
  });
});
