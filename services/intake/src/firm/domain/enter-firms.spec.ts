import { describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import { aFirm, creditCodeOf } from '../../../test/builders.ts';
import { sound } from '../sound.ts';
import { enterFirms } from './enter-firms.ts';

const now = new Date('2020-02-14T01:00:00.000Z');
const county = { towns: new Set(['330226110']), sound };
const said = (n: number, what: object = {}) => ({
  creditCode: creditCodeOf(n),
  name: '宁海一号模具厂',
  townCode: '330226110',
  ...what,
});

describe('entering rows of firms', () => {
  it('judges each by itself, in their order, the second of a firm after the first', () => {
    const unread = new Rejection('FIELD_REQUIRED', 'name 不能为空', 'name');
    const known = aFirm({ version: 4, nameKeys: ['yi hao'] });
    const rows = [said(1), unread, said(2), said(9, { townCode: '330226999' }), said(2, { employees: 5 })];
    const entries = enterFirms([known], rows, county, now);
    expect(
      entries.map(({ outcome, before, firm, events, refusal }) => [
        outcome,
        before?.version,
        firm?.version,
        events.map(({ type }) => type),
        refusal?.code,
      ]),
    ).toEqual([
      ['UNCHANGED', 4, 4, [], undefined],
      ['REFUSED', undefined, undefined, [], 'FIELD_REQUIRED'],
      ['REGISTERED', undefined, 1, ['intake.firm.registered.v1'], undefined],
      ['REFUSED', undefined, undefined, [], 'FIRM_TOWN_UNKNOWN'],
      ['CHANGED', 1, 2, ['intake.firm.changed.v1'], undefined],
    ]);
  });
});
