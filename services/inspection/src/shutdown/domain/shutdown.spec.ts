import { describe, expect, it } from '@jest/globals';
import { anId, feb } from '../../../test/builders.ts';
import { aShutdownOrder, heard, refused, signed } from '../../../test/document-builders.ts';
import { compare } from './compare.ts';
import { correct } from './correct.ts';
import { draft } from './draft.ts';
import { refuse } from './refuse.ts';
import { shutdownStatuses } from './shutdown-order.ts';
import { sign } from './sign.ts';
import { stateDefence } from './state-defence.ts';
import { withdraw } from './withdraw.ts';

const { id, number, creditCode, townCode, inspectionId, causedAt } = aShutdownOrder();
const about = { shutdownId: id, number, firmCreditCode: creditCode, townCode, inspectionId };
const now = feb(14, 12);
const at = now.toISOString();
const told = ({ events }: { events: readonly { type: string; data: object }[] }) =>
  events.map(({ type, data }) => [type.split('.')[2], data]);
const signature = { legalBasis: '依据', by: 'commander-1', name: '指挥长甲' };
const firm = { by: 'firm-1', byFirm: true };
const other = { by: 'inspector-1', byFirm: false };
const others = shutdownStatuses.filter((status) => status !== 'DRAFTED');

describe('a shutdown order', () => {
  it('is drafted', () => {
    const drafted = draft({ id, number, creditCode, townCode, inspectionId, causedAt }, 24, feb(14, 10));
    expect(drafted.state).toEqual(aShutdownOrder({ version: 0 }));
    expect(told(drafted)).toEqual([
      ['drafted', { ...about, draftedAt: feb(14, 10).toISOString(), defenceDueAt: feb(15, 10).toISOString() }],
    ]);
  });

  it.each([-1, 0])('is not signed before the firm was heard %i ms from the end of its time for that', (ms) => {
    const at = new Date(feb(15, 10).getTime() + ms);
    const refusal = { code: 'SHUTDOWN_DEFENCE_NOT_HEARD', field: 'id' };
    expect(() => sign(aShutdownOrder(), signature, at)).toThrow(expect.objectContaining(refusal));
    expect(
      sign(stateDefence(aShutdownOrder(), { text: '整改中', ...firm }, at).state, signature, at).state.signedAt,
    ).toEqual(at);
  });

  it('is signed 1 ms after that time, where the firm said nothing', () => {
    const after = new Date(feb(15, 10).getTime() + 1);
    expect(sign(aShutdownOrder(), signature, after).state).toMatchObject({
      ...{ status: 'IN_FORCE', signedAt: after, defence: null, defenceWaived: false, defenceAt: null },
    });
  });

  it('is signed once the firm stated its defence, or waived it', () => {
    const decision = sign(aShutdownOrder(heard), signature, now);
    expect(decision.state).toEqual(aShutdownOrder(signed));
    expect(told(decision)).toEqual([['signed', { ...about, signedBy: 'commander-1', signedAt: at }]]);
    const waived = stateDefence(aShutdownOrder(), { text: null, ...firm }, now);
    expect(told(waived)).toEqual([['defended', { ...about, waived: true, byFirm: true, defendedAt: at }]]);
    expect(sign(waived.state, signature, now).state.status).toBe('IN_FORCE');
  });

  it('is defended by the firm as often as it likes; a waiver can become a statement, a statement no waiver', () => {
    const waived = stateDefence(aShutdownOrder(), { text: null, ...firm }, now).state;
    const stated = stateDefence(waived, { text: '整改中', ...firm }, now).state;
    expect(stated).toMatchObject({ defence: '整改中', defenceWaived: false });
    const later = feb(14, 13);
    const added = stateDefence(stated, { text: '口罩到了', ...firm, by: 'firm-2' }, later);
    const own = { defence: '整改中\n口罩到了', defenceWaived: false, defenceAt: later, defenceBy: 'firm-2' };
    expect(added.state).toEqual(aShutdownOrder(own));
    for (const order of [stated, waived])
      expect(() => stateDefence(order, { text: null, ...firm }, now)).toThrow('陈述申辩已记录');
  });

  it('is defended by the firm itself though others took something down for it, which stays beside', () => {
    const hearing = { hearing: '无', hearingAt: now, hearingBy: 'inspector-1' };
    const taken = stateDefence(aShutdownOrder(), { text: '无', ...other }, now);
    expect(taken.state).toEqual(aShutdownOrder(hearing));
    expect(told(taken)).toEqual([['defended', { ...about, waived: false, byFirm: false, defendedAt: at }]]);
    const own = { defence: '口罩已在路上', defenceAt: now, defenceBy: 'firm-1' };
    const stated = stateDefence(taken.state, { text: '口罩已在路上', ...firm }, now);
    expect(stated.state).toEqual(aShutdownOrder({ ...hearing, ...own }));
    expect(told(stated)).toEqual([['defended', { ...about, waived: false, byFirm: true, defendedAt: at }]]);
    expect(stateDefence(taken.state, { text: null, ...firm }, now).state).toMatchObject({ defenceWaived: true });
    for (const order of [taken.state, aShutdownOrder(heard)])
      expect(() => stateDefence(order, { text: '再说', ...other }, now)).toThrow('陈述申辩已记录');
  });

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('is signed on what others took down %i ms from the end of its time: %s', (ms, may) => {
    const order = aShutdownOrder({ hearing: '无', hearingAt: now, hearingBy: 'inspector-1' });
    const attempt = () => sign(order, signature, new Date(feb(15, 10).getTime() + ms)).state.status;
    const refusal = { code: 'SHUTDOWN_DEFENCE_NOT_HEARD', field: 'id' };
    if (may) expect(attempt()).toBe('IN_FORCE');
    else expect(attempt).toThrow(expect.objectContaining(refusal));
  });

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('is waived by others than the firm %i ms from the end of its time: %s', (ms, may) => {
    const attempt = () => {
      const instant = new Date(feb(15, 10).getTime() + ms);
      return stateDefence(aShutdownOrder(), { text: null, ...other }, instant).state.hearingAt !== null;
    };
    const refusal = { code: 'SHUTDOWN_WAIVER_NOT_BY_FIRM', field: 'waived' };
    if (may) expect(attempt()).toBe(true);
    else expect(attempt).toThrow(expect.objectContaining(refusal));
  });

  it('is refused with a reason', () => {
    const decision = refuse(aShutdownOrder(), { reason: '理由', by: 'commander-1', name: '指挥长甲' }, now);
    expect(decision.state).toEqual(aShutdownOrder(refused));
    expect(told(decision)).toEqual([['refused', { ...about, refusedBy: 'commander-1', refusedAt: at }]]);
  });

  it.each(others)('that is %s is neither defended, signed nor refused', (status) => {
    const order = aShutdownOrder({ ...heard, status });
    expect(() => sign(order, signature, now)).toThrow('不在待签发状态');
    expect(() => refuse(order, { reason: '理由', by: 'a', name: '甲' }, now)).toThrow('不在待签发状态');
    expect(() => stateDefence({ ...order, defence: null }, { text: '说', by: 'a', byFirm: true }, now)).toThrow(
      '不在待签发状态',
    );
  });

  it('in force is lifted by an acceptance, once', () => {
    const lifted = { acceptanceId: anId(104), at: feb(16) };
    const correcting = { lifted, withinHours: 24 };
    const decision = correct(aShutdownOrder(signed), correcting, now);
    const expected = aShutdownOrder({ ...signed, status: 'LIFTED', acceptanceId: anId(104), liftedAt: feb(16) });
    expect(decision.state).toEqual(expected);
    expect(told(decision)).toEqual([
      ['lifted', { ...about, acceptanceId: anId(104), liftedAt: feb(16).toISOString() }],
    ]);
    expect(correct(expected, correcting, now)).toEqual({ state: expected, events: [] });
  });

  it.each([
    [false, {}, 'DRAFTED'],
    [true, signed, 'IN_FORCE'],
    [false, refused, 'REFUSED'],
  ] as const)('is withdrawn once (in force: %s) and stands again as it was: %j %s', (wasInForce, state, status) => {
    const order = aShutdownOrder(state);
    const withdrawn = withdraw(order, feb(15));
    expect(withdrawn.state).toEqual({ ...order, status: 'WITHDRAWN', withdrawnAt: feb(15) });
    expect(told(withdrawn)).toEqual([['withdrawn', { ...about, wasInForce, withdrawnAt: feb(15).toISOString() }]]);
    expect(withdraw(withdrawn.state, feb(15)).events).toEqual([]);
    const again = correct(withdrawn.state, { lifted: null, withinHours: 48 }, feb(16));
    const heardBy = status === 'DRAFTED' ? { defenceDueAt: feb(18) } : {};
    expect(again.state).toEqual({ ...order, ...heardBy });
    expect(told(again)).toEqual([
      ['corrected', { ...about, shutdownStatus: status, correctedAt: feb(16).toISOString() }],
    ]);
  });

  it('belongs to its inspection: another one is drafted for another', () => {
    const due = { inspectionId: anId(2), causedAt: feb(15), lifted: null };
    expect(compare([due], [aShutdownOrder(signed)])).toEqual({
      gone: [aShutdownOrder(signed)],
      kept: [],
      missing: [due],
    });
    const same = { ...due, inspectionId };
    const withdrawn = aShutdownOrder({ status: 'WITHDRAWN', withdrawnAt: now });
    expect(compare([same], [withdrawn])).toEqual({ gone: [], kept: [{ order: withdrawn, due: same }], missing: [] });
    expect(compare([], [withdrawn])).toEqual({ gone: [], kept: [], missing: [] });
  });
});
