import { describe, expect, it } from '@jest/globals';
import { judge, type Candidate, type Measure } from './judge.ts';
import { reasons, sentenceOf, type Reason } from './reasons.ts';

const measure: Measure = {
  guidanceId: 'g1',
  guidanceVersion: 2,
  commonIssueId: 'c1',
  commonIsUrgent: false,
  domain: 'PASSAGE',
  townCodes: ['330226110'],
  industries: ['C'],
  sizes: ['SMALL', 'MICRO'],
  effectiveTo: '2020-03-31',
  doubtfulBelow: 0.5,
};
const match: Candidate = {
  status: 'DISPATCHED',
  optedOut: false,
  guidanceId: null,
  guidanceVersion: null,
  commonIssueId: 'c1',
  domain: 'PASSAGE',
  urgency: 'NORMAL',
  townCode: '330226110',
  registeredOn: '2020-03-31',
  firmKnown: true,
  industry: 'C',
  size: 'SMALL',
  outside: null,
  score: 0.5,
  triedBefore: false,
  byHand: false,
};
const all: Measure = { ...measure, townCodes: [], industries: [], sizes: [], effectiveTo: null };
const unknown = { firmKnown: false, industry: null, size: null, townCode: null } as const;
const solved = { status: 'SOLVED', guidanceId: 'g1' } as const;

describe('judging an issue by a guidance', () => {
  it.each<[string, Partial<Candidate>, Measure]>([
    ['all fits, at the very edges', {}, measure],
    ['nobody said yet what a member is about', { domain: null }, measure],
    ['a person put it in', { score: null }, measure],
    ['it was named by hand and belongs to none', { commonIssueId: null, byHand: true }, measure],
    ['it is urgent as its common issue is', { urgency: 'URGENT' }, { ...measure, commonIsUrgent: true }],
    ['the guidance is for all, also for firms that nobody knows', unknown, all],
  ])('is a match where %s', (_, what, by) => {
    expect(judge({ ...match, ...what }, by)).toEqual({ verdict: 'MATCH', because: null });
  });

  it.each<[Reason, Partial<Candidate>]>([
    ['ALREADY_CLOSED', { status: 'WRITTEN_OFF' }],
    ['ALREADY_CLOSED', { status: 'REJECTED' }],
    ['MERGED', { status: 'MERGED' }],
    ['OPTED_OUT', { optedOut: true }],
    ['OWN_SOLUTION', { status: 'SOLVED' }],
    ['OWN_SOLUTION', { status: 'ANSWERED' }],
    ['OTHER_GUIDANCE', { ...solved, guidanceId: 'g2', guidanceVersion: 2 }],
    ['OLD_VERSION', { ...solved, guidanceVersion: 1 }],
    ['ALREADY_SETTLED', { ...solved, guidanceVersion: 2 }],
    ['OTHER_COMMON_ISSUE', { commonIssueId: 'c2', byHand: true }],
    ['TAKEN_OUT', { commonIssueId: null }],
    ['OTHER_DOMAIN', { outside: 'DOMAIN', commonIssueId: null, byHand: true }],
    ['OTHER_TOWN', { outside: 'TOWN' }],
    ['OTHER_INDUSTRY', { outside: 'INDUSTRY' }],
    ['OTHER_SIZE', { outside: 'SIZE' }],
  ])('excludes by %s', (because, what) => {
    expect(judge({ ...match, ...what }, measure)).toEqual({ verdict: 'EXCLUDED', because });
  });

  it.each<[Reason, Partial<Candidate>]>([
    ['OTHER_DOMAIN', { outside: 'DOMAIN' }],
    ['FIRM_UNMATCHED', unknown],
    ['TOWN_UNKNOWN', { townCode: null }],
    ['INDUSTRY_UNKNOWN', { industry: null }],
    ['SIZE_UNKNOWN', { size: null }],
    ['DOMAIN_UNKNOWN', { domain: null, commonIssueId: null, byHand: true }],
    ['TRIED_BEFORE', { triedBefore: true }],
    ['REPORTED_AFTER_END', { registeredOn: '2020-04-01' }],
    ['URGENT', { urgency: 'URGENT' }],
    ['LOW_LIKENESS', { score: 0.49 }],
  ])('doubts by %s', (because, what) => {
    expect(judge({ ...match, ...what }, measure)).toEqual({ verdict: 'DOUBTFUL', because });
  });

  it('excludes rather than doubts', () => {
    expect(judge({ ...match, urgency: 'URGENT', outside: 'TOWN' }, measure).verdict).toBe('EXCLUDED');
  });
});

describe('the sentence of a reason', () => {
  it('is there for each, and for a failure that no rule knows', () => {
    expect([sentenceOf('OPTED_OUT'), sentenceOf('issue_solved'), sentenceOf(null)]).toEqual([
      reasons.OPTED_OUT,
      '未能办理:issue_solved',
      null,
    ]);
  });
});
