import { describe, expect, it } from '@jest/globals';
import { inOrder, RequestContext } from './request-context.ts';

const nobody = { sub: 'nobody', name: 'nobody', roles: [], taskForce: null, firm: null, town: null };

/** A look-up that notes how it was asked. */
function lookUp() {
  const asked: [readonly string[], unknown][] = [];
  const batch = (keys: readonly string[], args: unknown) => {
    asked.push([keys, args]);
    return Promise.resolve(keys.map((key) => key.toUpperCase()));
  };
  return { asked, batch };
}

describe('what one request looks up', () => {
  it('is looked up together, each key once', async () => {
    const context = new RequestContext(nobody, 'id');
    const { asked, batch } = lookUp();
    const found = await Promise.all(['a', 'b', 'a', 'c'].map((key) => context.load(batch, key, null)));
    expect({ found, asked }).toEqual({ found: ['A', 'B', 'A', 'C'], asked: [[['a', 'b', 'c'], null]] });
  });

  it('is kept apart by its arguments and by what is looked up', async () => {
    const context = new RequestContext(nobody, 'id');
    const [one, other] = [lookUp(), lookUp()];
    await Promise.all([
      context.load(one.batch, 'a', { first: 1 }),
      context.load(one.batch, 'a', { first: 2 }),
      context.load(other.batch, 'a', { first: 1 }),
    ]);
    expect([one.asked, other.asked]).toEqual([
      [
        [['a'], { first: 1 }],
        [['a'], { first: 2 }],
      ],
      [[['a'], { first: 1 }]],
    ]);
  });

  it('is not remembered for the next request', async () => {
    const { asked, batch } = lookUp();
    await new RequestContext(nobody, 'id').load(batch, 'a', null);
    await new RequestContext(nobody, 'id').load(batch, 'a', null);
    expect(asked).toHaveLength(2);
  });
});

describe('rows in the order of their keys', () => {
  it('are null where there is none', () => {
    expect(inOrder(['c', 'a', 'b'], [{ id: 'a' }, { id: 'c' }], (row) => row.id)).toEqual([
      { id: 'c' },
      { id: 'a' },
      null,
    ]);
  });
});
