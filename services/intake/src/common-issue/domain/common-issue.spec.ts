import { describe, expect, it } from '@jest/globals';
import { aCommonIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { admit, close } from './close.ts';
import { commonIssueStates, type CommonIssue, type CommonIssueMove, type CommonIssueState } from './common-issue.ts';
import { confirm } from './confirm.ts';
import { decline } from './decline.ts';
import { deliberate } from './deliberate.ts';
import { dispatch } from './dispatch.ts';
import { followAccepted, followOpened, followSolved } from './follow-task.ts';
import { setCause } from './set-cause.ts';
import { settle } from './settle.ts';

const now = new Date('2020-02-15T02:00:00.000Z');
const by = 'analyst-1';
const unchanged = { title: null, domain: null, cause: null, causeIsOwnRule: null, by };
const guidance = { guidanceId: '01900000-0000-7000-8000-00000000d001', guidanceVersion: 1, by };
const meeting = {
  id: '01900000-0000-7000-8000-00000000e001',
  heldAt: now,
  place: null,
  participants: ['县府办'],
  conclusion: '凭证通行',
  by,
};
const task = { taskForce: 'PASSAGE', by: 'lead-1', at: now };

const rules = {
  confirm: (common: CommonIssue) => confirm(common, unchanged, now).state.state,
  decline: (common: CommonIssue) => decline(common, { by, reason: '不是' }, now).state.state,
  dispatch: (common: CommonIssue) => dispatch(common, { by }, now).state.state,
  link: (common: CommonIssue) => admit(common).state.state,
  followTask: (common: CommonIssue) => followOpened(common, task).state.state,
  settle: (common: CommonIssue) => settle(common, { ...guidance, anew: false }, now).state.state,
  settleAnew: (common: CommonIssue) => settle(common, { ...guidance, anew: true }, now).state.state,
  close: (common: CommonIssue) => close(common, { open: 0, writtenOff: 1 }, now).state.state,
  setCause: (common: CommonIssue) => setCause(common, { cause: '铁律', causeIsOwnRule: true }).state.state,
  deliberate: (common: CommonIssue) => deliberate(common, meeting, now).commonIssueId && common.state,
} satisfies Partial<Record<CommonIssueMove, (common: CommonIssue) => string>>;
type Ruled = keyof typeof rules;

/** The states of domain.md 2.5, written down a second time on purpose: move, state, the state after it. */
const table: Record<Ruled, Partial<Record<CommonIssueState, CommonIssueState>>> = {
  confirm: { PROPOSED: 'CONFIRMED' },
  decline: { PROPOSED: 'DECLINED' },
  dispatch: { CONFIRMED: 'DISPATCHED' },
  link: { CONFIRMED: 'CONFIRMED', DISPATCHED: 'DISPATCHED', SETTLED: 'SETTLED', CLOSED: 'SETTLED' },
  followTask: { DISPATCHED: 'DISPATCHED', SETTLED: 'SETTLED', CLOSED: 'CLOSED' },
  settle: { CONFIRMED: 'SETTLED', DISPATCHED: 'SETTLED' },
  settleAnew: { SETTLED: 'SETTLED', CLOSED: 'SETTLED' },
  close: { SETTLED: 'CLOSED' },
  setCause: {
    PROPOSED: 'PROPOSED',
    CONFIRMED: 'CONFIRMED',
    DISPATCHED: 'DISPATCHED',
    SETTLED: 'SETTLED',
    CLOSED: 'CLOSED',
  },
  deliberate: { PROPOSED: 'PROPOSED', CONFIRMED: 'CONFIRMED', DISPATCHED: 'DISPATCHED', SETTLED: 'SETTLED' },
};
const cases = (Object.keys(rules) as Ruled[]).flatMap((move) =>
  commonIssueStates.map((state) => ({ move, state, next: table[move][state] })),
);

describe('a common issue moves along its state table', () => {
  it.each(cases.filter(({ next }) => next !== undefined))(
    '$move takes a $state one to $next',
    ({ move, state, next }) => {
      expect(rules[move](aCommonIssue({ state }))).toBe(next);
    },
  );

  it.each(cases.filter(({ next }) => next === undefined))('$move is refused to a $state one', ({ move, state }) => {
    expect(refusalOf(() => rules[move](aCommonIssue({ state })))).toEqual({
      code: 'COMMON_ISSUE_STATE_FORBIDS_MOVE',
      field: null,
      message: `共性问题 共20200214-0003 处于 ${state} 状态,不能执行 ${move}`,
    });
  });
});

describe('what is decided on a common issue', () => {
  it('is confirmed as proposed, or as the analyst says otherwise', () => {
    const told = { title: '村口', domain: 'LABOUR', cause: '铁律第三条', causeIsOwnRule: true, by } as const;
    expect(confirm(aCommonIssue(), told, now)).toMatchObject({
      state: {
        title: '村口',
        domain: 'LABOUR',
        cause: '铁律第三条',
        causeIsOwnRule: true,
        confirmedAt: now,
        confirmedBy: by,
      },
      events: [{ type: 'intake.common-issue.confirmed.v1', department: 'labour' }],
    });
  });

  it('of its task is recorded: whose it is, who accepted and who solved it', () => {
    const dispatched = aCommonIssue({ state: 'DISPATCHED' });
    const accepted = followAccepted(followOpened(dispatched, task).state, task).state;
    expect(followSolved(accepted, task)).toEqual({
      state: {
        ...dispatched,
        taskForce: 'PASSAGE',
        acceptedAt: now,
        acceptedBy: 'lead-1',
        solvedAt: now,
        solvedBy: 'lead-1',
      },
      events: [],
    });
  });

  it.each([
    ['one is open', { open: 1, writtenOff: 9 }],
    ['none is written off: all were merged or rejected, or there is none', { open: 0, writtenOff: 0 }],
  ])('is not closed while %s', (_, members) => {
    const settled = aCommonIssue({ state: 'SETTLED' });
    expect(close(settled, members, now)).toEqual({ state: settled, events: [] });
  });

  it('was deliberated at this very instant at the latest', () => {
    const later = { ...meeting, heldAt: new Date(now.getTime() + 1) };
    expect(refusalOf(() => deliberate(aCommonIssue(), later, now))).toMatchObject({
      code: 'DELIBERATION_IN_FUTURE',
      field: 'heldAt',
    });
  });
});
