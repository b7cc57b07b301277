import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demoFirms, storyFirms } from '../../tools/demo/firms.ts';
import { startProduct, type Product } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ demo: true });
}, 120_000);
afterAll(() => product?.stop());

it('a first start loads the county and tells the first days: anybody reads the boards of Qiangjiao, commanders the whole file', async () => {
  const { creditCode } = storyFirms.qiangjiaoForgetsMasks;
  const board = await fetch(`${product.url}/boards/${creditCode}`);
  expect(board.status).toBe(200);
  expect(await board.json()).toMatchObject({ colour: 'RED', inspectedOn: '2020-02-14' });
  const file = await product.get(
    { role: 'COMMANDER' },
    `query ($code: ID!) { firm(creditCode: $code) { light { run } interviews { nodes { status } } orders { nodes { status } } } }`,
    { code: creditCode },
  );
  expect(file).toMatchObject({ firm: { light: { run: 3 }, interviews: { nodes: [{ status: 'SUMMONED' }] } } });
});

it('the firms that are loaded are enrolled where the register says', async () => {
  const { creditCode, townCode } = [...demoFirms({ count: 100 })].at(-1)!;
  const query = `mutation ($input: EnrolFirmInput!) { enrolFirm(input: $input) { ... on Firm { enrolledAt } } }`;
  await product.get({ role: 'ANALYST' }, query, { input: { creditCode } });
  const enrolled = 'select town_code as "townCode" from enrolment where credit_code = $1';
  expect(await product.sql('inspection', enrolled, [creditCode])).toEqual([{ townCode }]);
});
