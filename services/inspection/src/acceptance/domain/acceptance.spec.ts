import { describe, expect, it } from '@jest/globals';
import { anId, answers, feb } from '../../../test/builders.ts';
import { anAcceptance } from '../../../test/document-builders.ts';
import { apply, assertApplicable } from './apply.ts';
import { decide, type OnSite } from './decide.ts';
import { lapse, reinstate } from './lapse.ts';
import { withdraw } from './withdraw.ts';

const { id, number, creditCode, townCode, kind, shutdownId, appliedBy } = anAcceptance();
const about = { acceptanceId: id, number, firmCreditCode: creditCode, townCode, acceptanceKind: kind, shutdownId };
const now = feb(16);
const at = now.toISOString();
const onSite: OnSite = {
  id: anId(9),
  creditCode,
  performedAt: feb(15),
  inspectors: ['inspector-1'],
  results: answers(),
  voidedAt: null,
};
const approval = {
  ...{ approved: true, onSite, lastInspection: anId(9), inspectedBy: ['inspector-1'] },
  ...{ reason: null, by: 'commander-1', name: '指挥长甲' },
};
const decided = { decidedAt: now, decidedBy: 'commander-1', decidedByName: '指挥长甲' };
const told = ({ events }: { events: readonly { type: string; data: object }[] }) =>
  events.map(({ type, data }) => [type.split('.')[2], data]);

