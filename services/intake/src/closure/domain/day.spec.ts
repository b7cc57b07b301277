import { describe, expect, it } from '@jest/globals';
import { dayAfter, dueDay } from './day.ts';

describe('the day after', () => {
  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-02-14', 14, '2020-02-28'],
  ])('%s and %i is %s', (day, days, then) => {
    expect(dayAfter(day, days)).toBe(then);
  });
});

describe('the day that is due', () => {
  it.each<[string, string | null, string | null, string, string | null]>([
    ['is none while the register has not opened', null, null, '2020-02-14', null],
    ['is none on the day on which it opens', null, '2020-02-14', '2020-02-14', null],
    ['is the first, once it has ended', null, '2020-02-14', '2020-02-15', '2020-02-14'],
    ['is the one after the last closed, however long ago', '2020-02-14', '2020-02-01', '2020-02-20', '2020-02-15'],
    ['is none while that one runs', '2020-02-14', '2020-02-01', '2020-02-15', null],
  ])('%s', (_, ...[lastClosed, openingDay, today, due]) => {
    expect(dueDay(lastClosed, openingDay, today)).toBe(due);
  });
});
