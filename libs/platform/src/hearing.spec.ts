import { describe, expect, it } from '@jest/globals';
import { judge, onceHeard } from './hearing.ts';

describe('a job that judges by what a service says', () => {
  const job = { name: 'judge', run: () => Promise.resolve(7) };

  it.each([
    ['waits while there is something unheard', false, null],
    ['runs once all is heard', true, 7],
  ])('%s', async (_, heard, answer) => {
    const asked: string[] = [];
    const hearing = (source: string) => Promise.resolve(asked.push(source) > 0 && heard);
    const waiting = onceHeard('intake', hearing, job);
    expect([waiting.name, await waiting.run(), asked]).toEqual(['judge', answer, ['intake']]);
  });

  it('does not run while it cannot be asked', async () => {
    const silent = () => Promise.reject(new TypeError('no connection'));
    await expect(onceHeard('intake', silent, job).run()).rejects.toThrow('no connection');
  });
});

describe('what a service says', () => {
  const through = { num_pending: 0, num_ack_pending: 0, num_redelivered: 0, ack_floor: { stream_seq: 300 } };
  let now = 0;
  const judged = (...looks: readonly [atMs: number, progress: Partial<typeof through>][]) => {
    const heard = judge(() => now);
    return looks.map(([atMs, progress]) => {
      now = atMs;
      return heard({ ...through, ...progress });
    });
  };

  it('is heard once nothing waits and nothing is in hand', () => {
    expect(judged([0, {}], [9_000, { num_pending: 1 }], [18_000, { num_ack_pending: 1 }])).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is not heard while some of it is sent again because others before it are slow', () => {
    const slow = (atMs: number, stream_seq: number) =>
      [atMs, { num_ack_pending: 20, num_redelivered: 20, ack_floor: { stream_seq } }] as const;
    const looks = [slow(0, 280), slow(4_999, 280), slow(5_000, 281), slow(9_999, 281)] as const;
    expect(judged(...looks.map(([atMs, progress]) => [atMs, progress] as [number, typeof progress]))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is heard but for what fails by itself, once that has been the oldest for five seconds', () => {
    const failing = { num_ack_pending: 1, num_redelivered: 1 };
    const another = { ...failing, num_ack_pending: 2 };
    expect(judged([0, failing], [4_999, failing], [5_000, failing], [6_000, another], [7_000, failing])).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});
