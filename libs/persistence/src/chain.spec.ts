import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BEGINNING, linkTo } from './chain.ts';

describe('a chain of entries', () => {
  it('ends in a hash of all its entries in their order', () => {
    const one = linkTo(BEGINNING, '[1, "问题"]');
    const two = linkTo(one, '[2]');
    const first = createHash('sha256').update(Buffer.alloc(32)).update('[1, "问题"]', 'utf8').digest();
    expect([one, two]).toEqual([
      { link: 1, hash: first },
      { link: 2, hash: createHash('sha256').update(first).update('[2]').digest() },
    ]);
  });
});
