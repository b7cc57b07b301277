import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, enrolled, inspectOn, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { acceptFirst, decideAs, firmOf, withoutJobs } from './process-asks.ts';
import { recorded } from './statements.ts';

const [busy, calm, empty] = ['330226110', '330226111', '330226112'];
let booted: Booted;
const firmsOf = new Map<string, string[]>();
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(feb(28)) });
  const results = { [busy]: [[0], [1], [1, 1, 1], [1, 0], [1, 1], []], [calm]: [[0], []] };
  for (const [town, firms] of Object.entries(results))
    for (const days of firms) {
      const firm = await enrolled(booted, town);
      firmsOf.set(town, [...(firmsOf.get(town) ?? []), firm]);
      for (const [i, unmet] of days.entries()) await inspectOn(booted, firm, i + 1, unmet);
    }
});
afterAll(() => booted?.stop());

/** A firm that applies for its first acceptance, and was inspected on site. */
async function applicant(townCode: string): Promise<string> {
  const firm = newCreditCode();
  await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST', townCode }, firmOf(firm));
  await booted.schema.db.source.query('update enrolment set enrolled_at = $2 where credit_code = $1', [firm, feb(1)]);
  await inspectOn(booted, firm, 2, 0);
  return firm;
}

const ASKED = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Town { lights { green yellow red none } } } }`;

async function lightsIn(asker: Asker, codes = [busy, calm, empty]): Promise<unknown[]> {
  const of = codes.map((code) => ({ __typename: 'Town', code }));
  const { data, errors } = await booted.ask<{ _entities: { lights: unknown }[] }>(ASKED, { of }, asker);
  expect(errors).toBeUndefined();
  return data!._entities.map(({ lights }) => lights);
}

const inBusy = { green: 2, yellow: 2, red: 1, none: 1 };
const inCalm = { green: 1, yellow: 0, red: 0, none: 1 };
const nobody = { green: 0, yellow: 0, red: 0, none: 0 };

describe('the lights of a town', () => {
  it.each([
    [analyst, [inBusy, inCalm, nobody]],
    [{ sub: 'd', roles: ['DEPARTMENT'] }, [inBusy, inCalm, nobody]],
    [{ sub: 'd', roles: ['DEPARTMENT'], town: calm }, [null, inCalm, null]],
  ] as [Asker, unknown[]][])('are counted for %j as far as it may see them', async (asker, seen) => {
    expect(await lightsIn(asker)).toEqual(seen);
  });

  it('are of firms that are enrolled for good, not of who is to be accepted yet', async () => {
    const firm = await applicant(empty);
    expect(await lightsIn(analyst, [empty])).toEqual([nobody]);
    await acceptFirst(booted, firm, feb(28));
    expect(await lightsIn(analyst, [empty])).toEqual([{ ...nobody, green: 1 }]);
  });

  it('of all towns take one statement', async () => {
    const codes = Array.from({ length: 18 }, (_, i) => String(330226100 + i));
    const { statements } = await recorded(booted, () => lightsIn(analyst, codes));
    expect(statements).toHaveLength(1);
  });

  it.each(['FIRM', 'TASKFORCE_LEAD', 'ADMIN'])('are not for %s', async (role) => {
    const asker = { sub: 'x', roles: [role], firm: '91330226MA2AG00014', task_force: 'TESTING' };
    const { errors } = await booted.ask(ASKED, { of: [{ __typename: 'Town', code: busy }] }, asker);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the light of a firm', () => {
  const FIRM = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Firm { light { LIGHT } } } }`;
  const HISTORY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Firm { lightHistory(first: 9) { nodes { colour } } } } }`;
  const ask = (document: string, asker: Asker) => {
    const of = [busy, calm].map((town) => ({ __typename: 'Firm', creditCode: firmsOf.get(town)![0] }));
    return booted.ask<{ _entities: unknown[] }>(document, { of }, asker);
  };
  const read = async (document: string, asker: Asker) => {
    const { data, errors } = await ask(document, asker);
    expect(errors).toBeUndefined();
    return data!._entities;
  };

  const green = { light: { colour: 'GREEN', run: 0, condition: 'NORMAL', history: [{ colour: 'GREEN' }] } };
  const once = { lightHistory: { nodes: [{ colour: 'GREEN' }] } };
  const hidden = [{ light: null }, { lightHistory: { nodes: [] } }] as const;
  it.each([
    ['an analyst', analyst, [green, green], [once, once]],
    ['a department of the county', { sub: 'd', roles: ['DEPARTMENT'] }, [green, green], [once, once]],
    [
      'a department of its town',
      { sub: 'd', roles: ['DEPARTMENT'], town: calm },
      [hidden[0], green],
      [hidden[1], once],
    ],
  ] as [string, Asker, unknown[], unknown[]][])(
    'is read by %s as far as it may see it',
    async (_, asker, seen, told) => {
      const whole = FIRM.replace('LIGHT', 'colour run condition history { colour }');
      expect([await read(whole, asker), await read(HISTORY, asker)]).toEqual([seen, told]);
    },
  );

  it.each(['TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'ADMIN'])('is for %s what hangs at the gate', async (role) => {
    const asker = { sub: 'x', roles: [role], task_force: 'TESTING' };
    const atTheGate = { light: { colour: 'GREEN', since: feb(1).toISOString() } };
    expect(await read(FIRM.replace('LIGHT', 'colour since'), asker)).toEqual([atTheGate, atTheGate]);
    for (const document of [FIRM.replace('LIGHT', 'run'), FIRM.replace('LIGHT', 'condition'), HISTORY])
      expect((await ask(document, asker)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
