import { describe, expect, it } from '@jest/globals';
import { aFirm, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { sound } from '../sound.ts';
import { registerFirm, type FirmSaid } from './register-firm.ts';

const now = new Date('2020-02-14T01:00:00.000Z');
const county = { towns: new Set(['330226110', '330226111']), sound };
const said = (what: Partial<FirmSaid> = {}): FirmSaid => ({
  creditCode: creditCodeOf(1),
  name: '宁海澄隆文具有限公司',
  townCode: '330226110',
  ...what,
});
const entered = aFirm({
  name: '宁海澄隆文具有限公司',
  industry: null,
  size: null,
  employees: null,
  nameKeys: ['cheng long'],
});
const about = { firmCreditCode: creditCodeOf(1), townCode: '330226110', industry: null, size: null };
const announced = (past: string, data: object) => ({
  type: `intake.firm.${past}.v1`,
  aggregateType: 'firm',
  aggregateId: creditCodeOf(1),
  department: 'none',
  data,
});

describe('registering a firm', () => {
  it('enters one that is not in the register, with nothing but what was said', () => {
    expect(registerFirm(null, said(), county, now)).toEqual({
      state: entered,
      events: [announced('registered', { ...about, registeredAt: now.toISOString() })],
    });
  });

  it('changes what is said anew, and keeps what is not mentioned', () => {
    const known = aFirm({ version: 3, address: '工业路1号', aliases: ['澄隆'] });
    const decision = registerFirm(known, said({ townCode: '330226111', address: null, size: undefined }), county, now);
    expect(decision).toEqual({
      state: {
        ...known,
        name: '宁海澄隆文具有限公司',
        townCode: '330226111',
        address: null,
        nameKeys: ['cheng long'],
      },
      events: [
        announced('changed', {
          ...about,
          townCode: '330226111',
          industry: 'C',
          size: 'SMALL',
          changedAt: now.toISOString(),
        }),
      ],
    });
  });

  it('changes nothing and announces nothing when nothing new is said', () => {
    const known = { ...entered, version: 1, aliases: ['澄隆'] };
    expect(registerFirm(known, said({ aliases: ['澄隆', '澄隆', known.name] }), county, now)).toEqual({
      state: known,
      events: [],
    });
  });

  it('makes a key of every name, each once', () => {
    const { state } = registerFirm(null, said({ aliases: ['澄隆', '城隆文具', '永泰', '?'] }), county, now);
    expect([state.aliases, state.nameKeys]).toEqual([
      ['澄隆', '城隆文具', '永泰', '?'],
      ['cheng long', 'yong tai'],
    ]);
  });

  it.each<[Partial<FirmSaid>, object]>([
    [
      { creditCode: `${creditCodeOf(1).slice(0, 17)}${creditCodeOf(1).endsWith('0') ? '1' : '0'}` },
      { code: 'FIRM_CREDIT_CODE_INVALID', field: 'creditCode', message: 'creditCode 不是有效的统一社会信用代码' },
    ],
    [
      { townCode: '330226112' },
      {
        code: 'FIRM_TOWN_UNKNOWN',
        field: 'townCode',
        message: 'townCode: 没有代码为 330226112 的乡镇(街道)',
      },
    ],
    [
      { aliases: Array.from({ length: 51 }, (_, i) => `别名${i}`) },
      { code: 'FIRM_ALIASES_TOO_MANY', field: 'aliases', message: 'aliases: 别名最多 50 个' },
    ],
  ])('refuses %j', (what, refusal) => {
    expect(refusalOf(() => registerFirm(null, said(what), county, now))).toEqual(refusal);
  });

  it('takes 50 other names', () => {
    const aliases = Array.from({ length: 50 }, (_, i) => `别名${i}`);
    expect(registerFirm(null, said({ aliases }), county, now).state.aliases).toEqual(aliases);
  });
});
