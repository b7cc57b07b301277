import { describe, expect, it } from '@jest/globals';
import { importReports } from './import-reports.ts';
import type { ImportOptions } from './import-reports.ts';
import type { Line } from './jsonl.ts';
import type { Submission } from './report-line.ts';

const report = (id: string) => JSON.stringify({ id, channel: 'HOTLINE', text: '口罩买不到' });

async function* linesWith(...texts: string[]): AsyncGenerator<Line> {
  for (const [i, text] of texts.entries()) yield { number: i + 1, endsAt: (i + 1) * 10, text };
}

/** Runs an import and keeps what it did; `send` answers by the report's reference. */
async function anImport(lines: AsyncIterable<Line>, send: ImportOptions['send'], options: Partial<ImportOptions> = {}) {
  const started: (string | undefined)[] = [];
  const refused: unknown[] = [];
  const ends: number[] = [];
  const outcome = await importReports(lines, {
    concurrency: 1,
    send: (submission: Submission) => {
      started.push(submission.externalRef);
      return send(submission);
    },
    onRefused: (line, { code }) => refused.push([line, code]),
    onDone: (endsAt) => ends.push(endsAt),
    ...options,
  });
  return { outcome, started, refused, ends };
}

const accept = async () => undefined;

describe('an import of reports', () => {
  it('submits the lines in their order', async () => {
    expect(await anImport(linesWith(report('a'), report('b'), report('c')), accept)).toEqual({
      outcome: { accepted: 3, refused: 0 },
      started: ['a', 'b', 'c'],
      refused: [],
      ends: [10, 20, 30],
    });
  });

  it('tells every refused line, whoever refuses it, and goes on', async () => {
    const send = async ({ externalRef }: Submission) =>
      externalRef === 'b' ? { code: 'FIELD_TOO_LONG', field: 'text', message: 'm' } : undefined;
    async function* lines(): AsyncGenerator<Line> {
      yield* linesWith('{', report('b'));
      yield { number: 3, endsAt: 30, fault: 'LINE_TOO_LONG' };
      yield { number: 5, endsAt: 40, text: report('c') };
    }
    expect(await anImport(lines(), send)).toEqual({
      outcome: { accepted: 1, refused: 3 },
      started: ['b', 'c'],
      refused: [
        [1, 'LINE_NOT_JSON'],
        [2, 'FIELD_TOO_LONG'],
        [3, 'LINE_TOO_LONG'],
      ],
      ends: [10, 20, 30, 40],
    });
  });

  it('ends at the first line that cannot be sent', async () => {
    const send = async ({ externalRef }: Submission) => {
      if (externalRef === 'b') throw new Error('gone');
      return undefined;
    };
    expect(await anImport(linesWith(report('a'), report('b'), report('c')), send)).toEqual({
      outcome: { accepted: 1, refused: 0, stopped: { line: 2, why: 'gone' } },
      started: ['a', 'b'],
      refused: [],
      ends: [10],
    });
  });

  it('names the first of several lines that could not be sent, whichever failed first', async () => {
    const turns: Record<string, PromiseWithResolvers<undefined>> = {
      b: Promise.withResolvers(),
      c: Promise.withResolvers(),
    };
    const send = async ({ externalRef }: Submission) => turns[externalRef!]?.promise;
    const running = anImport(linesWith(report('a'), report('b'), report('c'), report('d')), send, { concurrency: 2 });
    turns['c']!.reject(new Error('later line'));
    await turns['c']!.promise.catch(() => undefined);
    turns['b']!.reject(new Error('earlier line'));
    expect((await running).outcome).toEqual({ accepted: 1, refused: 0, stopped: { line: 2, why: 'earlier line' } });
  });

  it('has no more on the way at once than it may', async () => {
    let now = 0;
    let most = 0;
    const send = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return undefined;
    };
    const lines = linesWith(...Array.from({ length: 20 }, (_, i) => report(`r${i}`)));
    const { outcome } = await anImport(lines, send, { concurrency: 4 });
    expect({ outcome, most }).toEqual({ outcome: { accepted: 20, refused: 0 }, most: 4 });
  });

  it('stops before the next line when it is interrupted', async () => {
    const interrupted = new AbortController();
    const send = async () => {
      interrupted.abort();
      return undefined;
    };
    const { outcome } = await anImport(linesWith(report('a'), report('b')), send, { signal: interrupted.signal });
    expect(outcome).toEqual({ accepted: 1, refused: 0, stopped: { line: 2, why: 'interrupted' } });
  });
});
