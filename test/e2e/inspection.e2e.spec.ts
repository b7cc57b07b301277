import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { photographed } from '../../services/inspection/test/pictures.ts';
import { demoFirms, type DemoFirm } from '../../tools/demo/firms.ts';
import { requestToken, type TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from './product.ts';

const DAY_MS = 86_400_000;
const started = Date.now();
const analyst = { role: 'ANALYST' };
const commander = { role: 'COMMANDER' };
const inspector = { role: 'INSPECTOR', as: 'inspector-1' };
const firmOf = ({ creditCode }: DemoFirm) => ({ role: 'FIRM', firm: creditCode });
type Five = [DemoFirm, DemoFirm, DemoFirm, DemoFirm, DemoFirm];
const [shut, appealing, visited, stranger, delivered] = [...demoFirms({ count: 5 })] as Five;

type Said = Readonly<Record<string, unknown>>;

let product: Product;
let rules: readonly string[];
beforeAll(async () => {
  product = await startProduct();
  const columns = 'credit_code, name, town_code, industry, size, employees, address';
  for (const { creditCode, name, townCode, industry, size, employees, address } of [
    shut,
    appealing,
    visited,
    stranger,
    delivered,
  ]) {
    const values = [creditCode, name, townCode, industry, size, employees, address];
    await product.sql('intake', `insert into firm (${columns}) values ($1, $2, $3, $4, $5, $6, $7)`, values);
    await decide(analyst, 'enrolFirm', 'Firm { enrolledAt }', {
      creditCode,
      townCode: visited.townCode,
      enrolledAt: daysAgo(20),
    });
  }
  const { rulebook } = await product.get<{ rulebook: { rules: { code: string }[] } }>(
    inspector,
    '{ rulebook { rules { code } } }',
  );
  rules = rulebook.rules.map(({ code }) => code);
}, 180_000);
afterAll(() => product.stop(), 60_000);

/** An instant so many days before the test began, some hours later. */
const daysAgo = (days: number, hours = 0) => new Date(started - days * DAY_MS + hours * 3_600_000).toISOString();

const refusals: Readonly<Record<string, string>> = {
  Firm: 'EnrolmentRejection',
  InspectionPlan: 'PlanRejection',
  CommanderOnDuty: 'CommanderRejection',
};

/** Asks a mutation for the fields of what it answers with; the thing, or the refusal. */
async function decide(as: TokenWish, name: string, thing: string, input: object): Promise<Said> {
  const [kind = ''] = thing.split(' ');
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const no = `... on ${refusals[kind] ?? `${kind}Rejection`} { code field }`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ... on ${thing} ${no} } }`;
  return (await product.get<Record<string, Said>>(as, document, { input }))[name]!;
}

async function inspected(
  firm: DemoFirm,
  performedAt: string,
  unmet: number,
  told: object = {},
): Promise<Said & { id: string }> {
  const results = rules.map((rule, i) =>
    i < unmet ? { rule, result: 'UNMET', note: '见照片' } : { rule, result: 'MET' },
  );
  const input = { id: uuidv7(), creditCode: firm.creditCode, performedAt, results, ...told };
  const answer = await decide(
    inspector,
    'submitInspection',
    'Inspection { id planId light { colour run condition } }',
    input,
  );
  return { ...answer, id: input.id };
}

async function authorization(as: TokenWish): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await requestToken(`${product.dir}/issuer`, as)}` };
}

async function uploaded(): Promise<{ id: string; path: string }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await photographed())], { type: 'image/jpeg' }), '现场.jpg');
  const headers = await authorization(inspector);
  const answer = await fetch(`${product.url}/evidence`, { method: 'POST', headers, body: form });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; path: string };
}

async function fileOf(firm: DemoFirm, as: TokenWish = commander): Promise<Said | null> {
  const { data } = await product.ask<{ firm: Said | null }>(
    as,
    `query ($code: ID!) { firm(creditCode: $code) { name light { colour run condition }
       orders { nodes { id status } } interviews { nodes { id status printable } }
       shutdownOrders { nodes { id status printable } } acceptances { nodes { id status printable } } appeals { nodes { status } }
       inspections { nodes { photos { path } } } } }`,
    { code: firm.creditCode },
  );
  return data?.firm ?? null;
}

interface Document {
  readonly id: string;
  readonly status: string;
  readonly printable: string;
}

async function latest(firm: DemoFirm, kind: 'interviews' | 'shutdownOrders' | 'acceptances'): Promise<Document> {
  return ((await fileOf(firm))![kind] as { nodes: Document[] }).nodes[0]!;
}

