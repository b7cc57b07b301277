import { describe, expect, it } from '@jest/globals';
import { anId, answers, feb, firstRules, timeZone } from '../../../test/builders.ts';
import { aCheck, anOrder } from '../../../test/document-builders.ts';
import { findingsOf, type Check } from './check.ts';
import { giveDate } from './give-date.ts';
import { dueOf, issue } from './issue.ts';
import { mend, mendAnew } from './mend.ts';
import { noteOverdue } from './note-overdue.ts';
import { reinstate, withdraw } from './withdraw.ts';

const about = {
  orderId: anId(101),
  number: '改20200214-0001',
  firmCreditCode: anOrder().creditCode,
  townCode: '330226110',
  inspectionId: anId(1),
};
const now = feb(16);
/** Type and data of what was announced. */
const told = ({ events }: { events: readonly { type: string; data: object }[] }) =>
  events.map(({ type, data }) => [type.split('.')[2], data]);
const open = (rule: string | null) => ({ rule, metBy: null, metAt: null });
const met = (rule: string | null, check: { id: string; performedAt: Date }) => ({
  rule,
  metBy: check.id,
  metAt: check.performedAt,
});
const passed = (day: number, n: number) =>
  aCheck({ id: anId(n), performedAt: feb(day), results: answers(), passed: true });

describe('the findings of a failed inspection', () => {
  it.each([
    ['the rules unmet', answers({ MASKS_WORN: 'UNMET', DISTANCE_KEPT: 'UNMET' }), ['MASKS_WORN', 'DISTANCE_KEPT']],
    ['that too many were not applicable', firstRules(4, 'NOT_APPLICABLE'), [null]],
    [
      'both',
      [...firstRules(4, 'NOT_APPLICABLE').slice(0, 11), { rule: 'EMERGENCY_PLAN_POSTED', result: 'UNMET' as const }],
      ['EMERGENCY_PLAN_POSTED', null],
    ],
  ])('are %s', (_, results, rules) => {
    expect(findingsOf(aCheck({ results }))).toEqual(rules.map(open));
  });
});

