import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import {
  analyst,
  anInput,
  enrolled,
  filesOf,
  inspectOn,
  inspector,
  newCreditCode,
  registered,
  submitAs,
} from './asks.ts';
import { feb, firstRules, ruleCodes } from './builders.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(feb(28)) });
  await registered(booted, 'inspector-2');
});
afterAll(() => booted.stop());

const ONE = `query ($id: ID!) { inspection(id: $id) { id firm { creditCode } performedAt receivedAt rulebookVersion passed inspectors
  light { colour } results { rule { code position titleZh titleEn } result note } } }`;
const LIST = `query ($first: Int, $after: String, $filter: InspectionFilter) { inspections(first: $first, after: $after, filter: $filter) {
  nodes { id performedAt firm { creditCode } } pageInfo { hasNextPage endCursor } } }`;

interface List {
  readonly inspections: {
    readonly nodes: readonly {
      readonly id: string;
      readonly performedAt: string;
      readonly firm: { readonly creditCode: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

function list(variables: object, asker: Asker = analyst) {
  return booted.ask<List>(LIST, variables, asker);
}

/** The times performed on each page, from the first to the last. */
async function pagesOf(variables: object): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const answer: Answer<List> = await list({ ...variables, after });
    const { nodes, pageInfo } = answer.data!.inspections;
    pages.push(nodes.map(({ performedAt }) => performedAt));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

async function codesOf(asked: Promise<{ errors?: readonly { extensions: { code: string; field?: string } }[] }>) {
  return (await asked).errors?.map(({ extensions: { code, field } }) => [code, ...(field ? [field] : [])]);
}

describe('one inspection', () => {
  it('is shown with its rules in the words of its rulebook', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm, { results: firstRules(1, 'UNMET').toReversed(), inspectors: ['inspector-2'] });
    await submitAs(booted, input);
    const { data } = await booted.ask<{ inspection: { results: object[] } }>(
      ONE,
      { id: input.id.toUpperCase() },
      inspector,
    );
    const { results, ...rest } = data!.inspection;
    expect(rest).toEqual({
      id: input.id,
      firm: { creditCode: firm },
      performedAt: feb(14).toISOString(),
      receivedAt: feb(28).toISOString(),
      rulebookVersion: 1,
      passed: false,
      inspectors: ['inspector-1', 'inspector-2'],
      light: { colour: 'YELLOW' },
    });
    expect(results[0]).toEqual({
      rule: {
        code: 'TEMPERATURE_TAKEN',
        position: 1,
        titleZh: '每班上岗前测量体温',
        titleEn: 'Temperature is taken at every shift start',
      },
      result: 'UNMET',
      note: '见现场照片',
    });
    expect(results.map((one) => (one as { rule: { code: string } }).rule.code)).toEqual(ruleCodes);
  });

  it.each(['42', '', '\u0000', '00000000-0000-7000-8000-00000000ffff'])('is null for the id %j', async (id) => {
    expect(await booted.ask(ONE, { id }, analyst)).toEqual({ status: 200, data: { inspection: null } });
  });
});

describe('what a viewer may not see', () => {
  it('is another firm’s file', async () => {
    const [own, other] = [await enrolled(booted), await enrolled(booted)];
    for (const firm of [own, other]) await inspectOn(booted, firm, 14, 0);
    const viewer = { roles: ['FIRM'], firm: own };
    const mine = (await list({}, viewer)).data!.inspections.nodes;
    const foreign = (await list({ filter: { creditCode: other } })).data!.inspections.nodes;
    expect(mine.map(({ firm }) => firm.creditCode)).toEqual([own]);
    expect((await list({ filter: { creditCode: other } }, viewer)).data?.inspections.nodes).toEqual([]);
    const seen = `query ($id: ID!) { inspection(id: $id) { id } }`;
    expect((await booted.ask(seen, { id: mine[0]!.id }, viewer)).data).toEqual({ inspection: { id: mine[0]!.id } });
    expect((await booted.ask(seen, { id: foreign[0]!.id }, viewer)).data).toEqual({ inspection: null });
    expect((await filesOf(booted, [own, other], viewer)).map((file) => file?.inspections.nodes.length)).toEqual([
      1,
      undefined,
    ]);
  });

  it('is what lies outside a department’s town', async () => {
    const [inside, outside] = [await enrolled(booted, '330226111'), await enrolled(booted, '330226112')];
    for (const firm of [inside, outside]) await inspectOn(booted, firm, 14, 0);
    const viewer = { roles: ['DEPARTMENT'], town: '330226111' };
    const listed = async (townCode: string | null) =>
      (await list({ filter: { townCode } }, viewer)).data!.inspections.nodes.map(({ firm }) => firm.creditCode);
    expect([await listed(null), await listed('330226111'), await listed('330226112')]).toEqual([
      [inside],
      [inside],
      [],
    ]);
    expect((await filesOf(booted, [inside, outside], viewer)).map((file) => file?.inspections.nodes.length)).toEqual([
      1, 0,
    ]);
  });

  it('is who inspected, for the firm', async () => {
    const firm = await enrolled(booted);
    await inspectOn(booted, firm, 14, 0);
    const asked = booted.ask('{ inspections { nodes { inspectors } } }', {}, { roles: ['FIRM'], firm });
    expect(await codesOf(asked)).toEqual([['FORBIDDEN']]);
  });

  it.each(['TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'ADMIN'])('is any inspection, for %s', async (role) => {
    expect(await codesOf(list({}, { roles: [role] }))).toEqual([['FORBIDDEN']]);
  });
});

describe('the list of inspections', () => {
  it('comes page by page, newest first, narrowed as asked', async () => {
    const firm = await enrolled(booted);
    for (const day of [3, 1, 5, 2, 4]) await inspectOn(booted, firm, day, day % 2);
    const days = [5, 4, 3, 2, 1].map((day) => feb(day).toISOString());
    const pages = await pagesOf({ first: 2, filter: { creditCode: firm } });
    expect(pages).toEqual([days.slice(0, 2), days.slice(2, 4), days.slice(4)]);
    expect(await pagesOf({ filter: { creditCode: firm, passed: true } })).toEqual([[days[1], days[3]]]);
    expect((await filesOf(booted, [firm]))[0]?.inspections.nodes.map(({ performedAt }) => performedAt)).toEqual(days);
  });

  it.each<[object, string]>([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'nonsense' }, 'after'],
    [{ filter: { creditCode: '42' } }, 'filter.creditCode'],
    [{ filter: { townCode: '\u0000' } }, 'filter.townCode'],
  ])('refuses %j', async (variables, field) => {
    expect(await codesOf(list(variables))).toEqual([['BAD_USER_INPUT', field]]);
  });
});

