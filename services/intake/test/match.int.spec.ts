import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type IssueSeen, type Said, type TestIntake } from './intake.ts';
import { KeyNames } from '../src/firm/key-names.job.ts';
import { MatchOverlooked } from '../src/issue/match-overlooked.job.ts';
import { analyst, firmNo, operator } from './people.ts';

let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake()));
afterAll(() => intake.stop());

const register = async (n: number, name: string, what: object = {}) => {
  const input = { creditCode: creditCodeOf(n), name, townCode: '330226110', ...what };
  const { said } = await intake.get<{ said: Said<object> }>(documents.registerFirm, { input }, operator);
  expect(said).not.toHaveProperty('code');
};
const match = async (issueId: string, n: number, what: object = {}) =>
  (
    await intake.get<{ said: Said<IssueSeen> }>(
      documents.matchFirm,
      { input: { issueId, creditCode: creditCodeOf(n), ...what } },
      operator,
    )
  ).said;
const candidates = async (id: string) =>
  (
    await intake.get<{
      issue: { firmCandidates: { firm: { creditCode: string }; score: number; evidence: string[] }[] };
    }>(documents.candidates, { id }, operator)
  ).issue.firmCandidates;
const firmOf = async (id: string) => (await intake.issue(id))?.firm?.creditCode ?? null;
const matchedOf = async (id: string) =>
  (await intake.events(id))
    .filter(({ type }) => type === 'intake.issue.matched.v1')
    .map(({ version, event }) => [version, event.data['firmCreditCode'], event.data['matchedBy']]);

describe('a report whose firm is not in the register', () => {
  it('is matched by its credit code when that firm is registered, whatever the name, and the firm sees it', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(1), firmName: '听错的名字' });
    expect(await intake.issue(id, firmNo(1))).toBeNull();
    await register(1, '宁海澄隆文具有限公司');
    expect(await intake.issue(id, firmNo(1))).toMatchObject({
      firm: { creditCode: creditCodeOf(1) },
      firmName: '听错的名字',
      town: { code: '330226110' },
    });
    expect(await matchedOf(id)).toEqual([[2, creditCodeOf(1), null]]);
  });

  it('waits for the code that was said, even where a firm of that name comes', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(90), firmName: '宁海候码五金厂' });
    await register(2, '宁海候码五金厂');
    expect(await firmOf(id)).toBeNull();
  });

  it('is matched by its exact name, and keeps the town that was said', async () => {
    const id = await intake.registered({ firmName: '宁海候名五金厂', townCode: '330226201' });
    await register(3, '宁海候名五金厂');
    expect(await intake.issue(id)).toMatchObject({
      firm: { creditCode: creditCodeOf(3) },
      town: { code: '330226201' },
    });
  });

  it('is matched by an alias that a firm is given, by an import as well', async () => {
    const id = await intake.registered({ firmName: '候别名' });
    const row = { creditCode: creditCodeOf(4), name: '宁海别名五金厂', townCode: '330226110', aliases: ['候别名'] };
    await intake.get(documents.importFirms, { input: { rows: [row] } }, analyst);
    expect([await firmOf(id), await matchedOf(id)]).toEqual([creditCodeOf(4), [[2, creditCodeOf(4), null]]]);
  });

  it('is left open where two firms go by that name; a registered name goes before an alias', async () => {
    const [twice, once] = [
      await intake.registered({ firmName: '同名厂' }),
      await intake.registered({ firmName: '先后厂' }),
    ];
    const rows = [5, 6].map((n) => ({ creditCode: creditCodeOf(n), name: '同名厂', townCode: '330226110' }));
    const more = [
      { creditCode: creditCodeOf(7), name: '先后厂', townCode: '330226110' },
      { creditCode: creditCodeOf(8), name: '别的厂', townCode: '330226110', aliases: ['先后厂'] },
    ];
    await intake.get(documents.importFirms, { input: { rows: [...rows, ...more] } }, analyst);
    expect([await firmOf(twice), await firmOf(once)]).toEqual([null, creditCodeOf(7)]);
  });
});

describe('a report under an alias', () => {
  it('is recognised when it is registered, where only one firm has the alias', async () => {
    await register(10, '宁海十号五金厂', { aliases: ['老十', '老厂'] });
    await register(11, '宁海十一号五金厂', { aliases: ['老厂'] });
    const issues = await Promise.all(['老十', '老厂'].map((firmName) => intake.registered({ firmName })));
    expect(await Promise.all(issues.map(firmOf))).toEqual([creditCodeOf(10), null]);
  });
});