describe('an acceptance', () => {
  it('is applied for', () => {
    const applied = apply({ id, number, creditCode, townCode, kind, shutdownId, appliedBy }, feb(14, 10));
    expect(applied.state).toEqual(anAcceptance({ version: 0 }));
    expect(told(applied)).toEqual([['applied', { ...about, appliedAt: feb(14, 10).toISOString() }]]);
  });

  it.each([
    [{ kind: 'RESUMPTION', enrolled: true, shutdownId: anId(103), open: false }, null],
    [{ kind: 'RESUMPTION', enrolled: true, shutdownId: null, open: false }, '未被停工停产'],
    [{ kind: 'RESUMPTION', enrolled: true, shutdownId: anId(103), open: true }, '已有待验收的申请'],
    [{ kind: 'FIRST', enrolled: false, shutdownId: null, open: false }, null],
    [{ kind: 'FIRST', enrolled: true, shutdownId: null, open: false }, '不是首次复工'],
    [{ kind: 'FIRST', enrolled: false, shutdownId: null, open: true }, '已有待验收的申请'],
  ] as const)('%j: %s', (asked, no) => {
    const attempt = () => assertApplicable(asked);
    if (no === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(no);
  });

  it('is approved with all rules met on site', () => {
    const decision = decide(anAcceptance(), approval, now);
    expect(decision.state).toEqual(anAcceptance({ ...decided, status: 'APPROVED', inspectionId: anId(9) }));
    const data = { ...about, inspectionId: anId(9), approvedBy: 'commander-1', approvedAt: at };
    expect(told(decision)).toEqual([['approved', data]]);
  });

  it('is refused with a reason, with or without an inspection', () => {
    const decision = decide(anAcceptance(), { ...approval, approved: false, onSite: null, reason: '未设隔离室' }, now);
    expect(decision.state).toEqual(anAcceptance({ ...decided, status: 'REFUSED', reason: '未设隔离室' }));
    expect(told(decision)).toEqual([['refused', { ...about, refusedBy: 'commander-1', refusedAt: at }]]);
    const unmet = { ...onSite, results: answers({ MASKS_WORN: 'UNMET' }) };
    const later = { lastInspection: anId(10) };
    const found = decide(
      anAcceptance(),
      { ...approval, ...later, approved: false, onSite: unmet, reason: '口罩' },
      now,
    );
    expect(found.state.inspectionId).toBe(anId(9));
  });

  it.each([
    ['without an inspection', { onSite: null }, 'inspectionId 不能为空'],
    ['with an inspection of another firm', { onSite: { ...onSite, creditCode: 'other' } }, '企业没有这次抽查'],
    ['with one that was voided', { onSite: { ...onSite, voidedAt: now } }, '这次抽查已作废'],
    [
      'with one from before the application',
      { onSite: { ...onSite, performedAt: new Date(feb(14, 10).getTime() - 1) } },
      '早于验收申请',
    ],
    ['with one that is not the last', { lastInspection: anId(10) }, '须以最近一次抽查为准'],
    ['by one of the inspectors', { by: 'inspector-1' }, '现场检查人不得验收'],
    ['by who applied', { by: 'firm-1' }, '由本人申请'],
    ['with a rule unmet', { onSite: { ...onSite, results: answers({ MASKS_WORN: 'UNMET' }) } }, '未全部达标'],
    [
      'with a rule not applicable',
      { onSite: { ...onSite, results: answers({ CANTEEN_IN_SHIFTS: 'NOT_APPLICABLE' }) } },
      '未全部达标',
    ],
  ])('is not approved %s', (_, told, no) => {
    expect(() => decide(anAcceptance(), { ...approval, ...told }, now)).toThrow(no);
  });

  it.each([true, false])(
    'is not decided (approved: %s) by who inspected the firm since the application',
    (approved) => {
      const ruling = { ...approval, approved, onSite: approved ? onSite : null, reason: '理由', by: 'inspector-2' };
      const attempt = (inspectedBy: string[]) =>
        decide(anAcceptance(), { ...ruling, inspectedBy }, now).state.decidedBy;
      expect(attempt(['inspector-1'])).toBe('inspector-2');
      const refusal = { code: 'ACCEPTANCE_INSPECTED_BY_CALLER', field: 'id' };
      expect(() => attempt(['inspector-1', 'inspector-2'])).toThrow(expect.objectContaining(refusal));
    },
  );

  it('is approved with an inspection of the very instant of the application', () => {
    const instant = { ...onSite, performedAt: feb(14, 10) };
    expect(decide(anAcceptance(), { ...approval, onSite: instant }, now).state.status).toBe('APPROVED');
  });

  it('is decided once, and not refused without a reason', () => {
    const closed = anAcceptance({ status: 'WITHDRAWN', withdrawnAt: now });
    expect(() => decide(closed, approval, now)).toThrow('已办结');
    expect(() => decide(anAcceptance(), { ...approval, approved: false }, now)).toThrow('reason 不能为空');
  });

  it('lapses with the inspection that its approval rests on, and holds again with it', () => {
    const approved = decide(anAcceptance(), approval, now).state;
    const lapsed = lapse(approved, feb(18));
    expect(lapsed.state).toEqual({ ...approved, status: 'LAPSED', lapsedAt: feb(18) });
    const same = { ...about, inspectionId: anId(9) };
    expect(told(lapsed)).toEqual([['lapsed', { ...same, lapsedAt: feb(18).toISOString() }]]);
    const again = reinstate(lapsed.state, feb(19));
    expect(again.state).toEqual(approved);
    expect(told(again)).toEqual([['reinstated', { ...same, reinstatedAt: feb(19).toISOString() }]]);
  });

  it.each(['OPEN', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const)('that is %s does not lapse', (status) => {
    const acceptance = anAcceptance({ status, inspectionId: anId(9) });
    expect(lapse(acceptance, now)).toEqual({ state: acceptance, events: [] });
  });

  it.each(['OPEN', 'REFUSED', 'WITHDRAWN', 'APPROVED'] as const)('that is %s is not reinstated', (status) => {
    const acceptance = anAcceptance({ status, inspectionId: anId(9) });
    expect(reinstate(acceptance, now)).toEqual({ state: acceptance, events: [] });
  });

  it('is withdrawn when there is nothing to lift any more', () => {
    const decision = withdraw(anAcceptance(), now);
    expect(decision.state).toEqual(anAcceptance({ status: 'WITHDRAWN', withdrawnAt: now }));
    expect(told(decision)).toEqual([['withdrawn', { ...about, withdrawnAt: at }]]);
  });
});
