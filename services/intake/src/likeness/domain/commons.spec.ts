import { describe, expect, it } from '@jest/globals';
import { weighed } from '../../../test/weighed.ts';
import { Commons, OF_CORE, type Common } from './commons.ts';
import { sought } from './retrieval.ts';

const core = weighed('厂里口罩用完了,到处买不到');
const terms = sought(core);
const day = (n: number) => new Date(Date.UTC(2020, 1, n));
const common = (n: number): Common => ({
  commonIssueId: `common-${n}`,
  state: 'CONFIRMED',
  guidanceId: null,
  core,
  lastReceivedAt: day(n),
});
const found = (...all: Common[]) => new Commons(new Map(all.map((one) => [one.commonIssueId, one])));
const ids = (all: readonly Common[]) => all.map(({ commonIssueId }) => commonIssueId);

describe('common issues, while issues are placed', () => {
  it('are met by the next one as the one before left them', () => {
    const commons = found(common(1), common(2));
    commons.open('common-3', []);
    commons.keep('common-3', core, day(3));
    commons.keep('common-1', core, day(4));
    expect(ids(commons.near(['common-2', 'common-1'], terms))).toEqual(['common-1', 'common-3', 'common-2']);
  });

  it('are not met where they share nothing any more', () => {
    const commons = found(common(1));
    commons.keep('common-1', weighed('宽带断了两天,没法视频开会'), day(2));
    expect(commons.near(['common-1'], terms)).toEqual([]);
  });

  it('are the latest thirty; one that nothing was received for comes last', () => {
    const many = Array.from({ length: 40 }, (_, n) => common(n + 1));
    const opened = { ...common(50), lastReceivedAt: null };
    const commons = found(opened, ...many);
    expect(ids(commons.near(ids([opened, ...many]), terms))).toEqual(ids(many.toReversed().slice(0, 30)));
    expect(ids(commons.near(ids([opened, many[0]!]), terms))).toEqual(['common-1', 'common-50']);
  });

  it('remember their latest members, each once, and who was taken', () => {
    const commons = found(common(1));
    commons.open('common-1', [{ issueId: 'b', addedAt: day(1) }]);
    const added = ['c', 'b', 'a'].map((issueId) => ({ issueId, addedAt: day(2) }));
    expect(commons.add('common-1', added).map(({ issueId }) => issueId)).toEqual(['a', 'c', 'b']);
    expect(['a', 'x'].map((id) => commons.isTaken(id))).toEqual([true, false]);
    const more = Array.from({ length: 60 }, (_, n) => ({ issueId: `more-${n}`, addedAt: day(3) }));
    expect(commons.add('common-1', more)).toHaveLength(OF_CORE);
  });

  it('say by which terms they were found before, however often they changed', () => {
    const commons = found(common(1));
    for (const n of [2, 3]) commons.keep('common-1', weighed('房租减免找谁'), day(n));
    const [changed] = commons.changed;
    expect([changed!.before.has('物:口罩'), changed!.terms.has('物:口罩')]).toEqual([true, false]);
  });
});