describe('a name as heard', () => {
  it('brings the firms that it may mean, with what speaks for each', async () => {
    await register(20, '宁海颍泰压铸有限公司');
    await register(21, '宁海颖泰压铸件厂', { aliases: ['颖泰'] });
    await register(22, '宁海远泰压铸有限公司');
    const id = await intake.registered({ firmName: '宁海颖泰压铸有限公司', townCode: '330226110' });
    const found = await candidates(id);
    expect(found.map(({ firm, score }) => [firm.creditCode, score])).toEqual([
      [creditCodeOf(20), 0.9],
      [creditCodeOf(21), 0.855],
    ]);
    expect(found[0]!.evidence).toEqual([
      '所报名称“宁海颖泰压铸有限公司”与登记名称“宁海颍泰压铸有限公司”相近',
      '乡镇(街道)相同',
    ]);
    expect(await candidates(await intake.registered({ firmName: '宁海颍泰压铸有限公司' }))).toEqual([]);
    expect(await candidates(await intake.registered())).toEqual([]);
  });

  it('finds firms that were loaded past the graph, once their keys are made', async () => {
    await intake.firms({ creditCode: creditCodeOf(30), name: '宁海奕柯自动化设备有限公司' });
    const id = await intake.registered({ firmName: '奕柯自动化设备公司' });
    await intake.service.app.get(KeyNames).run();
    expect((await candidates(id)).map(({ firm }) => firm.creditCode)).toEqual([creditCodeOf(30)]);
    expect(await intake.sql('select version, name_keys from firm where credit_code = $1', [creditCodeOf(30)])).toEqual([
      { version: 0, name_keys: ['yi ke'] },
    ]);
  });

  it('is remembered when an operator says so, and everybody called so is known', async () => {
    await register(40, '宁波华垏汽车线束有限公司');
    const [first, second] = [
      await intake.registered({ firmName: '华垓线束' }),
      await intake.registered({ firmName: '华垓线束' }),
    ];
    expect(await match(first, 40, { keepAlias: true })).toMatchObject({ firm: { creditCode: creditCodeOf(40) } });
    expect([await matchedOf(first), await matchedOf(second)]).toEqual([
      [[2, creditCodeOf(40), 'operator-1']],
      [[2, creditCodeOf(40), null]],
    ]);
    expect(await firmOf(await intake.registered({ firmName: '华垓线束' }))).toBe(creditCodeOf(40));
  });

  it('is not remembered otherwise', async () => {
    await register(41, '宁海四一号五金厂');
    const [first, second] = [
      await intake.registered({ firmName: '四十一厂' }),
      await intake.registered({ firmName: '四十一厂' }),
    ];
    await match(first, 41);
    expect([await firmOf(first), await firmOf(second)]).toEqual([creditCodeOf(41), null]);
  });
});

describe('a match', () => {
  it('is refused where the issue is of another firm, where there is no such firm, and where there is no such issue', async () => {
    await register(50, '宁海五十号五金厂');
    const id = await intake.registered({ firmCreditCode: creditCodeOf(50) });
    const nobodyKnows = '01900000-0000-7000-8000-000000000000';
    expect(await match(id, 99)).toMatchObject({ code: 'ISSUE_FIRM_UNKNOWN', field: 'creditCode' });
    await register(51, '宁海五一号五金厂');
    expect(await match(id, 51)).toMatchObject({ code: 'ISSUE_FIRM_MATCHED', field: 'creditCode' });
    expect(await match(nobodyKnows, 50)).toMatchObject({ code: 'ISSUE_NOT_FOUND' });
    expect(await match(id, 50)).toMatchObject({ firm: { creditCode: creditCodeOf(50) } });
    expect(await matchedOf(id)).toEqual([]);
  });

  it('that two make at once has one winner', async () => {
    await register(60, '宁海六十号五金厂');
    await register(61, '宁海六一号五金厂');
    const id = await intake.registered({ firmName: '六字厂' });
    const answers = await Promise.all([match(id, 60, { keepAlias: true }), match(id, 61, { keepAlias: true })]);
    expect(answers.map(({ code }) => code ?? 'matched').toSorted()).toEqual(['ISSUE_FIRM_MATCHED', 'matched']);
    expect(await matchedOf(id)).toHaveLength(1);
  });

  it('that was overlooked is made up for', async () => {
    const id = await intake.registered({ firmName: '宁海漏看五金厂' });
    await intake.firms({ creditCode: creditCodeOf(70), name: '宁海漏看五金厂' });
    await Promise.all([0, 1].map(() => intake.service.app.get(MatchOverlooked).run()));
    expect([await firmOf(id), await matchedOf(id)]).toEqual([creditCodeOf(70), [[2, creditCodeOf(70), null]]]);
  });
});
