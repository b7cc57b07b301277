import { describe, expect, it } from '@jest/globals';
import { pseudonyms } from './pseudonyms.ts';

const placesOf = (contacts: readonly (readonly [name: string | null, phone: string | null] | null)[], taken = 0) => {
  const reports = contacts.map((told, i) => ({
    reportId: `report-${i}`,
    contact: told && { name: told[0], phone: told[1] },
  }));
  return [...pseudonyms(reports, taken).values()];
};

describe('the people who reported an issue', () => {
  it('are numbered in the order of their reports, each once', () => {
    expect(
      placesOf([
        ['张三丰', '13900000042'],
        ['王五', '13900000043'],
        ['张三丰', '13900000042'],
      ]),
    ).toEqual([1, 2, 1]);
  });

  it.each([
    ['who gives the number in another way', ['张三丰', '13900000042'], ['张先生', '+86 139-0000-0042'], [1, 1]],
    ['who left a name only, with a space', ['张三丰', null], ['张 三丰', null], [1, 1]],
    ['of the same name with different numbers', ['张三丰', '13900000042'], ['张三丰', '13900000043'], [1, 2]],
    ['with a name that is the number of another', ['13900000042', null], [null, '13900000042'], [1, 2]],
  ] as const)('%s', (_, one, other, places) => {
    expect(placesOf([one, other])).toEqual(places);
  });

  it('whose seal does not open are each somebody else', () => {
    expect(placesOf([null, null, ['张三丰', null]])).toEqual([1, 2, 3]);
  });

  it('who came after others had been forgotten come after these', () => {
    expect(placesOf([['张三丰', null]], 7)).toEqual([8]);
  });
});
