import { describe, expect, it } from '@jest/globals';
import { onceHeard } from './hearing.ts';

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
