import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { enrolled, inspectOn } from './asks.ts';

const [ONE, OTHER] = ['330226110', '330226111'];
const commander: Asker = { sub: 'commander-1', roles: ['COMMANDER'] };
let booted: Booted;
beforeAll(async () => {
  booted = await boot({ ...inspection, schedule: () => [] }, { clock: fixedClock('2020-02-16T04:00:00.000Z') });
  const [mended, yellow] = [await enrolled(booted, ONE), await enrolled(booted, ONE)];
  await enrolled(booted, OTHER);
  await inspectOn(booted, mended, 14, 1);
  await inspectOn(booted, mended, 15, 0);
  await inspectOn(booted, yellow, 16, 2);
});
afterAll(() => booted.stop());

const RATE = '{ numerator n value }';
const FIGURES = `query ($from: Date!, $to: Date!, $town: ID) { inspectionFigures(from: $from, to: $to, townCode: $town) {
  coverage ${RATE} towns { town { code } coverage ${RATE} failures ${RATE} green yellow red changedToday } rules { rule failures ${RATE} }
  yellowToGreen { n medianHours p90Hours } findingsClosed ${RATE} } }`;

interface Seen {
  readonly inspectionFigures: {
    readonly coverage: object;
    readonly towns: readonly object[];
    readonly rules: readonly { readonly rule: string; readonly failures: object }[];
    readonly yellowToGreen: object;
    readonly findingsClosed: object;
  };
}
const ask = (variables: object, asker: Asker) => booted.ask<Seen>(FIGURES, variables, asker);
const period = { from: '2020-02-14', to: '2020-02-16' };

describe('the figures of inspections', () => {
  it('count the firms that were inspected, what failed and what was mended', async () => {
    const { inspectionFigures: seen } = (await ask(period, commander)).data!;
    expect(seen.coverage).toMatchObject({ numerator: 2, n: 3 });
    expect(seen.towns).toEqual([
      {
        town: { code: ONE },
        coverage: { numerator: 2, n: 2, value: 1 },
        failures: { numerator: 2, n: 3, value: 2 / 3 },
        green: 1,
        yellow: 1,
        red: 0,
        changedToday: 1,
      },
      {
        town: { code: OTHER },
        coverage: { numerator: 0, n: 1, value: 0 },
        failures: { numerator: 0, n: 0, value: null },
        green: 0,
        yellow: 0,
        red: 0,
        changedToday: 0,
      },
    ]);
    expect(seen.rules).toHaveLength(12);
    expect(seen.rules.find(({ rule }) => rule === 'TEMPERATURE_TAKEN')?.failures).toMatchObject({ numerator: 2, n: 3 });
    expect(seen.yellowToGreen).toEqual({ n: 1, medianHours: 24, p90Hours: 24 });
    expect(seen.findingsClosed).toMatchObject({ numerator: 1, n: 3 });
  });

  it("are a town's for its department, whatever it asks for", async () => {
    const department: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: OTHER };
    const { data } = await ask({ ...period, town: ONE }, department);
    expect(data!.inspectionFigures.towns).toEqual([expect.objectContaining({ town: { code: OTHER } })]);
  });

  it('show the leniency of inspectors to commanders and the audit alone', async () => {
    const asked = `{ inspectionFigures(from: "2020-02-14", to: "2020-02-16") { leniency { inspector failures ${RATE} expected ratio } } }`;
    const { data } = await booted.ask<{ inspectionFigures: { leniency: object[] } }>(asked, {}, commander);
    expect(data!.inspectionFigures.leniency).toEqual([
      { inspector: 'inspector-1', failures: { numerator: 2, n: 3, value: 2 / 3 }, expected: 2, ratio: null },
    ]);
    const refused = await booted.ask(asked, {}, { sub: 'i', roles: ['INSPECTOR'] });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    [{ from: '2020-02-16', to: '2020-02-14' }, 'to'],
    [{ from: '2020-02-14', to: '2021-02-14' }, 'to'],
    [{ ...period, town: '42' }, 'filter.townCode'],
  ])('%j is refused', async (variables, field) => {
    const { errors } = await ask(variables, commander);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
