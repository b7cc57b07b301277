import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { triage } from './triage.ts';

describe('triage (研判)', () => {
  it('says what an issue is about and how urgent it is, and announces nothing', () => {
    const issue = anIssue({ handledBy: ['operator-1'] });
    expect(triage(issue, { domain: 'MATERIALS', urgency: 'URGENT', by: 'analyst-1' })).toEqual({
      state: { ...issue, domain: 'MATERIALS', urgency: 'URGENT', handledBy: ['operator-1', 'analyst-1'] },
      events: [],
    });
  });

  it('can be said again until the issue is dispatched', () => {
    const issue = anIssue({ domain: 'MATERIALS', urgency: 'URGENT', handledBy: ['operator-1', 'analyst-1'] });
    expect(triage(issue, { domain: 'TESTING', urgency: 'NORMAL', by: 'analyst-1' })).toEqual({
      state: { ...issue, domain: 'TESTING', urgency: 'NORMAL' },
      events: [],
    });
  });

  it('leaves the round of a reopened issue as it is', () => {
    const issue = anIssue({ status: 'REOPENED', round: 2, domain: 'MATERIALS' });
    expect(triage(issue, { domain: 'LABOUR', urgency: 'NORMAL', by: 'operator-1' })).toEqual({
      state: { ...issue, domain: 'LABOUR' },
      events: [],
    });
  });
});