describe('a firm', () => {
  it('that is not enrolled, or whose code is none, has an empty file', async () => {
    const empty = { enrolledAt: null, light: null, inspections: { nodes: [] } };
    expect(await filesOf(booted, [newCreditCode(), '42'])).toEqual([empty, empty]);
  });

  it('enrolled and not inspected has no light', async () => {
    expect(await filesOf(booted, [await enrolled(booted)])).toEqual([
      { enrolledAt: feb(1).toISOString(), light: null, inspections: { nodes: [] } },
    ]);
  });

  it('asked for together with others has its own light and history', async () => {
    const [good, bad, none] = [await enrolled(booted), await enrolled(booted), await enrolled(booted)];
    await inspectOn(booted, good, 14, 0);
    for (const day of [12, 13, 14]) await inspectOn(booted, bad, day, 1);
    const files = await filesOf(booted, [good, none, bad, good]);
    const seen = files.map((file) => file?.light?.history.map(({ colour }) => colour[0]).join(' '));
    expect([seen, files.map((file) => file?.light?.colour)]).toEqual([
      ['G', undefined, 'Y Y R', 'G'],
      ['GREEN', undefined, 'RED', 'GREEN'],
    ]);
  });

  it('shows its present light at each of its inspections', async () => {
    const firm = await enrolled(booted);
    for (const day of [1, 2]) await inspectOn(booted, firm, day, 1);
    const asked = `query ($filter: InspectionFilter) { inspections(filter: $filter) { nodes { light { run } } } }`;
    const { data } = await booted.ask(asked, { filter: { creditCode: firm } }, analyst);
    expect(data).toEqual({ inspections: { nodes: [{ light: { run: 2 } }, { light: { run: 2 } }] } });
  });
});
