import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { follow, type Followed } from '../../gateway/test/live.ts';
import { requestToken, type TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from './product.ts';

const operator = { role: 'OPERATOR' };
const analyst = { role: 'ANALYST' };
const lead = { role: 'TASKFORCE_LEAD', taskForce: 'MATERIALS' };
const otherLead = { role: 'TASKFORCE_LEAD', taskForce: 'LABOUR' };
const commander = { role: 'COMMANDER' };
const TASK = 'query ($id: ID!) { task(id: $id) { id status remaining issue { status } } }';
const BOARD = '{ taskBoard { taskForce { code } waiting inWork } }';
const WORK = '{ viewer { work { counts { mine waiting } } } }';

let product: Product;
let followed: Followed[] = [];
beforeAll(async () => void (product = await startProduct()), 240_000);
afterEach(() => {
  for (const one of followed) one.leave();
  followed = [];
});
afterAll(() => product.stop(), 60_000);

async function following(wish: TokenWish, query: string, variables = {}): Promise<Followed> {
  const one = await follow(product.url, await requestToken(join(product.dir, 'issuer'), wish), { query, variables });
  followed.push(one);
  await one.told(1);
  return one;
}

/** An issue about materials, dispatched; answers its task. */
async function aTask(): Promise<string> {
  const { submitReport } = await product.get<{ submitReport: { issue: { id: string } } }>(
    operator,
    'mutation { submitReport(input: { channel: HOTLINE, text: "消毒液一瓶都没买到", firmName: "某企业" }) { ... on Report { issue { id } } } }',
  );
  const { id } = submitReport.issue;
  const moves = `triageIssue(input: { issueId: "${id}", domain: MATERIALS }) { __typename } dispatchIssue(input: { issueId: "${id}" }) { __typename }`;
  await product.get(analyst, `mutation { ${moves} }`);
  const ask = () =>
    product.get<{ issue: { tasks: { id: string }[] } }>(analyst, `{ issue(id: "${id}") { tasks { id } } }`);
  return (await eventually(ask, ({ issue }) => issue.tasks.length > 0)).issue.tasks[0]!.id;
}

const accept = (id: string) => product.get(lead, `mutation { acceptTask(input: { taskId: "${id}" }) { __typename } }`);
const last = (one: Followed) => one.answers.at(-1)?.data;
const until = (one: Followed, text: string) =>
  eventually(
    () => Promise.resolve(JSON.stringify(last(one))),
    (told) => told.includes(text),
  );

describe('what happens to a task', () => {
  it('is pushed to whom may see it, across the services, and to nobody else', async () => {
    const id = await aTask();
    const [own, others] = await Promise.all([following(lead, TASK, { id }), following(otherLead, TASK, { id })]);
    expect(last(own)).toMatchObject({ task: { id, status: 'DISPATCHED', issue: { status: 'DISPATCHED' } } });
    await accept(id);
    await until(own, 'IN_PROGRESS');
    expect(last(own)).toMatchObject({ task: { id, status: 'ACCEPTED', issue: { status: 'IN_PROGRESS' } } });
    expect(others.answers).toEqual([{ data: { task: null } }]);
  });

  it('is on the board and in the member’s view as it happens', async () => {
    const [board, work] = await Promise.all([following(commander, BOARD), following(lead, WORK)]);
    const id = await aTask();
    await until(board, '"MATERIALS"},"waiting":1,');
    await until(work, '"waiting":1}');
    await accept(id);
    await until(board, '"MATERIALS"},"waiting":0,');
    await until(work, '"waiting":0}');
  });

  it('is there for who comes back', async () => {
    const id = await aTask();
    const before = await following(lead, TASK, { id });
    before.leave();
    await accept(id);
    const after = await following(lead, TASK, { id });
    expect(after.answers[0]!.data).toMatchObject({ task: { id, status: 'ACCEPTED' } });
  });
});
