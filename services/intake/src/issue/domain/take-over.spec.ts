import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { anotherIssue } from '../../../test/life-builders.ts';
import type { Issue } from './issue.ts';
import { optOut } from './opt-out.ts';
import { giveBack, takeOver } from './take-over.ts';
import { triage } from './triage.ts';

const now = new Date('2020-02-14T03:00:00.000Z');
const by = 'analyst-1';
const taken = (into: Partial<Issue>, merged: Partial<Issue>) =>
  takeOver(anotherIssue(into), anIssue(merged), { by }, now);
const urgent = { urgency: 'URGENT' } as const;
const tookAll = { ...urgent, tookUrgency: true, optedOut: true, tookOptOut: true } as const;
const given = (issue: Partial<Issue>, merged: readonly Partial<Issue>[]) =>
  giveBack(anotherIssue(issue), merged.map(anIssue), { by }, now);

describe('the issue that lives on', () => {
  it('has those who had a hand in the merged one: none of them may call back about it either', () => {
    expect(taken({ handledBy: ['operator-3', 'operator-1'] }, { handledBy: ['operator-1', 'lead-1'] })).toEqual({
      state: anotherIssue({ handledBy: ['operator-3', 'operator-1', 'lead-1'] }),
      events: [],
    });
  });

  it('is as urgent as the merged one was judged, and that is told', () => {
    const domain = 'PASSAGE';
    expect(taken({ domain, round: 2 }, { domain: 'LABOUR', ...urgent })).toEqual({
      state: anotherIssue({ domain, round: 2, ...urgent, tookUrgency: true }),
      events: [
        {
          type: 'intake.issue.triaged.v1',
          aggregateType: 'issue',
          aggregateId: anotherIssue().id,
          department: 'passage',
          data: {
            issueId: anotherIssue().id,
            number: '20200214-0043',
            round: 2,
            nature: 'INDIVIDUAL',
            domain,
            urgency: 'URGENT',
            townCode: '330226110',
            triagedAt: now.toISOString(),
            triagedBy: by,
          },
        },
      ],
    });
  });

  it('is urgent without a word where nobody has said yet what it is about', () => {
    expect(taken({}, urgent)).toEqual({ state: anotherIssue({ ...urgent, tookUrgency: true }), events: [] });
  });

  it('is out of batches where the merged one was', () => {
    expect(taken({}, { optedOut: true }).state).toEqual(anotherIssue({ optedOut: true, tookOptOut: true }));
  });

  it.each<[string, Partial<Issue>, Partial<Issue>]>([
    ['urgent and opted out by itself', { ...urgent, optedOut: true }, { ...urgent, optedOut: true }],
    ['more urgent than what comes', urgent, {}],
    ['so from an earlier merging', tookAll, { ...urgent, optedOut: true }],
  ])('stays as it was: %s', (_, into, merged) => {
    expect(taken({ domain: 'PASSAGE', ...into }, merged)).toEqual({
      state: anotherIssue({ domain: 'PASSAGE', ...into }),
      events: [],
    });
  });
});

describe('when a merged one is taken out again', () => {
  it('what came with it goes, and that is told', () => {
    const { state, events } = given({ domain: 'PASSAGE', ...tookAll }, [{}]);
    expect(state).toEqual(anotherIssue({ domain: 'PASSAGE' }));
    expect(events.map(({ type, data }) => [type, data['urgency']])).toEqual([['intake.issue.triaged.v1', 'NORMAL']]);
  });

  it.each<[string, Partial<Issue>, readonly Partial<Issue>[]]>([
    ['that came with another that is merged still', tookAll, [{}, { ...urgent, optedOut: true }]],
    ['that it was by itself', { ...urgent, optedOut: true }, []],
    ['that it never was', {}, []],
  ])('what stays is what %s', (_, issue, merged) => {
    expect(given(issue, merged)).toEqual({ state: anotherIssue(issue), events: [] });
  });
});

describe('what came with a merged issue and a person says again', () => {
  it('is its own from then on', () => {
    const { state } = triage(anIssue(tookAll), { domain: 'PASSAGE', urgency: 'URGENT', by }, now);
    expect(giveBack(optOut(state, { optedOut: true }).state, [], { by }, now).state).toMatchObject({
      ...urgent,
      optedOut: true,
    });
  });

  it('is not by a triage that says nothing of urgency', () => {
    const { state } = triage(anIssue(tookAll), { domain: 'PASSAGE', urgency: null, by }, now);
    expect(state).toMatchObject({ ...urgent, tookUrgency: true });
  });
});
