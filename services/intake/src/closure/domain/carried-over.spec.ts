import { describe, expect, it } from '@jest/globals';
import { enumOf } from '../../../test/sdl.ts';
import { dimensions } from './account.ts';
import { carriedReason, carriedReasons, openStatuses } from './carried-over.ts';
import { dailyClosureRejections } from './rejections.ts';

describe('an issue is carried over', () => {
  it.each(openStatuses.map((status) => [status, carriedReason(status, false), carriedReason(status, true)]))(
    '%s because of %s, as a member of a common issue because of %s',
    (status, alone, common) => {
      const told = {
        REGISTERED: ['AWAITING_TRIAGE', 'COMMON_ISSUE'],
        ANSWERED: ['AWAITING_CALLBACK', 'AWAITING_CALLBACK'],
        DISPATCHED: ['AWAITING_ACCEPTANCE', 'COMMON_ISSUE'],
        IN_PROGRESS: ['IN_PROGRESS', 'COMMON_ISSUE'],
        SOLVED: ['AWAITING_CALLBACK', 'AWAITING_CALLBACK'],
        REOPENED: ['AWAITING_DISPATCH', 'COMMON_ISSUE'],
      };
      expect([alone, common]).toEqual(told[status as keyof typeof told]);
    },
  );
});

describe('what the SDL lists and what the rules know are the same', () => {
  it.each([
    ['DailyClosureRejectionCode', Object.keys(dailyClosureRejections)],
    ['AccountDimension', dimensions],
    ['CarriedReason', Object.keys(carriedReasons)],
  ])('%s', (name, known) => {
    expect(enumOf(name).toSorted()).toEqual([...known].toSorted());
  });
});
