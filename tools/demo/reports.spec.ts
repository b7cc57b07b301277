import { createReadStream } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { channels } from '@qifutong/contracts/fields';
import { readLines } from '../data/jsonl.ts';
import { toSubmission } from '../data/report-line.ts';
import type { Submission } from '../data/report-line.ts';
import { storyFirms } from './firms.ts';
import { townCodeOf } from './towns.ts';

const submissions: Submission[] = [];
const refused: unknown[] = [];
for await (const line of readLines(createReadStream(new URL('reports.zh.jsonl', import.meta.url)))) {
  const read = 'text' in line ? toSubmission(line.text) : { refusal: line.fault };
  if ('refusal' in read) refused.push({ line: line.number, ...read });
  else submissions.push(read.submission);
}

describe('the demonstration reports', () => {
  it('are all fit to be submitted, in the order in which they were received', () => {
    const times = submissions.map(({ receivedAt }) => receivedAt);
    expect({ refused, count: submissions.length, times }).toEqual({ refused: [], count: 60, times: [...times].sort() });
  });

  it('come through every channel, each with a reference of its own', () => {
    expect([...new Set(submissions.map(({ channel }) => channel))].sort()).toEqual([...channels].sort());
    expect(new Set(submissions.map(({ externalRef }) => externalRef)).size).toBe(60);
  });

  it('fall in the first ten days', () => {
    const days = submissions.map(({ receivedAt }) => receivedAt!.slice(0, 10));
    expect([days.at(0), days.at(-1)]).toEqual(['2020-02-08', '2020-02-17']);
  });

  it('name story firms in their own towns, twice as they were heard', () => {
    const towns = new Map(Object.values(storyFirms).map(({ name, townCode }) => [name, townCode]));
    const heard = submissions.filter(({ firmName, townCode }) => towns.get(firmName!) !== townCode);
    expect(heard.map(({ firmName, townCode }) => [firmName, townCode])).toEqual([
      ['宁海筱渚灯饰', townCodeOf('大佳何镇')],
      ['槿川汽配', townCodeOf('桥头胡街道')],
    ]);
  });

  it('have phone numbers that cannot be dialled', () => {
    expect(submissions.filter(({ reporterPhone }) => reporterPhone && !/^1000575\d{4}$/.test(reporterPhone))).toEqual(
      [],
    );
  });
});
