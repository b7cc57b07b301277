import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';

function counting() {
  let asked = 0;
  return () => Promise.resolve((asked += 1));
}

describe('eventually', () => {
  it('asks until the answer is right, and gives it', async () => {
    expect(await eventually(counting(), (answer) => answer === 3)).toBe(3);
  });

  it('fails with the last answer when it is never right', async () => {
    await expect(
      eventually(
        () => Promise.resolve({ left: 2 }),
        () => false,
        30,
      ),
    ).rejects.toThrow(new TypeError('not so after 30 ms: {"left":2}'));
  });

  it('asks at least once, also without any time', async () => {
    await expect(eventually(counting(), () => false, 0)).rejects.toThrow('not so after 0 ms: ');
  });

  it('passes on what the question throws', async () => {
    await expect(
      eventually(
        () => Promise.reject(new TypeError('no connection')),
        () => true,
      ),
    ).rejects.toThrow('no connection');
  });
});
