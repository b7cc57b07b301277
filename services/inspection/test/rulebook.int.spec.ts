import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { analyst, anInput, enrolled, submitAs } from './asks.ts';
import { feb, ruleCodes } from './builders.ts';

const clock = fixedClock(feb(28));
/** midnight between 14 and 15 February in the county, when the second version comes into force */
const midnight = Date.parse('2020-02-14T16:00:00.000Z');
let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock });
  const { source } = booted.schema.db;
  await source.query(`insert into rulebook values (2, '2020-02-15', 3, 2)`);
  await source.query(`insert into rule values (2, 'MASKS_WORN', 1, '佩戴口罩', 'Masks are worn')`);
});
afterAll(() => booted.stop());

const RULEBOOK = `query ($version: Int, $on: Date) { rulebook(version: $version, on: $on) {
  version inForceFrom notApplicableAtMost redAtRun rules { code position } } }`;

interface Seen {
  readonly rulebook: { readonly version: number; readonly rules: readonly object[] } | null;
}

async function rulebook(variables: object): Promise<Seen['rulebook']> {
  return (await booted.ask<Seen>(RULEBOOK, variables, { roles: ['FIRM'] })).data!.rulebook;
}

describe('the rulebook', () => {
  it('of the first days is the default one with its twelve rules', async () => {
    const rules = ruleCodes.map((code, i) => ({ code, position: i + 1 }));
    const twelve = { version: 1, inForceFrom: '2020-01-01', notApplicableAtMost: 3, redAtRun: 3, rules };
    expect(await rulebook({ version: 1 })).toEqual(twelve);
  });

  it.each<[object, number | null]>([
    [{ version: 2 }, 2],
    [{ version: 9 }, null],
    [{ version: -1 }, null],
    [{ version: 1, on: '2020-02-15' }, 1],
    [{ on: '2020-01-01' }, 1],
    [{ on: '2019-12-31' }, null],
    [{ on: '2020-02-14' }, 1],
    [{ on: '2020-02-15' }, 2],
    [{}, 2],
    [{ version: null, on: null }, 2],
  ])('asked by %j is version %j', async (variables, version) => {
    expect((await rulebook(variables))?.version ?? null).toBe(version);
  });

  it.each([
    [-1, 1],
    [0, 2],
    [1, 2],
  ])('changes with the county day: %i ms from midnight it is version %i', async (ms, version) => {
    clock.set(new Date(midnight + ms));
    const now = await rulebook({});
    clock.set(feb(28));
    expect(now?.version).toBe(version);
  });

  it.each([
    [-1, 'INSPECTION_RULE_MISSING'],
    [0, undefined],
    [1, undefined],
  ])('judges the inspections of its days: %i ms from midnight, one of one rule gives %s', async (ms, code) => {
    const only = [{ rule: 'MASKS_WORN', result: 'MET' }];
    const told = anInput(await enrolled(booted), { performedAt: new Date(midnight + ms), results: only });
    expect((await submitAs(booted, told)).data?.submitInspection['code']).toBe(code);
  });

  it.each(['2020-02-30', '14 February', '99999-01-01'])('is not asked for the day %s', async (on) => {
    const { errors } = await booted.ask(RULEBOOK, { on }, analyst);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
