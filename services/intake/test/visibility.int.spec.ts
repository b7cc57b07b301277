import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, auditor, commander, departmentOf, firmNo, operator } from './people.ts';

const [qiangjiao, xidian] = ['330226110', '330226111'];

let intake: TestIntake;
let ofFirm1: string;
let ofFirm2: string;
let ofFirm1Elsewhere: string;
let ofNobody: string;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms(
    { creditCode: creditCodeOf(1), name: '一号厂', townCode: qiangjiao },
    { creditCode: creditCodeOf(2), name: '二号厂', townCode: xidian },
  );
  ofFirm1 = await intake.registered({ firmCreditCode: creditCodeOf(1) });
  ofFirm2 = await intake.registered({ firmCreditCode: creditCodeOf(2) });
  ofFirm1Elsewhere = await intake.registered({ firmCreditCode: creditCodeOf(1), townCode: xidian });
  ofNobody = await intake.registered({ firmName: '听起来像某某五金' });
});
afterAll(() => intake.stop());

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
}
const sortedIds = ({ nodes }: Listed) => nodes.map(({ id }) => id).toSorted();
const listed = async (asker: Asker, filter: object = {}) =>
  sortedIds((await intake.get<{ list: Listed }>(documents.issues, { filter }, asker)).list);
const firmFile = async (asker: Asker, n: number) =>
  (await intake.get<{ firm: { issues: Listed } | null }>(documents.firm, { creditCode: creditCodeOf(n) }, asker)).firm;
