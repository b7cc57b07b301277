import { describe, expect, it } from '@jest/globals';
import { anId, feb, timeZone } from '../../../test/builders.ts';
import { anInterview } from '../../../test/document-builders.ts';
import { compare, type Due } from './compare.ts';
import { correct } from './correct.ts';
import { hold } from './hold.ts';
import { miss } from './miss.ts';
import { summon } from './summon.ts';
import { withdraw } from './withdraw.ts';

const { creditCode, townCode, number, inspectionId, causedAt, dueAt } = anInterview();
const about = { interviewId: anId(102), number, firmCreditCode: creditCode, townCode, inspectionId, shutdownId: null };
const words = { attendees: ['甲'], minutes: '纪要', commitments: '承诺' };
const held = { status: 'HELD', heldAt: feb(15), heldBy: 'inspector-1', ...words } as const;
const told = ({ events }: { events: readonly { type: string; data: object }[] }) =>
  events.map(({ type, data }) => [type.split('.')[2], data]);

describe('an interview', () => {
  it('is summoned with a time limit', () => {
    const summons = { id: anId(102), number, creditCode, townCode, inspectionId, shutdownId: null, causedAt };
    const summoned = summon(summons, 24, feb(14, 10));
    expect(summoned.state).toEqual(anInterview({ version: 0 }));
    const data = { ...about, dueAt: feb(15, 10).toISOString(), summonedAt: feb(14, 10).toISOString() };
    expect(told(summoned)).toEqual([['summoned', data]]);
  });

  it.each([
    ['SUMMONED', null],
    ['MISSED', feb(15, 11)],
  ] as const)('is held when it is %s', (status, missedAt) => {
    const decision = hold(
      anInterview({ status, missedAt }),
      { by: 'inspector-1', heldAt: feb(15), ...words, timeZone },
      feb(16),
    );
    expect(decision.state).toEqual(anInterview({ ...held, missedAt }));
    expect(told(decision)).toEqual([['held', { ...about, heldAt: feb(15).toISOString(), late: false }]]);
  });

  it.each([
    [0, false],
    [1, true],
  ])('is held late after its limit, not at the very instant: %i ms', (ms, late) => {
    const at = new Date(dueAt.getTime() + ms);
    expect(hold(anInterview(), { by: 'a', heldAt: null, ...words, timeZone }, at).events[0]!.data).toMatchObject({
      late,
    });
  });

  it.each([
    ['before its cause', { heldAt: new Date(causedAt.getTime() - 1) }, {}, 'heldAt 不晚于'],
    ['at the instant of its cause', { heldAt: causedAt }, {}, 'heldAt 不晚于'],
    ['in the future', { heldAt: new Date(feb(16).getTime() + 1) }, {}, 'heldAt 晚于当前时间'],
    ['again', {}, held, '已进行或已撤回'],
    ['when it is withdrawn', {}, { status: 'WITHDRAWN', withdrawnAt: feb(15) } as const, '已进行或已撤回'],
  ])('is not held %s', (_, input, state, no) => {
    expect(() => hold(anInterview(state), { by: 'a', heldAt: null, ...words, timeZone, ...input }, feb(16))).toThrow(
      no,
    );
  });

  const heldOf = (heldAt: Date, state: object) =>
    hold(anInterview(state), { by: 'a', heldAt, ...words, timeZone }, feb(20)).state.heldAt;

  it.each([-1, 0])('of the day of its cause is not held before it is summoned: %i ms', (ms) => {
    const issuedAt = feb(14, 17);
    const heldAt = new Date(issuedAt.getTime() + ms);
    const refusal = { code: 'INTERVIEW_BEFORE_SUMMONS', field: 'heldAt' };
    if (ms < 0) expect(() => heldOf(heldAt, { issuedAt })).toThrow(expect.objectContaining(refusal));
    else expect(heldOf(heldAt, { issuedAt })).toEqual(heldAt);
  });

  it.each([
    ['the last instant of the day', '2020-02-14T15:59:59.999Z', false],
    ['the first of the next', '2020-02-14T16:00:00.000Z', true],
  ])('that is summoned at %s since the result came late may have been held before: %s %s', (_, at, may) => {
    const issuedAt = new Date(at);
    const attempt = () => heldOf(feb(14, 18), { issuedAt });
    if (may) expect(attempt()).toEqual(feb(14, 18));
    else expect(attempt).toThrow('早于约谈通知书');
  });

  it.each([
    [0, 'SUMMONED'],
    [1, 'MISSED'],
  ])('is missed after its limit, once, not at the very instant: %i ms', (ms, status) => {
    const at = new Date(dueAt.getTime() + ms);
    const { state, events } = miss(anInterview(), at);
    expect([state.status, events.length, miss(state, at).events.length]).toEqual([status, ms, 0]);
  });

  it('is withdrawn once, with what was said kept, and is held again when it follows again', () => {
    const withdrawn = withdraw(anInterview(held), feb(16));
    expect(withdrawn.state).toEqual(anInterview({ ...held, status: 'WITHDRAWN', withdrawnAt: feb(16) }));
    expect(told(withdrawn)).toEqual([['withdrawn', { ...about, withdrawnAt: feb(16).toISOString() }]]);
    expect(withdraw(withdrawn.state, feb(16)).events).toEqual([]);
    const cause = { inspectionId, shutdownId: null, causedAt };
    const again = correct(withdrawn.state, { cause, withinHours: 24 }, feb(17));
    expect(again.state).toEqual(anInterview(held));
    const data = { ...about, interviewStatus: 'HELD', dueAt: dueAt.toISOString(), correctedAt: feb(17).toISOString() };
    expect(told(again)).toEqual([['corrected', data]]);
    expect(correct(again.state, { cause, withinHours: 24 }, feb(17)).events).toEqual([]);
  });

  it('that follows again before it was held has its whole time limit again; a missed one stays missed', () => {
    const cause = { inspectionId, shutdownId: null, causedAt };
    const again = (state: object) =>
      correct(anInterview({ ...state, status: 'WITHDRAWN', withdrawnAt: feb(16) }), { cause, withinHours: 24 }, feb(17))
        .state;
    expect(again({})).toEqual(anInterview({ dueAt: feb(18) }));
    expect(again({ missedAt: feb(16) })).toEqual(anInterview({ status: 'MISSED', missedAt: feb(16) }));
  });
});

