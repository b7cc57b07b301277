import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { exportLives } from '../../tools/data/export-lives.ts';
import { asker } from '../../tools/data/gateway.ts';
import { demoFirms, type DemoFirm } from '../../tools/demo/firms.ts';
import { requestToken } from '../../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from './product.ts';

const [registered, unregistered] = [...demoFirms({ count: 2 })] as [DemoFirm, DemoFirm];
const NO_TOWN = '999999999';
const analyst = { role: 'ANALYST' };
const inspector = { role: 'INSPECTOR', as: 'inspector-1' };

let product: Product;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unregistered-'));
  product = await startProduct();
  const insert = 'insert into firm (credit_code, name, town_code) values ($1, $2, $3)';
  await product.sql('intake', insert, [registered.creditCode, registered.name, registered.townCode]);
  const ENROL = 'mutation ($input: EnrolFirmInput!) { enrolFirm(input: $input) { ... on Firm { enrolledAt } } }';
  const rulebook = '{ rulebook { rules { code } } }';
  const { rules } = (await product.get<{ rulebook: { rules: { code: string }[] } }>(inspector, rulebook)).rulebook;
  const results = rules.map(({ code }) => ({ rule: code, result: 'MET' }));
  const SUBMIT = `mutation ($input: SubmitInspectionInput!) { submitInspection(input: $input) { __typename } }`;
  for (const [{ creditCode }, townCode] of [
    [registered, registered.townCode],
    [unregistered, NO_TOWN],
  ] as const) {
    await product.get(analyst, ENROL, { input: { creditCode, townCode } });
    const input = { id: uuidv7(), creditCode, performedAt: new Date().toISOString(), results };
    expect(await product.get(inspector, SUBMIT, { input })).toEqual({ submitInspection: { __typename: 'Inspection' } });
  }
}, 180_000);
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
}, 60_000);

describe('beside a firm that the register does not know, in a town that there is not', () => {
  it('inspections are listed, with what is known of each firm', async () => {
    const query = `{ inspections { nodes { firm { creditCode name aliases town { name } history { nodes { id } } issues { nodes { id } } } } } }`;
    const { inspections } = await product.get<{ inspections: { nodes: object[] } }>(analyst, query);
    const nothing = { name: null, aliases: null, town: null, history: null, issues: null };
    expect(inspections.nodes).toEqual([
      { firm: { creditCode: unregistered.creditCode, ...nothing } },
      { firm: expect.objectContaining({ creditCode: registered.creditCode, name: registered.name, aliases: [] }) },
    ]);
  });

  it('they are exported as open data, under its credit code', async () => {
    const url = `${product.url}/graphql`;
    const ask = asker({ url, obtainToken: () => requestToken(join(product.dir, 'issuer'), analyst) });
    const file = join(folder, 'open.zip');
    const told = { now: new Date(), timeZone: 'Asia/Shanghai', onRows: () => undefined };
    expect(await exportLives(ask, file, told)).toEqual({ businesses: 2, inspections: 2, violations: 0 });
    const businesses = Buffer.from(unzipSync(await readFile(file))['businesses.csv']!).toString();
    for (const said of [registered.name, `${unregistered.creditCode},${unregistered.creditCode},`])
      expect(businesses).toContain(said);
  });

  it('the figures of inspections name the towns that there are', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const query = `{ inspectionFigures(from: "${today}", to: "${today}") { towns { town { code name } } } }`;
    const { inspectionFigures } = await product.get<{ inspectionFigures: { towns: object[] } }>(analyst, query);
    expect(inspectionFigures.towns).toEqual([
      { town: { code: registered.townCode, name: expect.stringMatching(/./) } },
      { town: { code: NO_TOWN, name: null } },
    ]);
  });
});
