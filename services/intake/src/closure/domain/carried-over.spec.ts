import { describe, expect, it } from '@jest/globals';
import { enumOf } from '../../../test/sdl.ts';
import { dimensions } from './account.ts';
import { carriedReason, carriedReasons, wholes, type OpenStatus } from './carried-over.ts';
import { dailyClosureRejections } from './rejections.ts';

describe('an issue is carried over', () => {
  const reasons = (status: OpenStatus, inHand: boolean) =>
    wholes.map((whole) => carriedReason({ status, inHand, whole }));

  it.each([
    ['REGISTERED', false, ['AWAITING_TRIAGE', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['DISPATCHED', true, ['AWAITING_ACCEPTANCE', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['DISPATCHED', false, ['AWAITING_DISPATCH', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['IN_PROGRESS', true, ['IN_PROGRESS', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['IN_PROGRESS', false, ['AWAITING_DISPATCH', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['REOPENED', false, ['AWAITING_DISPATCH', 'COMMON_ISSUE', 'AWAITING_BATCH']],
    ['ANSWERED', false, ['AWAITING_CALLBACK', 'AWAITING_CALLBACK', 'AWAITING_CALLBACK']],
    ['SOLVED', true, ['AWAITING_CALLBACK', 'AWAITING_CALLBACK', 'AWAITING_CALLBACK']],
  ] as const)(
    '%s, in the hands of a task force: %s, because of %s, by how far its common issue is',
    (status, inHand, told) => {
      expect(reasons(status, inHand)).toEqual(told);
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
