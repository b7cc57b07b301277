import { describe, expect, it } from '@jest/globals';
import { currentTrace, runInTrace, traceFrom } from './trace.ts';

const ID = '0af7651916cd43dd8448eb211c80319c';

describe('a trace', () => {
  it('goes on under the id of its caller, as a span of its own', () => {
    const trace = traceFrom(`00-${ID}-b7ad6b7169203331-01`);
    expect({ traceId: trace.traceId, sameSpan: trace.traceparent.includes('b7ad6b7169203331') }).toEqual({
      traceId: ID,
      sameSpan: false,
    });
  });

  it.each([
    ['nothing', undefined],
    ['nonsense', 'hello'],
    ['an unknown version', `ff-${ID}-b7ad6b7169203331-01`],
    ['capital letters', `00-${ID.toUpperCase()}-b7ad6b7169203331-01`],
    ['more than fits', `00-${ID}-b7ad6b7169203331-01-more`],
    ['a line break', `00-${ID}-b7ad6b7169203331-01\n`],
  ])('begins anew when the caller sent %s', (_title, traceparent) => {
    const { traceId } = traceFrom(traceparent);
    expect({ wellFormed: /^[0-9a-f]{32}$/.test(traceId), ofCaller: traceId === ID }).toEqual({
      wellFormed: true,
      ofCaller: false,
    });
  });

  it('is known to everything that its work does, and to nothing beside', async () => {
    const trace = traceFrom(undefined);
    const inside = await runInTrace(trace, async () => {
      await Promise.resolve();
      return currentTrace();
    });
    expect({ inside, outside: currentTrace() }).toEqual({ inside: trace, outside: undefined });
  });
});
