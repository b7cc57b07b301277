import { describe, expect, it } from '@jest/globals';
import { anIssue, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { dispatch } from './dispatch.ts';

const now = new Date('2020-02-14T02:00:00.000Z');

describe('dispatch (派单)', () => {
  it('sends a triaged issue to the task forces, with all that routing and the clocks need', () => {
    const issue = anIssue({ domain: 'SUPPLY_CHAIN', urgency: 'URGENT' });
    expect(dispatch(issue, { by: 'analyst-1' }, now)).toEqual({
      state: { ...issue, status: 'DISPATCHED', dispatchedAt: now, handledBy: ['operator-1', 'analyst-1'] },
      events: [
        {
          type: 'intake.issue.dispatched.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'supply-chain',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            nature: 'INDIVIDUAL',
            domain: 'SUPPLY_CHAIN',
            urgency: 'URGENT',
            firmCreditCode: creditCodeOf(1),
            townCode: '330226110',
            registeredAt: '2020-02-14T01:00:00.000Z',
            dispatchedAt: '2020-02-14T02:00:00.000Z',
            dispatchedBy: 'analyst-1',
          },
        },
      ],
    });
  });

  it('of a reopened issue names the new round', () => {
    const { state, events } = dispatch(
      anIssue({ status: 'REOPENED', round: 2, domain: 'LABOUR' }),
      { by: 'analyst-1' },
      now,
    );
    expect([state.round, state.status, events.map(({ data }) => data['round'])]).toEqual([2, 'DISPATCHED', [2]]);
  });

  it('is refused to an issue of which nobody has said what it is about', () => {
    expect(refusalOf(() => dispatch(anIssue({ domain: null }), { by: 'analyst-1' }, now))).toEqual({
      code: 'ISSUE_NOT_TRIAGED',
      field: null,
      message: '问题 20200214-0042 尚未研判,不能派单',
    });
  });

  it('refuses a wrong state before a missing triage', () => {
    expect(
      refusalOf(() => dispatch(anIssue({ status: 'WRITTEN_OFF', domain: null }), { by: 'analyst-1' }, now)).code,
    ).toBe('ISSUE_STATUS_FORBIDS_MOVE');
  });
});
