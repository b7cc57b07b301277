import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../test/refusal.ts';
import type { Content, Guidance } from './guidance.ts';
import { publish, publishNext } from './publish.ts';
import { folded } from '../folded.ts';
import { partsOf, tokensOf } from './tokens.ts';
import { withdraw } from './withdraw.ts';

const now = new Date('2020-02-15T02:00:00.000Z');
const id = '01900000-0000-7000-8000-00000000d001';
const commonIssueId = '01900000-0000-7000-8000-00000000c001';
const content: Content = {
  title: '通行规定',
  text: '凭证通行',
  domain: 'PASSAGE',
  townCodes: [],
  industries: [],
  sizes: [],
  effectiveFrom: '2020-02-15',
  effectiveTo: '2020-02-15',
  taskForce: null,
};
const first: Guidance = {
  id,
  version: 0,
  state: 'PUBLISHED',
  commonIssueId: null,
  domain: 'PASSAGE',
  currentVersion: 1,
  publishedAt: now,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnBecause: null,
};

describe('a guidance', () => {
  it('is published with its dates, and without its words', () => {
    expect(publish(id, { content, commonIssueId }, now)).toEqual({
      state: { ...first, commonIssueId },
      events: [
        {
          type: 'intake.guidance.published.v1',
          aggregateType: 'guidance',
          aggregateId: id,
          department: 'passage',
          data: {
            guidanceId: id,
            guidanceVersion: 1,
            domain: 'PASSAGE',
            commonIssueId,
            effectiveFrom: '2020-02-15',
            effectiveTo: '2020-02-15',
            publishedAt: '2020-02-15T02:00:00.000Z',
          },
        },
      ],
    });
  });

  it('has a next version, which may be of another domain and of a common issue where it was of none', () => {
    const told = { content: { ...content, domain: 'LABOUR' as const }, commonIssueId };
    expect(publishNext(first, told, null, now).state).toEqual({
      ...first,
      domain: 'LABOUR',
      commonIssueId,
      currentVersion: 2,
    });
  });

  it('holds one day at least', () => {
    const reversed = { content: { ...content, effectiveTo: '2020-02-14' }, commonIssueId: null };
    for (const rule of [() => publish(id, reversed, now), () => publishNext(first, reversed, null, now)])
      expect(refusalOf(rule)).toMatchObject({ code: 'GUIDANCE_DATES_REVERSED', field: 'effectiveTo' });
  });

  it('has no next version that begins before the one in force did', () => {
    const from = (inForceFrom: string | null) => () =>
      publishNext(first, { content, commonIssueId: null }, inForceFrom, now);
    expect(refusalOf(from('2020-02-16')).message).toBe('effectiveFrom: 新版本不能早于现行版本的生效日期 2020-02-16');
    for (const inForceFrom of ['2020-02-15', '2020-02-14', null])
      expect(from(inForceFrom)().state.currentVersion).toBe(2);
  });

  it('stays with its common issue', () => {
    const other = { content, commonIssueId: id };
    expect(refusalOf(() => publishNext({ ...first, commonIssueId }, other, null, now)).code).toBe(
      'GUIDANCE_OF_OTHER_COMMON_ISSUE',
    );
  });

  it('is withdrawn once, with who and why, and has no version after that', () => {
    const told = { by: 'analyst-1', reason: '有误', title: '通行规定' };
    const { state, events } = withdraw(first, told, now);
    expect(state).toEqual({
      ...first,
      state: 'WITHDRAWN',
      withdrawnAt: now,
      withdrawnBy: 'analyst-1',
      withdrawnBecause: '有误',
    });
    expect(events).toMatchObject([{ type: 'intake.guidance.withdrawn.v1', data: { guidanceVersion: 1 } }]);
    for (const rule of [
      () => withdraw(state, told, now),
      () => publishNext(state, { content, commonIssueId: null }, null, now),
    ])
      expect(refusalOf(rule).message).toBe('指导意见《通行规定》已撤回');
  });
});

describe('what somebody types', () => {
  it('is compared without regard to width and capitals, part by part', () => {
    expect([folded('ABC１２'), partsOf(folded(' 消毒 Ａ '))]).toEqual(['abc12', ['消毒', 'a']]);
  });

  it('is looked up by every run of up to three characters, none across a line or a blank', () => {
    expect(tokensOf('消毒液品')).toEqual(['消', '消毒', '消毒液', '毒', '毒液', '毒液品', '液', '液品', '品']);
    expect(tokensOf('a b')).toEqual(['a', 'b']);
    expect(tokensOf('𠮷野')).toEqual(['𠮷', '𠮷野', '野']);
    expect(tokensOf('题\n文')).not.toContain('题文');
  });
});
