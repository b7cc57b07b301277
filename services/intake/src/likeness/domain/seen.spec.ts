import { expect, it } from '@jest/globals';
import { read } from '../reading.ts';
import { countedOf, Seen } from './seen.ts';

it('counts on from what was seen, and says what is to be kept', () => {
  const reading = read('口罩口罩买不到');
  const seen = new Seen(
    new Map([
      ['*', 7],
      ['物:口罩', 3],
    ]),
  );
  for (let i = 0; i < 2; i++) seen.count(reading);
  expect([seen.issues, seen.of('物:口罩'), seen.of('词:没有的词'), seen.since.get('物:口罩')]).toEqual([9, 5, 0, 2]);
  expect([...seen.since.keys()].toSorted()).toEqual([...countedOf(reading)].toSorted());
});