const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Issue { id } ... on Firm { creditCode issues { nodes { id } } } ... on Town { code } } }`;
const entities = async (asker: Asker, ...representations: object[]) =>
  (await intake.get<{ _entities: unknown[] }>(ENTITIES, { representations }, asker))._entities;

describe('a firm', () => {
  it('sees its own issues only, one by one and listed', async () => {
    const one = firmNo(1);
    expect(await listed(one)).toEqual([ofFirm1, ofFirm1Elsewhere].toSorted());
    expect(
      await Promise.all(
        [ofFirm1, ofFirm2, ofFirm1Elsewhere, ofNobody].map(async (id) => (await intake.issue(id, one))?.id ?? null),
      ),
    ).toEqual([ofFirm1, null, ofFirm1Elsewhere, null]);
  });

  it('cannot widen what it sees by a filter', async () => {
    expect(await listed(firmNo(2), { townCode: qiangjiao })).toEqual([]);
  });

  it('sees its own file only', async () => {
    expect(await firmFile(firmNo(1), 2)).toBeNull();
    expect(sortedIds((await firmFile(firmNo(1), 1))!.issues)).toEqual([ofFirm1, ofFirm1Elsewhere].toSorted());
  });

  it('that names none sees nothing', async () => {
    const nameless: Asker = { sub: 'firm-0', roles: ['FIRM'] };
    expect([await listed(nameless), await intake.issue(ofNobody, nameless), await firmFile(nameless, 1)]).toEqual([
      [],
      null,
      null,
    ]);
  });

  it('sees no more through another service', async () => {
    const other = [
      { __typename: 'Firm', creditCode: creditCodeOf(2) },
      { __typename: 'Issue', id: ofFirm2 },
      { __typename: 'Issue', id: ofNobody },
    ];
    expect(await entities(firmNo(1), ...other, { __typename: 'Issue', id: ofFirm1 })).toEqual([
      null,
      null,
      null,
      { id: ofFirm1 },
    ]);
  });
});

describe('a department of a town', () => {
  const department = departmentOf(xidian);

  it("sees that town's issues only, one by one and listed", async () => {
    expect(await listed(department)).toEqual([ofFirm2, ofFirm1Elsewhere].toSorted());
    expect([await intake.issue(ofFirm1, department), await intake.issue(ofNobody, department)]).toEqual([null, null]);
    expect(await intake.issue(ofFirm2, department)).toMatchObject({ id: ofFirm2 });
  });

  it('finds nothing where it asks for another town', async () => {
    expect(await listed(department, { townCode: qiangjiao })).toEqual([]);
    expect(await listed(department, { townCode: xidian })).toEqual([ofFirm2, ofFirm1Elsewhere].toSorted());
  });

  it("sees of a firm's issues those of its town, whoever leads it there", async () => {
    expect(sortedIds((await firmFile(department, 1))!.issues)).toEqual([ofFirm1Elsewhere]);
    expect(
      await entities(
        department,
        { __typename: 'Firm', creditCode: creditCodeOf(1) },
        { __typename: 'Issue', id: ofFirm1 },
      ),
    ).toEqual([{ creditCode: creditCodeOf(1), issues: { nodes: [{ id: ofFirm1Elsewhere }] } }, null]);
  });
});

describe('the whole register', () => {
  it.each<[string, Asker]>([
    ['an operator', operator],
    ['an analyst', analyst],
    ['the commander', commander],
    ['an auditor', auditor],
    ['a department of the county', departmentOf(null)],
    ['somebody of a town who is also an analyst', { ...analyst, roles: ['ANALYST', 'DEPARTMENT'], town: xidian }],
  ])('is seen by %s', async (_, asker) => {
    expect(await listed(asker)).toHaveLength(4);
    expect(await intake.issue(ofNobody, asker)).toMatchObject({ id: ofNobody });
  });

  it('is listed by state, domain and town', async () => {
    await intake.triage(ofFirm1);
    await intake.dispatch(ofFirm1);
    expect(await listed(analyst, { status: ['DISPATCHED', 'SOLVED'] })).toEqual([ofFirm1]);
    expect(await listed(analyst, { status: ['REGISTERED'], townCode: xidian })).toEqual(
      [ofFirm2, ofFirm1Elsewhere].toSorted(),
    );
    expect(await listed(analyst, { domain: 'MATERIALS' })).toEqual([ofFirm1]);
    expect(await listed(analyst, { status: [] })).toEqual([]);
  });
});

describe('what is not there', () => {
  it.each(['20200214-0042', '01900000-0000-7000-8000-000000000000', '', '\u0000', `${'9'.repeat(5_000)}`])(
    'is null: %j',
    async (key) => {
      const query =
        'query ($key: ID!) { issue(id: $key) { id } firm(creditCode: $key) { name } town(code: $key) { name } }';
      expect(await intake.get(query, { key }, analyst)).toEqual({ issue: null, firm: null, town: null });
    },
  );
});

describe('whoever asks', () => {
  const VIEWER = '{ viewer { sub name roles taskForceCode firm { name } town { name } } towns { code } }';

  it('is told who they are, with their firm, task force and town', async () => {
    const everything = {
      sub: 'x-1',
      name: '某甲',
      roles: ['FIRM', 'TASKFORCE_LEAD'],
      firm: creditCodeOf(1),
      task_force: 'TESTING',
      town: qiangjiao,
    };
    expect(await intake.get(VIEWER, {}, everything)).toMatchObject({
      viewer: {
        sub: 'x-1',
        name: '某甲',
        roles: ['FIRM', 'TASKFORCE_LEAD'],
        taskForceCode: 'TESTING',
        firm: { name: '一号厂' },
        town: { name: '强蛟镇' },
      },
    });
  });

  it('is told of the 18 towns, by code', async () => {
    const { viewer, towns } = await intake.get<{ viewer: object; towns: { code: string }[] }>(VIEWER, {}, operator);
    expect(viewer).toEqual({
      sub: 'operator-1',
      name: '接线员甲',
      roles: ['OPERATOR'],
      taskForceCode: null,
      firm: null,
      town: null,
    });
    expect([towns.length, towns[0], towns.at(-1)]).toEqual([18, { code: '330226001' }, { code: '330226202' }]);
  });
});
