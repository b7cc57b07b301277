import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, enrolled, inspectOn, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { decideAs, firmOf, withoutJobs } from './process-asks.ts';

const [town, other] = ['330226110', '330226111'];
const county = { sub: 'd', roles: ['DEPARTMENT'] };
const ofTown = { ...county, town };
const red = [1, 1, 1];
const LIST = `query ($first: Int, $after: String, $filter: LightFilter) { lights(first: $first, after: $after, filter: $filter) {
  nodes { colour since firm { creditCode } } pageInfo { hasNextPage endCursor } } }`;

interface Seen {
  readonly nodes: readonly { readonly colour: string; readonly firm: { readonly creditCode: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let booted: Booted;
/** by what they are */
const firms: Record<string, string> = {};
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(feb(28)) });
  const histories: [string, string, number[]][] = [
    ['green', town, [0]],
    ['yellow', town, [0, 0, 0, 1]],
    ['red', town, red],
    ['redder', town, [0, 0, ...red]],
    ['red elsewhere', other, [0, 0, 0, ...red]],
    ['not inspected', town, []],
  ];
  for (const [name, townCode, days] of histories) {
    firms[name] = await enrolled(booted, townCode);
    for (const [i, unmet] of days.entries()) await inspectOn(booted, firms[name], i + 1, unmet);
  }
});
afterAll(() => booted?.stop());

async function listed(asked: object, asker: Asker = analyst): Promise<Seen> {
  const { data, errors } = await booted.ask<{ lights: Seen }>(LIST, asked, asker);
  expect(errors).toBeUndefined();
  return data!.lights;
}

/** Which firms, in the order of the list. */
function named({ nodes }: Seen): (string | undefined)[] {
  return nodes.map(({ firm }) => Object.keys(firms).find((name) => firms[name] === firm.creditCode));
}

async function refused(asked: object, asker: Asker = analyst): Promise<unknown> {
  const { errors } = await booted.ask(LIST, asked, asker);
  return errors?.map(({ extensions: { code, field } }) => [code, field]);
}

describe('the list of lights', () => {
  it.each([
    [{}, ['red elsewhere', 'redder', 'yellow', 'red', 'green']],
    [{ colour: 'RED' }, ['red elsewhere', 'redder', 'red']],
    [{ colour: 'YELLOW' }, ['yellow']],
    [{ townCode: town }, ['redder', 'yellow', 'red', 'green']],
    [{ townCode: town, colour: 'RED' }, ['redder', 'red']],
    [{ townCode: other, colour: 'YELLOW' }, []],
  ])('has for %j the firms whose colour is newest first', async (filter, wanted) => {
    expect(named(await listed({ filter }))).toEqual(wanted);
  });

  it('says the light itself', async () => {
    const { nodes } = await listed({ filter: { townCode: other } });
    expect(nodes).toEqual([
      { colour: 'RED', since: feb(6).toISOString(), firm: { creditCode: firms['red elsewhere'] } },
    ]);
  });

  it('goes on where a page ended', async () => {
    const pages = [await listed({ first: 2 })];
    while (pages.at(-1)!.pageInfo.hasNextPage)
      pages.push(await listed({ first: 2, after: pages.at(-1)!.pageInfo.endCursor }));
    expect(pages.map(named)).toEqual([['red elsewhere', 'redder'], ['yellow', 'red'], ['green']]);
  });

  it.each<[string, Asker, object, string[]]>([
    ['of its own town', ofTown, {}, ['redder', 'yellow', 'red', 'green']],
    ['of none where it asks for another', ofTown, { townCode: other, colour: 'RED' }, []],
    ['of the county', county, { colour: 'RED' }, ['red elsewhere', 'redder', 'red']],
  ])('is for a department %s', async (_, asker, filter, wanted) => {
    expect(named(await listed({ filter }, asker))).toEqual(wanted);
  });

  it('has nobody who is to be accepted yet, until he is enrolled for good', async () => {
    const firm = newCreditCode();
    firms['applicant'] = firm;
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST', townCode: town }, firmOf(firm));
    await booted.schema.db.source.query('update enrolment set enrolled_at = $2 where credit_code = $1', [firm, feb(1)]);
    await inspectOn(booted, firm, 9, 1);
    const filter = { colour: 'YELLOW' };
    expect(named(await listed({ filter }))).toEqual(['yellow']);
    await booted.schema.db.source.query('update enrolment set provisional_for = null where credit_code = $1', [firm]);
    expect(named(await listed({ filter }))).toEqual(['applicant', 'yellow']);
  });

  it.each(['FIRM', 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'ADMIN'])('is not for %s', async (role) => {
    const asker = { sub: 'x', roles: [role], firm: firms['red'], task_force: 'TESTING' } as Asker;
    expect(await refused({}, asker)).toEqual([['FORBIDDEN', undefined]]);
  });

  it('has for an inspector whose account is a firm as well that firm alone', async () => {
    const asker = { sub: 'x', roles: ['INSPECTOR', 'FIRM'], firm: firms['red'] } as Asker;
    expect(named(await listed({}, asker))).toEqual(['red']);
  });

  it.each([
    [{ filter: { townCode: '宁海' } }, 'filter.townCode'],
    [{ first: 101 }, 'first'],
    [{ after: 'x' }, 'after'],
    [{ after: Buffer.from('["no time","x"]').toString('base64url') }, 'after'],
  ])('is refused for %j, the field named', async (asked, field) => {
    expect(await refused(asked)).toEqual([['BAD_USER_INPUT', field]]);
  });
});
