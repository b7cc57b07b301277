import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type Said, type TestIntake } from './intake.ts';
import { admin, analyst, operator } from './people.ts';
import { statementsOf } from './statements.ts';

interface FirmSeen {
  readonly creditCode: string;
  readonly name: string;
}
interface Imported {
  readonly rows: readonly {
    readonly outcome: string;
    readonly rejection: { readonly code: string; readonly field: string } | null;
  }[];
}

let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake()));
afterAll(() => intake.stop());

const said = (n: number, what: object = {}) => ({
  creditCode: creditCodeOf(n),
  name: `宁海${n}号五金厂`,
  townCode: '330226110',
  ...what,
});
const register = async (input: object, asker = operator) =>
  (await intake.get<{ said: Said<FirmSeen> }>(documents.registerFirm, { input }, asker)).said;
const importRows = async (rows: readonly object[], asker = analyst) =>
  (await intake.get<{ said: Said<Imported> }>(documents.importFirms, { input: { rows } }, asker)).said;
const outcomes = ({ rows }: Imported) =>
  rows.map(({ outcome, rejection }) => (rejection ? `${rejection.code} ${rejection.field}` : outcome));
const historyOf = async (creditCode: string, args: object = {}) =>
  (
    await intake.get<{ firm: { history: { nodes: unknown[]; pageInfo: { endCursor: string } } } }>(
      documents.history,
      { creditCode, ...args },
      analyst,
    )
  ).firm.history;
const typesOf = async (creditCode: string) =>
  (await intake.events(creditCode)).map(({ type, version }) => `${version} ${type}`);

describe('a firm', () => {
  it('is entered with all that is said of it, and nothing of its name or address is announced', async () => {
    const facts = { industry: 'C', size: 'SMALL', employees: 42, address: '强蛟镇工业路1号', aliases: ['一号厂'] };
    expect(await register(said(1, facts))).toEqual({
      creditCode: creditCodeOf(1),
      name: '宁海1号五金厂',
      town: { code: '330226110' },
      ...facts,
    });
    const [event] = await intake.events(creditCodeOf(1));
    expect([event!.type, event!.event.data]).toEqual([
      'intake.firm.registered.v1',
      {
        firmCreditCode: creditCodeOf(1),
        townCode: '330226110',
        industry: 'C',
        size: 'SMALL',
        registeredAt: expect.any(String),
      },
    ]);
  });

  it('keeps what is not mentioned, loses what is said to be none, and keeps its history', async () => {
    const facts = { industry: 'C', size: 'SMALL', employees: 42, address: '工业路1号', aliases: ['二号厂'] };
    await register(said(2, facts));
    await register(said(2, { employees: 43 }), analyst);
    await register(said(2, { employees: 43 }), analyst);
    expect(await register(said(2, { name: '宁海二号五金厂', address: null, aliases: null }), admin)).toMatchObject({
      ...facts,
      name: '宁海二号五金厂',
      employees: 43,
      address: null,
      aliases: [],
    });
    const was = { name: '宁海2号五金厂', townCode: '330226110', ...facts };
    const { nodes, pageInfo } = await historyOf(creditCodeOf(2), { first: 2 });
    expect(nodes).toEqual([
      { changedBy: 'admin-1', was: { ...was, employees: 43 } },
      { changedBy: 'analyst-1', was },
    ]);
    const rest = await historyOf(creditCodeOf(2), { after: pageInfo.endCursor });
    expect(rest.nodes).toEqual([{ changedBy: 'operator-1', was: null }]);
    expect(await typesOf(creditCodeOf(2))).toEqual([
      '1 intake.firm.registered.v1',
      '2 intake.firm.changed.v1',
      '3 intake.firm.changed.v1',
    ]);
  });

  it('that was loaded past the graph is changed with its history all the same', async () => {
    await intake.firms({ creditCode: creditCodeOf(3), name: '宁海3号五金厂' });
    await register(said(3, { employees: 7 }));
    expect((await historyOf(creditCodeOf(3))).nodes).toMatchObject([{ was: { employees: 42 } }]);
    expect(await typesOf(creditCodeOf(3))).toEqual(['1 intake.firm.changed.v1']);
  });

  it.each([
    [{ creditCode: '91330226MA0000001X' }, 'FIRM_CREDIT_CODE_INVALID', 'creditCode'],
    [{ creditCode: 'short' }, 'FIRM_CREDIT_CODE_INVALID', 'creditCode'],
    [{ name: ' ' }, 'FIELD_REQUIRED', 'name'],
    [{ name: '长'.repeat(201) }, 'FIELD_TOO_LONG', 'name'],
    [{ name: 'a\u0000b' }, 'FIELD_MALFORMED', 'name'],
    [{ townCode: '330226999' }, 'FIRM_TOWN_UNKNOWN', 'townCode'],
    [{ industry: 'Z' }, 'FIELD_MALFORMED', 'industry'],
    [{ employees: -1 }, 'FIELD_MALFORMED', 'employees'],
    [{ aliases: Array.from({ length: 51 }, (_, i) => `别名${i}`) }, 'FIRM_ALIASES_TOO_MANY', 'aliases'],
    [{ aliases: ['别名', ' '] }, 'FIELD_REQUIRED', 'aliases.1'],
  ])('is refused with %j', async (what, code, field) => {
    const before = await intake.stock();
    expect(await register(said(4, what))).toEqual({ code, field, message: expect.any(String) });
    expect(await intake.stock()).toEqual(before);
  });

  it.each(['💥厂', "Robert'); drop table firm; --", '<b>厂</b>&amp;', '零\u200b宽\ufeff厂', '=1+1'])(
    'may be called %s: it is kept as it is',
    async (name) => {
      await register(said(5, { name, aliases: [`${name}别名`] }));
      expect(await register(said(5, { name }))).toMatchObject({ name, aliases: [`${name}别名`] });
    },
  );

  it('that 50 enter at once is entered once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => register(said(6))));
    expect(answers.filter(({ code }) => code)).toEqual([]);
    expect(await typesOf(creditCodeOf(6))).toEqual(['1 intake.firm.registered.v1']);
    expect((await historyOf(creditCodeOf(6))).nodes).toHaveLength(1);
  });

  it('that two change at once has both changes in its history', async () => {
    await register(said(7));
    await Promise.all([register(said(7, { employees: 1 })), register(said(7, { employees: 2 }))]);
    expect(await typesOf(creditCodeOf(7))).toHaveLength(3);
    expect((await historyOf(creditCodeOf(7))).nodes).toHaveLength(3);
  });
});