describe('three yellow days, an interview, a shutdown and an acceptance', () => {
  let photo: { id: string; path: string };

  it('a picture that was uploaded is shown by the inspection, to its firm, and to no other', async () => {
    photo = await uploaded();
    const { light } = await inspected(shut, daysAgo(6), 1, { photos: [photo.id] });
    expect(light).toEqual({ colour: 'YELLOW', run: 1, condition: 'NORMAL' });
    const status = async (as: TokenWish | null) =>
      (await fetch(product.url + photo.path, { headers: as === null ? {} : await authorization(as) })).status;
    const wishes = [firmOf(shut), firmOf(stranger), { role: 'OPERATOR' }, null];
    expect(await Promise.all(wishes.map(status))).toEqual([200, 404, 403, 401]);
    const picture = await fetch(product.url + photo.path, { headers: await authorization(firmOf(shut)) });
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1')).not.toMatch(/Exif|GPS|DEVICE-42/);
  });

  it('the third summons the firm; failing again after the interview drafts a shutdown', async () => {
    await inspected(shut, daysAgo(5), 1);
    expect((await inspected(shut, daysAgo(4), 2)).light).toMatchObject({ colour: 'RED', condition: 'INTERVIEW_DUE' });
    const { id: interviewId } = await latest(shut, 'interviews');
    const held = { interviewId, attendees: ['法定代表人'], minutes: '口罩佩戴不到位', commitments: '当日整改' };
    const said = await decide(inspector, 'holdInterview', 'Interview { status }', {
      ...held,
      heldAt: daysAgo(4, 8),
    });
    expect(said).toEqual({ status: 'HELD' });
    expect((await inspected(shut, daysAgo(3), 1)).light).toMatchObject({ condition: 'SHUTDOWN_DRAFTED' });
  });

  it('is signed after the firm was heard, and lifted by an acceptance that somebody else approves', async () => {
    const { id } = await latest(shut, 'shutdownOrders');
    const signing = { id, legalBasis: '《传染病防治法》第四十二条' };
    const sign = () => decide(commander, 'signShutdownOrder', 'ShutdownOrder { status }', signing);
    expect(await sign()).toMatchObject({ code: 'SHUTDOWN_DEFENCE_NOT_HEARD' });
    const heard = { id, text: '口罩已在路上' };
    await decide(firmOf(shut), 'stateDefence', 'ShutdownOrder { status }', heard);
    expect(await sign()).toEqual({ status: 'IN_FORCE' });
    const application = { creditCode: shut.creditCode, kind: 'RESUMPTION' };
    const type = 'Acceptance { id status }';
    const applied = await decide(firmOf(shut), 'applyForAcceptance', type, application);
    const onSite = await inspected(shut, new Date().toISOString(), 0);
    expect(onSite.light).toMatchObject({ colour: 'RED', condition: 'SHUT_DOWN' });
    const ruling = { id: applied['id'], approved: true, inspectionId: onSite.id };
    expect(await decide(commander, 'decideAcceptance', type, ruling)).toMatchObject({
      status: 'APPROVED',
    });
    expect(await fileOf(shut)).toMatchObject({
      light: { colour: 'GREEN', run: 0, condition: 'NORMAL' },
      shutdownOrders: { nodes: [{ status: 'LIFTED' }] },
      interviews: { nodes: [{ status: 'HELD' }] },
    });
  });

  it('each document prints as a page; the firm reads its own file, a stranger none of it', async () => {
    const pages = await Promise.all(
      (['interviews', 'shutdownOrders', 'acceptances'] as const).map((kind) => latest(shut, kind)),
    );
    for (const { printable } of pages) expect(printable).toMatch(/^<!doctype html>[^]*size: A4[^]*<\/html>/i);
    expect(await fileOf(shut, firmOf(shut))).toMatchObject({
      name: shut.name,
      inspections: { nodes: [{}, {}, {}, {}, {}] },
    });
    expect(await fileOf(shut, firmOf(stranger))).toBeNull();
  });

  it('the sign board is public: JSON or a page, and 304 for who has it', async () => {
    const board = `${product.url}/boards/${shut.creditCode}`;
    const answer = await fetch(board);
    const told = (await answer.json()) as Record<string, unknown>;
    expect(Object.keys(told).toSorted()).toEqual(['colour', 'inspectedOn', 'name', 'results', 'since']);
    expect(told).toMatchObject({ name: shut.name, colour: 'GREEN' });
    const again = await fetch(board, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const page = await (await fetch(board, { headers: { accept: 'text/html' } })).text();
    for (const words of [shut.name, '绿灯', 'Green', '<svg']) expect(page).toContain(words);
    expect((await fetch(`${product.url}/boards/${stranger.creditCode}`)).status).toBe(404);
  });
});

it('a device that was offline delivers 500 signed results at once', async () => {
  const points = Array.from({ length: 300 }, (_, i) => [100.25 + i, 200.75 - i]);
  const one = (i: number) => ({
    id: uuidv7(),
    creditCode: delivered.creditCode,
    performedAt: daysAgo(10, i / 3_600),
    results: rules.map((rule) => ({ rule, result: 'MET' })),
    signature: [points],
  });
  const input = { inspections: Array.from({ length: 500 }, (_, i) => one(i)) };
  const query = `mutation ($input: SubmitInspectionsInput!) { submitInspections(input: $input) {
    ... on InspectionDelivery { results { ... on Inspection { passed } ... on InspectionRejection { code field } } } } }`;
  expect(JSON.stringify(input).length).toBeGreaterThan(2_097_152);
  const answer = await product.get<{ submitInspections: { results: Said[] } }>(inspector, query, { input });
  expect(answer.submitInspections.results).toEqual(Array(500).fill({ passed: true }));
});

it('an appeal in time voids the second of three failures: the light is folded again, the interview withdrawn', async () => {
  const [, second] = [
    await inspected(appealing, daysAgo(3), 1),
    await inspected(appealing, daysAgo(2), 1),
    await inspected(appealing, daysAgo(1), 1),
  ];
  expect(await fileOf(appealing)).toMatchObject({
    light: { colour: 'RED' },
    interviews: { nodes: [{ status: 'SUMMONED' }] },
  });
  const type = 'Appeal { id status }';
  const appeal = { inspectionId: second.id, grounds: '当日停电' };
  const lodge = (as: TokenWish) => decide(as, 'appealInspection', type, appeal);
  expect(await lodge(firmOf(stranger))).toEqual({ code: 'APPEAL_INSPECTION_NOT_FOUND', field: 'inspectionId' });
  const { id } = await lodge(firmOf(appealing));
  const ruling = { id, upheld: true, reason: '属实' };
  expect(await decide(commander, 'decideAppeal', type, ruling)).toMatchObject({
    status: 'UPHELD',
  });
  expect(await fileOf(appealing)).toMatchObject({
    light: { colour: 'YELLOW', run: 2, condition: 'NORMAL' },
    interviews: { nodes: [{ status: 'WITHDRAWN' }] },
    appeals: { nodes: [{ status: 'UPHELD' }] },
  });
});

it('a plan sends inspectors, counts what they deliver as planned, and is drawn again when one falls ill', async () => {
  for (const n of [1, 2, 3, 4]) {
    const input = { sub: `inspector-${n}`, name: `检查员${n}`, townCode: visited.townCode };
    await decide(commander, 'registerInspector', 'Inspector { sub }', input);
  }
  const PLAN =
    'InspectionPlan { id teams { members } progress { visits done notPlanned } visits(first: 20) { nodes { reason firm { creditCode } } } }';
  interface Plan {
    readonly id: string;
    readonly teams: readonly { readonly members: readonly string[] }[];
    readonly progress: { readonly visits: number; readonly done: number };
  }
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const made = { day, share: 100, visitsPerTeam: 20, seed: 7 };
  const plan = (await decide(analyst, 'makeInspectionPlan', PLAN, made)) as unknown as Plan;
  expect(plan.progress).toMatchObject({ visits: 5, notPlanned: 0 });
  const { myVisits } = await product.get<{ myVisits: { firm: DemoFirm }[] }>(
    inspector,
    '{ myVisits { firm { creditCode name } } }',
  );
  const own = myVisits.map(({ firm }) => firm).find(({ creditCode }) => creditCode !== shut.creditCode)!;
  const planned = await inspected(own, new Date().toISOString(), 0, { planId: plan.id });
  expect(planned['planId']).toBe(plan.id);
  const unknown = await inspected(own, new Date().toISOString(), 0, { planId: uuidv7() });
  expect(unknown).toMatchObject({ code: 'INSPECTION_PLAN_UNKNOWN', field: 'planId' });
  const absent = plan.teams.flatMap(({ members }) => members).find((sub) => sub !== 'inspector-1')!;
  const ill = { planId: plan.id, absent: [absent] };
  const after = await decide(analyst, 'replanInspections', PLAN, ill);
  expect(after).toMatchObject({ id: plan.id, progress: { visits: 5, done: plan.progress.done + 1 } });
  expect((after as unknown as Plan).teams.flatMap(({ members }) => members)).not.toContain(absent);
});

it('a missed interview brings a numbered notice to the commander on duty, with the interview and its firm', async () => {
  await decide(commander, 'setCommanderOnDuty', 'CommanderOnDuty { name }', { sub: 'chen', name: '陈指挥' });
  for (const days of [3, 2, 1]) await inspected(stranger, daysAgo(days), 1);
  const { id } = await latest(stranger, 'interviews');
  await product.sql('inspection', `update interview set due_at = now() - interval '1 minute' where id = $1`, [id]);
  const asked = `{ urgingNotices(filter: { toCentre: true }) { nodes { about commanderName
    interview { id number status firm { creditCode } } } } }`;
  const { urgingNotices } = await eventually(
    () => product.get<{ urgingNotices: { nodes: { about: string; interview: Said | null }[] } }>(commander, asked),
    (told) => told.urgingNotices.nodes.some(({ interview }) => interview?.['id'] === id),
  );
  const { about } = urgingNotices.nodes[0]!;
  const interview = { id, number: about, status: 'MISSED', firm: { creditCode: stranger.creditCode } };
  expect(urgingNotices.nodes).toEqual([{ about, commanderName: '陈指挥', interview }]);
});
