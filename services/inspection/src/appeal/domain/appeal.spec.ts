import { describe, expect, it } from '@jest/globals';
import { anId, feb } from '../../../test/builders.ts';
import { anAppeal, anAppealed } from '../../../test/document-builders.ts';
import { decide } from './decide.ts';
import { appealableUntil, assertAppealable, lodge } from './lodge.ts';

const { id, number, creditCode, townCode, inspectionId, grounds } = anAppeal();
const about = { appealId: id, number, firmCreditCode: creditCode, townCode, inspectionId };
const now = feb(16);
const ruling = { upheld: true, reason: '属实', inspectors: ['inspector-1'], by: 'commander-1', name: '指挥长甲' };
const told = ({ events }: { events: readonly { type: string; data: object }[] }) =>
  events.map(({ type, data }) => [type.split('.')[2], data]);

describe('an appeal', () => {
  it.each([
    [-1, true],
    [0, true],
    [1, false],
  ])('is in time for seven days after the receipt, the very instant too: %i ms', (ms, inTime) => {
    const at = new Date(feb(21, 10).getTime() + ms);
    const attempt = () => assertAppealable(anAppealed({ performedAt: feb(1) }), 7, at);
    if (inTime) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('inspectionId: 已超过 7 天的申诉期限');
  });

  it.each([
    ['as long as it is in time', -1, {}, true],
    ['at the very instant', 0, {}, true],
    ['not after it', 1, {}, false],
    ['not where it is void', -1, { voidedAt: feb(15) }, false],
    ['not where it was appealed', -1, { appealed: true }, false],
  ])('has a last instant that is told %s', (_, ms, told, isTold) => {
    const until = feb(21, 10);
    const inspection = { ...anAppealed(), appealed: false, ...told };
    expect(appealableUntil(inspection, 7, new Date(until.getTime() + ms))).toEqual(isTold ? until : null);
  });

  it('is not taken against a void result', () => {
    expect(() => assertAppealable(anAppealed({ voidedAt: feb(15) }), 7, now)).toThrow('已作废');
  });

  it('is lodged', () => {
    const lodged = lodge(anAppealed(), { id, number, grounds, by: 'firm-1' }, feb(14, 10));
    expect(lodged.state).toEqual(anAppeal({ version: 0 }));
    expect(told(lodged)).toEqual([['lodged', { ...about, lodgedAt: feb(14, 10).toISOString() }]]);
  });

  it.each([
    [true, 'UPHELD'],
    [false, 'DISMISSED'],
  ] as const)('is decided, upheld %s: %s', (upheld, status) => {
    const decision = decide(anAppeal(), { ...ruling, upheld }, now);
    const decided = { decidedAt: now, decidedBy: 'commander-1', decidedByName: '指挥长甲', reason: '属实' };
    expect(decision.state).toEqual(anAppeal({ ...decided, status }));
    const data = { ...about, upheld, decidedBy: 'commander-1', decidedAt: now.toISOString() };
    expect(told(decision)).toEqual([['decided', data]]);
    expect(() => decide(decision.state, ruling, now)).toThrow('已有决定');
  });

  it.each([
    ['who lodged it', 'firm-1', '由本人提出'],
    ['who made the inspection', 'inspector-1', '由本人进行'],
  ])('is not decided by %s', (_, by, no) => {
    expect(() => decide(anAppeal(), { ...ruling, by }, now)).toThrow(no);
  });

  it('is about one inspection', () => {
    expect(lodge(anAppealed({ id: anId(7) }), { id, number, grounds, by: 'a' }, now).state.inspectionId).toBe(anId(7));
  });
});
