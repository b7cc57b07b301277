import { describe, expect, it } from '@jest/globals';
import { fixedClock } from './clock.ts';

const nothing = undefined as never;

describe('a fixed clock', () => {
  it('shows what it is told, and nothing else', async () => {
    const clock = fixedClock('2020-02-14T08:00:00.000Z');
    const first = await clock.now(nothing);
    clock.advance(1);
    const second = await clock.now(nothing);
    clock.set(new Date('2020-02-15T00:00:00.000Z'));
    expect([first, second, await clock.now(nothing)]).toEqual([
      new Date('2020-02-14T08:00:00.000Z'),
      new Date('2020-02-14T08:00:00.001Z'),
      new Date('2020-02-15T00:00:00.000Z'),
    ]);
  });

  it('hands out instants that nobody can turn back', async () => {
    const clock = fixedClock('2020-02-14T08:00:00.000Z');
    (await clock.now(nothing)).setFullYear(1999);
    expect(await clock.now(nothing)).toEqual(new Date('2020-02-14T08:00:00.000Z'));
  });
});
