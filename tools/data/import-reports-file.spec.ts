import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { importReportsFile, summaryOf } from './import-reports-file.ts';
import { readableSize } from './run-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'qft-import-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('importing a file', () => {
  it('keeps refused lines and counts in a summary file, and no word of a report', async () => {
    const file = join(dir, 'some.jsonl');
    writeFileSync(file, '{"channel":"VISIT","text":"机密"}\n\n{"channel":"VISIT","text":"机密","town":"机密镇"}\n');
    const output = new PassThrough();
    const outcome = await importReportsFile({
      file,
      concurrency: 1,
      send: async () => undefined,
      summaryDir: join(dir, 'imports'),
      now: new Date('2020-02-14T01:02:03.456Z'),
      signal: new AbortController().signal,
      output,
    });
    const summaryFile = join(dir, 'imports', 'some.20200214T010203Z.txt');
    expect(outcome).toEqual({ accepted: 1, refused: 1, summaryFile });
    const listed = 'line 3: TOWN_UNKNOWN town 不是本县的乡镇(街道)名称\n';
    expect(readFileSync(summaryFile, 'utf8')).toBe(`${listed}accepted 1, refused 1\n`);
    expect(String(output.read())).toBe(listed);
  });

  it('is refused for a file that is missing, empty or a folder', () => {
    const empty = join(dir, 'empty.jsonl');
    writeFileSync(empty, '');
    expect(() => readableSize(join(dir, 'none.jsonl'))).toThrow('none.jsonl: there is no such file');
    expect(() => readableSize(empty)).toThrow('empty.jsonl is empty');
    expect(() => readableSize(dir)).toThrow('is a folder, not a file');
  });

  it('says where to go on when it ended early', () => {
    expect(summaryOf({ accepted: 16, refused: 1, stopped: { line: 19, why: 'gone' } })).toBe(
      'accepted 16, refused 1\nstopped: gone\nfirst line not sent: 19; run the same command again to go on',
    );
  });
});