describe('the interviews that must exist, compared with those that are stored', () => {
  const due = (told: Partial<Due> = {}): Due => ({ inspectionId, shutdownId: null, causedAt, heldAs: null, ...told });
  const [first, second] = [anInterview(), anInterview({ id: anId(202), inspectionId: anId(2) })];

  it('keep what follows, withdraw what does not, and miss what is not there', () => {
    const [one, other] = [due(), due({ inspectionId: anId(3), heldAs: anId(999) })];
    expect(compare([one, other], [first, { ...second, ...held }])).toEqual({
      gone: [{ ...second, ...held }],
      kept: [{ interview: first, cause: one }],
      missing: [other],
    });
  });

  it('know one by that it was held for it, before that it has the same cause', () => {
    const [withdrawn, heldFor] = [anInterview({ status: 'WITHDRAWN', withdrawnAt: feb(15) }), { ...second, ...held }];
    const one = due({ heldAs: heldFor.id });
    expect(compare([one], [withdrawn, heldFor])).toEqual({
      gone: [],
      kept: [{ interview: heldFor, cause: one }],
      missing: [],
    });
  });

  it('let a summons that is out follow from another cause', () => {
    const one = due({ inspectionId: anId(9) });
    expect(compare([one], [second])).toEqual({ gone: [], kept: [{ interview: second, cause: one }], missing: [] });
  });

  it('prefer one that is valid to one of the same cause that was withdrawn', () => {
    const withdrawn = anInterview({ id: anId(203), status: 'WITHDRAWN', withdrawnAt: feb(15) });
    expect(compare([due()], [withdrawn, first]).kept).toEqual([{ interview: first, cause: due() }]);
  });
});
