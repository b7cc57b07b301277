import { describe, expect, it } from '@jest/globals';
import { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import { anIssue } from '../../../test/builders.ts';
import { triage } from './triage.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const when = { triagedAt: now.toISOString(), triagedBy: 'analyst-1' };

describe('triage (研判)', () => {
  it('says what an issue is about and how urgent it is, and announces that', () => {
    const issue = anIssue({ handledBy: ['operator-1'] });
    const { id: issueId, number, townCode } = issue;
    const said = { domain: 'MATERIALS', urgency: 'URGENT' } as const;
    expect(triage(issue, { ...said, by: 'analyst-1' }, now)).toEqual({
      state: { ...issue, ...said, handledBy: ['operator-1', 'analyst-1'] },
      events: [issueTriaged({ issueId, number, round: 1, nature: 'INDIVIDUAL', ...said, townCode, ...when })],
    });
  });

  it('can be said again until the issue is dispatched', () => {
    const issue = anIssue({ domain: 'MATERIALS', urgency: 'URGENT', handledBy: ['operator-1', 'analyst-1'] });
    const { state, events } = triage(issue, { domain: 'TESTING', urgency: 'NORMAL', by: 'analyst-1' }, now);
    expect(state).toEqual({ ...issue, domain: 'TESTING', urgency: 'NORMAL' });
    expect(events.map(({ data }) => data)).toMatchObject([{ domain: 'TESTING', urgency: 'NORMAL' }]);
  });

  it('announces nothing where it says what was said before', () => {
    const issue = anIssue({ domain: 'MATERIALS', urgency: 'URGENT', handledBy: ['operator-1'] });
    expect(triage(issue, { domain: 'MATERIALS', urgency: 'URGENT', by: 'analyst-1' }, now)).toEqual({
      state: { ...issue, handledBy: ['operator-1', 'analyst-1'] },
      events: [],
    });
  });

  it('of a member of a common issue says that it is one of those', () => {
    const issue = anIssue({ commonIssueId: '019c5a00-0000-7000-8000-0000000000c1' });
    const { events } = triage(issue, { domain: 'TESTING', urgency: 'NORMAL', by: 'analyst-1' }, now);
    expect(events.map(({ data }) => data)).toMatchObject([{ nature: 'COMMON' }]);
  });

  it('leaves the round of a reopened issue as it is', () => {
    const issue = anIssue({ status: 'REOPENED', round: 2, domain: 'MATERIALS' });
    const { state, events } = triage(issue, { domain: 'LABOUR', urgency: 'NORMAL', by: 'operator-1' }, now);
    expect(state).toEqual({ ...issue, domain: 'LABOUR' });
    expect(events.map(({ data }) => data)).toMatchObject([{ round: 2, domain: 'LABOUR' }]);
  });
});
