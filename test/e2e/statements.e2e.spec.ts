import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { demoFirms } from '../../tools/demo/firms.ts';
import { startProduct, type Product } from './product.ts';

const services = ['intake', 'taskforce', 'inspection'] as const;
const FILE = `query ($first: Int!) { firms(first: $first) { nodes {
  name town { name }
  issues(first: 5) { nodes { number status town { name } reports { channel } callbacks { outcome } } }
  tasks(first: 5) { nodes { status taskForce { name } urgingNotices { number } } }
  light { colour run history { colour } } inspections(first: 3) { nodes { passed results { rule { titleZh } } } }
} } }`;

const MAP = '{ towns { name tasks { open overdue urged } lights { green yellow red none } } }';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  const firms = [...demoFirms({ count: 50 })];
  await product.sql(
    'intake',
    `insert into firm (credit_code, name, town_code) select * from unnest($1::text[], $2::text[], $3::text[])`,
    [firms.map((firm) => firm.creditCode), firms.map((firm) => firm.name), firms.map((firm) => firm.townCode)],
  );
  const submit = `mutation ($code: ID!) { submitReport(input: { channel: VISIT, text: "口罩不够", firmCreditCode: $code }) { ... on Report { id } } }`;
  for (const { creditCode } of firms) await product.get({ role: 'OPERATOR' }, submit, { code: creditCode });
}, 180_000);
afterAll(() => product.stop(), 60_000);

async function statements(): Promise<number> {
  const { port } = new URL(product.url);
  const texts = await Promise.all(
    services.map(async (_, i) => (await fetch(`http://127.0.0.1:${Number(port) + 1 + i}/metrics`)).text()),
  );
  const counts = texts.map((text) => Number(/^qft_sql_statements_total\S* (\d+)$/m.exec(text)?.[1]));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The statements of one query, without those that services send of their own accord meanwhile. */
async function cost(query: string, variables = {}): Promise<number> {
  const measured = async () => {
    const before = await statements();
    await product.get({ role: 'COMMANDER' }, query, variables);
    return (await statements()) - before;
  };
  // what services send of their own accord only adds: the least, met three times, is the query's own
  const met: number[] = [];
  await eventually(
    async () => met.push(await measured()),
    () => met.filter((one) => one === Math.min(...met)).length >= 3,
  );
  return Math.min(...met);
}

describe('the firm’s file over the three services', () => {
  it('costs as many statements for fifty firms as for five', async () => {
    const [five, fifty] = [await cost(FILE, { first: 5 }), await cost(FILE, { first: 50 })];
    expect(fifty).toBe(five);
    expect(five).toBeLessThan(40);
  });
});

describe('the map of the county over the three services', () => {
  it('costs one statement of each for all its towns', async () => {
    type Map = { towns: { tasks: { open: number }; lights: { none: number } }[] };
    const { towns } = await product.get<Map>({ role: 'COMMANDER' }, MAP);
    expect(towns).toHaveLength(18);
    expect(towns.map(({ tasks, lights }) => [tasks.open, lights.none])).toEqual(towns.map(() => [0, 0]));
    // reading the figures costs statements too
    const [names, map] = [await cost('{ towns { name } }'), await cost(MAP)];
    expect(map - names).toBe(2);
  });
});