describe('an import of firms', () => {
  it('judges each row by itself, and the same rows again change nothing', async () => {
    const rows = [
      said(20),
      said(21, { employees: 5 }),
      said(22, { size: 'HUGE' }),
      said(23, { townCode: '' }),
      said(21, { employees: 6 }),
      {},
    ];
    expect(outcomes(await importRows(rows))).toEqual([
      'REGISTERED',
      'REGISTERED',
      'FIELD_MALFORMED size',
      'FIELD_REQUIRED townCode',
      'CHANGED',
      'FIELD_MALFORMED creditCode',
    ]);
    const again = [said(20), said(21, { employees: 6 })];
    const before = await intake.stock();
    expect(outcomes(await importRows(again, admin))).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(await intake.stock()).toEqual(before);
    expect(await typesOf(creditCodeOf(21))).toEqual(['1 intake.firm.registered.v1', '2 intake.firm.changed.v1']);
    expect((await historyOf(creditCodeOf(21))).nodes).toMatchObject([{ was: { employees: 5 } }, { was: null }]);
  });

  it('costs as many statements for 500 rows as for five', async () => {
    const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => said(from + i));
    const counts = [];
    for (const some of [rows(1_000, 5), rows(2_000, 500)]) {
      const statements = await statementsOf(intake.service.db.source, async () => {
        expect(new Set(outcomes(await importRows(some)))).toEqual(new Set(['REGISTERED']));
      });
      counts.push(statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('of more than 500 rows is refused', async () => {
    expect(await importRows(Array.from({ length: 501 }, (_, i) => said(i)))).toMatchObject({
      code: 'FIRM_ROWS_TOO_MANY',
      field: 'rows',
    });
  });

  it('of the same new firms by ten at once enters each once', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => said(5_000 + i));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => importRows(i % 2 ? rows : rows.toReversed())),
    );
    const all = answers.flatMap(outcomes);
    expect([all.filter((one) => one === 'REGISTERED').length, new Set(all)]).toEqual([
      100,
      new Set(['REGISTERED', 'UNCHANGED']),
    ]);
  });
});