describe('a rectification order', () => {
  it('is issued with its findings and its date', () => {
    const dueAt = anOrder().dueAt;
    expect(issue(aCheck(), { id: anId(101), number: about.number, dueAt }, feb(14, 10))).toMatchObject({
      state: anOrder({ version: 0 }),
      events: [
        {
          type: 'inspection.order.issued.v1',
          data: {
            ...about,
            unmet: ['MASKS_WORN'],
            tooManyNotApplicable: false,
            dueAt: dueAt.toISOString(),
            issuedAt: feb(14, 10).toISOString(),
          },
        },
      ],
    });
  });

  it.each([
    ['2020-02-14T15:59:59.999Z', 1, '2020-02-15T15:59:59.999Z'],
    ['2020-02-14T16:00:00.000Z', 1, '2020-02-16T15:59:59.999Z'],
    ['2020-02-14T15:59:59.999Z', 0, '2020-02-14T15:59:59.999Z'],
  ])('issued at %s, within %i days, is due at %s', (at, days, due) => {
    expect(dueOf(new Date(at), days, timeZone)).toEqual(new Date(due));
  });

  it('is fulfilled by the first later inspection in which all findings are met, in whatever order they come', () => {
    const [early, late] = [passed(15, 2), passed(16, 3)];
    const expected = anOrder({ status: 'FULFILLED', findings: [met('MASKS_WORN', early)], fulfilledAt: feb(15) });
    const first = mend(anOrder(), [late], now);
    expect(told(first)).toEqual([['fulfilled', { ...about, fulfilledAt: feb(16).toISOString(), late: true }]]);
    expect(mendAnew(first.state, [early, late], now)).toEqual({ state: expected, events: [] });
    expect(mend(anOrder(), [early, late], now).state).toEqual(expected);
    expect(mend(expected, [aCheck({ id: anId(4), performedAt: feb(17) })], now)).toEqual({
      state: expected,
      events: [],
    });
  });

  it('is not fulfilled by inspections none of which met all: what is unmet again is open again', () => {
    const findings = [open('TEMPERATURE_TAKEN'), open('MASKS_WORN')];
    const checks = (['MASKS_WORN', 'TEMPERATURE_TAKEN', 'MASKS_WORN', null] as const).map((unmet, n) =>
      aCheck({
        id: anId(n + 2),
        performedAt: feb(15 + n),
        results: answers(unmet === null ? {} : { [unmet]: 'UNMET' }),
      }),
    );
    const [, second, third, last] = checks as [Check, Check, Check, Check];
    const after = (count: number) => mend(anOrder({ findings }), checks.slice(0, count), now);
    expect(after(2)).toEqual({
      state: anOrder({ findings: [open('TEMPERATURE_TAKEN'), met('MASKS_WORN', second)] }),
      events: [],
    });
    const fulfilled = after(4);
    expect(fulfilled.state).toEqual(
      anOrder({
        status: 'FULFILLED',
        findings: [met('TEMPERATURE_TAKEN', third), met('MASKS_WORN', last)],
        fulfilledAt: last.performedAt,
      }),
    );
    expect(told(fulfilled).map(([type]) => type)).toEqual(['fulfilled']);
    expect(checks.reduce((order, check) => mend(order, [check], now).state, anOrder({ findings }))).toEqual(
      fulfilled.state,
    );
  });

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('is late when it was mended after its date: %i ms', (ms, late) => {
    const performedAt = new Date(anOrder().dueAt.getTime() + ms);
    const { events } = mend(anOrder(), [{ ...passed(15, 2), performedAt }], now);
    expect(events[0]!.data).toMatchObject({ late });
  });

  it('met in part leaves the rest open, and says nothing', () => {
    const findings = [open('MASKS_WORN'), open('DISTANCE_KEPT')];
    const check = aCheck({ id: anId(2), performedAt: feb(15) });
    expect(mend(anOrder({ findings }), [check], now)).toEqual({
      state: anOrder({ findings: [open('MASKS_WORN'), met('DISTANCE_KEPT', check)] }),
      events: [],
    });
  });

  it('is met when the rulebook of a later inspection does not ask the rule any more', () => {
    const results = answers().filter(({ rule }) => rule !== 'MASKS_WORN');
    const check = aCheck({ id: anId(2), performedAt: feb(15), results });
    expect(mend(anOrder(), [check], now).state.status).toBe('FULFILLED');
  });

  it('is not met by what was not applicable', () => {
    const check = aCheck({ id: anId(2), performedAt: feb(15), results: answers({ MASKS_WORN: 'NOT_APPLICABLE' }) });
    expect(mend(anOrder(), [check], now)).toEqual({ state: anOrder(), events: [] });
  });

  it.each([
    [null, 'OPEN'],
    [feb(16, 0), 'OVERDUE'],
  ] as const)('is open again when what fulfilled it is voided; noted overdue %s: %s', (overdueAt, status) => {
    const fulfilled = mend(anOrder({ overdueAt }), [passed(16, 2)], now).state;
    const reopened = mendAnew(fulfilled, [], now);
    expect(reopened.state).toEqual(anOrder({ overdueAt, status }));
    const data = { ...about, unmet: ['MASKS_WORN'], tooManyNotApplicable: false, reopenedAt: now.toISOString() };
    expect(told(reopened)).toEqual([['reopened', data]]);
    const another = mendAnew(fulfilled, [passed(17, 3)], now);
    expect([another.state.fulfilledAt, another.events]).toEqual([feb(17), []]);
    expect(mendAnew(fulfilled, [passed(16, 2)], now)).toEqual({ state: fulfilled, events: [] });
  });

  it.each([
    [0, 'OPEN', 0],
    [1, 'OVERDUE', 1],
  ])('is overdue after its date, not at the very instant: %i ms', (ms, status, count) => {
    const at = new Date(anOrder().dueAt.getTime() + ms);
    const { state, events } = noteOverdue(anOrder(), at);
    expect([state.status, events.length]).toEqual([status, count]);
    expect(noteOverdue(state, at).events).toEqual([]);
  });

  it('is withdrawn once, and stands again when its inspection does', () => {
    const withdrawn = withdraw(anOrder(), now);
    expect(withdrawn.state).toEqual(anOrder({ status: 'WITHDRAWN', withdrawnAt: now }));
    expect(told(withdrawn)).toEqual([['withdrawn', { ...about, withdrawnAt: now.toISOString() }]]);
    expect(withdraw(withdrawn.state, now).events).toEqual([]);
    expect(mend(withdrawn.state, [passed(15, 2)], now)).toEqual({ state: withdrawn.state, events: [] });
    expect(reinstate(withdrawn.state, now)).toMatchObject({ state: anOrder(), events: [{ data: about }] });
    expect(reinstate(anOrder(), now).events).toEqual([]);
  });

  it('is given a date of its own while it is open, from today on', () => {
    const give = (dueOn: string, at = feb(15), order = anOrder()) =>
      giveDate(order, { dueOn, timeZone, atMostDays: 30 }, at);
    const dueAt = new Date('2020-02-20T15:59:59.999Z');
    expect(give('2020-02-20')).toMatchObject({
      state: anOrder({ dueAt }),
      events: [{ data: { ...about, dueAt: dueAt.toISOString() } }],
    });
    expect(give('2020-02-15').events).toEqual([]);
    expect(give('2020-03-15').state.dueAt).toEqual(new Date('2020-03-15T15:59:59.999Z'));
    const tooLate = { code: 'ORDER_DATE_TOO_LATE', field: 'dueOn' };
    for (const dueOn of ['2020-03-16', '9999-01-01'])
      expect(() => give(dueOn)).toThrow(expect.objectContaining(tooLate));
    const again = give('2020-03-15').state;
    expect(() => give('2020-03-16', feb(20), again)).toThrow(expect.objectContaining(tooLate));
    expect(() => give('2020-02-14')).toThrow('dueOn 早于今天');
    expect(() => give('2020-02-20', now)).toThrow('已逾期');
    expect(() => give('2020-02-20', feb(15), anOrder({ status: 'FULFILLED', fulfilledAt: now }))).toThrow('完成');
  });
});
