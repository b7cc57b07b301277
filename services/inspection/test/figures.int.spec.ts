import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { enrolAs, enrolled, inspectOn, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { acceptFirst, decideAs, firmOf } from './process-asks.ts';

const [ONE, OTHER] = ['330226110', '330226111'];
const commander: Asker = { sub: 'commander-1', roles: ['COMMANDER'] };
const clock = fixedClock(feb(14, 12));
let booted: Booted;
beforeAll(async () => {
  booted = await boot({ ...inspection, schedule: () => [] }, { clock });
  const [mended, yellow] = [await enrolled(booted, ONE), await enrolled(booted, ONE)];
  await enrolled(booted, OTHER);
  await inspectOn(booted, mended, 14, 1);
  clock.set(feb(15, 12));
  await inspectOn(booted, mended, 15, 0);
  clock.set(feb(16, 12));
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
const rateOf = (rate: object) => {
  const { numerator, n } = rate as { numerator: number; n: number };
  return [numerator, n];
};
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

  it('count a light as of the day on which it changed, not of the day from which it counts', async () => {
    const town = '330226115';
    const changed = async () => {
      const { towns } = (await ask({ ...period, town }, commander)).data!.inspectionFigures;
      return (towns as { yellow: number; red: number; changedToday: number }[]).map((seen) => [
        seen.yellow,
        seen.red,
        seen.changedToday,
      ]);
    };
    const firm = await enrolled(booted, town);
    clock.set(feb(15, 12));
    for (const day of [11, 12]) await inspectOn(booted, firm, day, 1);
    const last = (await inspectOn(booted, firm, 13, 1)).data!.submitInspection['id'];
    expect(await changed()).toEqual([[0, 1, 1]]);
    clock.set(feb(16, 12));
    expect(await changed()).toEqual([[0, 1, 0]]);
    const grounds = { inspectionId: last, grounds: '当日停电' };
    const { id } = await decideAs(booted, 'appealInspection', grounds, firmOf(firm));
    await decideAs(booted, 'decideAppeal', { id, upheld: true, reason: '属实' }, commander);
    expect(await changed()).toEqual([[1, 0, 1]]);
    await inspectOn(booted, firm, 10, 0);
    clock.set(feb(17, 0));
    expect(await changed()).toEqual([[1, 0, 0]]);
    clock.set(feb(16, 12));
  });

  it("are a town's for its department, and none of another's", async () => {
    const department: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: OTHER };
    const towns = async (town: string | null) =>
      (await ask({ ...period, town }, department)).data!.inspectionFigures.towns;
    expect(await towns(null)).toEqual([expect.objectContaining({ town: { code: OTHER } })]);
    expect(await towns(ONE)).toEqual([]);
  });

  it("name the town of its time for what was found, a firm's present one for the firm, whoever asks", async () => {
    const [from, to] = ['330226112', '330226113'];
    const firm = await enrolled(booted, from);
    await inspectOn(booted, firm, 2, 1);
    await inspectOn(booted, firm, 3, 0);
    clock.set(feb(4, 8));
    await enrolAs(booted, { creditCode: firm, townCode: to });
    clock.set(feb(16, 12));
    await inspectOn(booted, firm, 4, 1);
    const read = async (town: string | null) => {
      const { inspectionFigures } = (await ask({ from: '2020-02-02', to: '2020-02-04', town }, commander)).data!;
      const { towns, rules, yellowToGreen } = inspectionFigures;
      const ofTown = (towns as { town: { code: string }; coverage: object; failures: object; yellow: number }[])
        .filter(({ town: { code } }) => code === (town ?? code) && [from, to].includes(code))
        .map(({ town: { code }, coverage, failures, yellow }) => [code, rateOf(coverage), rateOf(failures), yellow]);
      return [ofTown, rateOf(rules.find(({ rule }) => rule === 'TEMPERATURE_TAKEN')!.failures), yellowToGreen];
    };
    const [then, now] = [
      [from, [0, 0], [1, 2], 0],
      [to, [1, 1], [1, 1], 1],
    ];
    expect([await read(from), await read(to), (await read(null))[0]]).toEqual([
      [[then], [1, 2], { n: 1, medianHours: 24, p90Hours: 24 }],
      [[now], [1, 1], { n: 0, medianHours: null, p90Hours: null }],
      [then, now],
    ]);
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

  it('count a firm once it is enrolled for good, and its inspections before', async () => {
    const [firm, town] = [newCreditCode(), '330226114'];
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST', townCode: town }, firmOf(firm));
    await booted.schema.db.source.query(`update enrolment set enrolled_at = $2 where credit_code = $1`, [firm, feb(1)]);
    await inspectOn(booted, firm, 5, 0);
    const read = async () => {
      const { towns } = (await ask({ from: '2020-02-05', to: '2020-02-05', town }, commander)).data!.inspectionFigures;
      return (towns as { coverage: object; failures: object; green: number }[]).map((seen) => [
        rateOf(seen.coverage),
        rateOf(seen.failures),
        seen.green,
      ]);
    };
    const before = await read();
    await acceptFirst(booted, firm, new Date('2020-02-16T04:00:00.000Z'));
    expect([before, await read()]).toEqual([[[[0, 0], [0, 1], 0]], [[[1, 1], [0, 1], 1]]]);
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
