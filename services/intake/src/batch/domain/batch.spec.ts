import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../test/refusal.ts';
import { batchStates, confirm, finish, preview, revert, type Batch, type BatchItem } from './batch.ts';
import { choose } from './choose.ts';
import { whyKept } from './keep.ts';

const at = new Date('2020-02-14T02:00:00.000Z');
const now = new Date('2020-02-15T02:00:00.000Z');
const previewed = preview(
  { id: 'b1', guidanceId: 'g1', guidanceVersion: 1, commonIssueId: null, policyVersion: 1, by: 'analyst-1' },
  at,
).state;
const aBatch = (what: Partial<Batch> = {}): Batch => ({ ...previewed, ...what });
const anItem = (issueId: string, what: Partial<BatchItem> = {}): BatchItem => ({
  id: `line-${issueId}`,
  batchId: 'b1',
  issueId,
  byHand: false,
  verdict: 'MATCH',
  verdictBecause: null,
  outcome: null,
  outcomeBecause: null,
  outcomeAt: null,
  confirmedBy: null,
  before: null,
  revertOutcome: null,
  revertBecause: null,
  revertedAt: null,
  ...what,
});

describe('a batch', () => {
  it('keeps who confirmed it first, also when it is run again by somebody else', () => {
    const applying = confirm(aBatch(), { by: 'analyst-2' }, at).state;
    expect(applying).toEqual(aBatch({ state: 'APPLYING', confirmedAt: at, confirmedBy: 'analyst-2' }));
    const applied = finish(applying, now).state;
    expect(applied).toEqual({ ...applying, state: 'APPLIED', appliedAt: now });
    expect(confirm(applied, { by: 'analyst-3' }, now).state).toEqual(applying);
  });

  it('is reverted with who and why, and then ended', () => {
    const reverting = revert(aBatch({ state: 'APPLIED' }), { by: 'analyst-2', reason: '有误' }, now).state;
    expect(reverting).toMatchObject({ state: 'REVERTING', revertedBy: 'analyst-2', revertedBecause: '有误' });
    expect(finish(reverting, now).state.state).toBe('REVERTED');
  });

  it.each(batchStates)('is applied and reverted from the states that allow it, and not from %s otherwise', (state) => {
    const tried = [
      () => confirm(aBatch({ state }), { by: 'analyst-2' }, now),
      () => revert(aBatch({ state }), { by: 'analyst-2', reason: '有误' }, now),
    ].map((rule) => {
      try {
        return rule().state.state;
      } catch {
        return refusalOf(rule).code;
      }
    });
    const no = 'BATCH_STATE_FORBIDS_MOVE';
    expect(tried).toEqual(
      {
        PREVIEWED: ['APPLYING', no],
        APPLYING: ['APPLYING', 'REVERTING'],
        APPLIED: ['APPLYING', 'REVERTING'],
        REVERTING: [no, no],
        REVERTED: [no, 'REVERTING'],
      }[state],
    );
  });
});

describe('what is chosen of a preview', () => {
  const items = [
    anItem('match'),
    anItem('away'),
    anItem('ticked', { verdict: 'DOUBTFUL', verdictBecause: 'URGENT' }),
    anItem('doubtful', { verdict: 'DOUBTFUL', verdictBecause: 'URGENT' }),
    anItem('out', { verdict: 'EXCLUDED', verdictBecause: 'MERGED' }),
  ];
  const chosen = (batch: Batch, of: readonly BatchItem[], include: string[], exclude: string[]) =>
    choose(batch, of, { include, exclude }).map(({ issueId }) => issueId);

  it('at first are the matches but those taken away, and what was ticked', () => {
    expect(chosen(aBatch(), items, ['ticked'], ['away'])).toEqual(['match', 'ticked']);
  });

  it('run again are what failed and what is ticked now; what was done is never done again', () => {
    const done = [
      anItem('applied', { outcome: 'APPLIED' }),
      anItem('skipped', { outcome: 'SKIPPED' }),
      anItem('failed', { outcome: 'FAILED' }),
      anItem('in hand', { outcome: 'PENDING' }),
      ...items,
    ];
    expect(chosen(aBatch({ state: 'APPLIED' }), done, ['doubtful', 'applied'], [])).toEqual(['failed', 'doubtful']);
  });

  it.each([
    ['include', ['stranger'], [], 'BATCH_ITEM_NOT_IN_PREVIEW'],
    ['exclude', [], ['stranger'], 'BATCH_ITEM_NOT_IN_PREVIEW'],
    ['include', ['out'], [], 'BATCH_ITEM_EXCLUDED'],
  ])('refuses in %s what the preview did not offer', (field, include, exclude, code) => {
    expect(refusalOf(() => chosen(aBatch(), items, include, exclude))).toMatchObject({ code, field });
  });
});

describe('a revert leaves alone', () => {
  it.each([
    ['SOLVED', 'b1', null],
    ['SOLVED', 'b2', 'OTHER_SOLUTION'],
    ['SOLVED', null, 'OTHER_SOLUTION'],
    ['ANSWERED', null, 'OTHER_SOLUTION'],
    ['WRITTEN_OFF', 'b1', 'WRITTEN_OFF'],
    ['MERGED', 'b1', 'MERGED'],
    ['REOPENED', null, 'CALLED_BACK'],
    ['IN_PROGRESS', null, 'CALLED_BACK'],
  ])('what is %s by batch %s: %s', (status, batchId, why) => {
    expect(whyKept({ status, batchId }, 'b1')).toBe(why);
  });
});
