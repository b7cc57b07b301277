import { describe, expect, it } from '@jest/globals';
import { compactDay, countyDay, writtenDay, writtenInstant, writtenLimit } from './county-time.ts';

const SHANGHAI = 'Asia/Shanghai';

describe("the county's day", () => {
  it.each([
    ['1 ms before midnight', '2020-02-14T15:59:59.999Z', '2020-02-14'],
    ['at midnight', '2020-02-14T16:00:00.000Z', '2020-02-15'],
    ['1 ms after midnight', '2020-02-14T16:00:00.001Z', '2020-02-15'],
    ['1 ms before the new year', '2020-12-31T15:59:59.999Z', '2020-12-31'],
    ['at the new year', '2020-12-31T16:00:00.000Z', '2021-01-01'],
    ['1 ms before the leap day', '2020-02-28T15:59:59.999Z', '2020-02-28'],
    ['at the leap day', '2020-02-28T16:00:00.000Z', '2020-02-29'],
  ])('%s', (_title, instant, day) => {
    expect(countyDay(new Date(instant), SHANGHAI)).toBe(day);
  });

  it('is that of its own time zone', () => {
    const instant = new Date('2020-02-14T16:30:00.000Z');
    expect(['UTC', SHANGHAI, 'America/Los_Angeles'].map((zone) => countyDay(instant, zone))).toEqual([
      '2020-02-14',
      '2020-02-15',
      '2020-02-14',
    ]);
  });

  it('follows the summer time that China had in 1986', () => {
    expect([
      countyDay(new Date('1986-07-01T14:59:59.999Z'), SHANGHAI),
      countyDay(new Date('1986-07-01T15:00:00.000Z'), SHANGHAI),
    ]).toEqual(['1986-07-01', '1986-07-02']);
  });

  it('is refused for a time zone that there is not', () => {
    expect(() => countyDay(new Date(), 'County/Nowhere')).toThrow(RangeError);
  });

  it('is written without dashes in a number', () => {
    expect(compactDay('2020-02-14')).toBe('20200214');
  });
});

describe('a document', () => {
  it('writes a day without leading zeros', () => {
    expect(['2020-02-05', '2020-12-31'].map(writtenDay)).toEqual(['2020年2月5日', '2020年12月31日']);
  });

  it.each([
    ['2020-02-15T01:59:59.999Z', '2020年2月15日09时59分'],
    ['2020-02-15T02:00:00.000Z', '2020年2月15日10时00分'],
    ['2020-02-15T16:05:00.000Z', '2020年2月16日00时05分'],
  ])('writes %s to the minute by the county’s clocks', (instant, written) => {
    expect(writtenInstant(new Date(instant), SHANGHAI)).toBe(written);
  });

  it.each([
    ['2020-02-15T02:00:00.000Z', '2020年2月15日10时00分'],
    ['2020-02-15T02:00:00.001Z', '2020年2月15日10时00分01秒'],
    ['2020-02-15T02:00:07.000Z', '2020年2月15日10时00分07秒'],
    ['2020-02-15T15:59:59.999Z', '2020年2月15日24时'],
    ['2020-02-15T16:00:00.000Z', '2020年2月15日24时'],
    ['2020-12-31T16:00:00.001Z', '2021年1月1日00时00分01秒'],
  ])('writes the limit %s so that nothing of it is cut off', (instant, written) => {
    expect(writtenLimit(new Date(instant), SHANGHAI)).toBe(written);
  });
});
