import { expect, it } from '@jest/globals';
import { objectionTo } from './objection-to.ts';

it.each([
  ['MATCH', { verdict: 'MATCH', because: null }, null],
  ['MATCH', { verdict: 'DOUBTFUL', because: 'TRIED_BEFORE' }, 'TRIED_BEFORE'],
  ['MATCH', { verdict: 'EXCLUDED', because: 'OPTED_OUT' }, 'OPTED_OUT'],
  ['DOUBTFUL', { verdict: 'MATCH', because: null }, null],
  ['DOUBTFUL', { verdict: 'DOUBTFUL', because: 'URGENT' }, null],
  ['DOUBTFUL', { verdict: 'EXCLUDED', because: 'OPTED_OUT' }, 'OPTED_OUT'],
] as const)(
  'a line that was shown as %s and is %j when it is applied is skipped because of %s',
  (verdict, now, because) => {
    expect(objectionTo({ verdict }, now)).toBe(because);
  },
);
