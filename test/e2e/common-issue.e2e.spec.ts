import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { startProduct, type Product } from './product.ts';

const operator = { role: 'OPERATOR', as: 'operator-1' };
const caller = { role: 'OPERATOR', as: 'operator-2' };
const analyst = { role: 'ANALYST' };
const lead = { role: 'TASKFORCE_LEAD', taskForce: 'PASSAGE' };
const told = [
  ['宁海舜禾塑料制品厂', '厂里十几个工人被村口卡点拦住不让出来上班,村里说没接到通知'],
  ['宁海岚樾电器有限公司', '员工要出村上班,村口设卡的人不放行,复工批复也不认'],
  ['宁海汀溪五金配件厂', '我们工人住在邻村,早上被村口卡点拦回去了,说外出上班就不许再进村'],
] as const;

let product: Product;
beforeAll(async () => void (product = await startProduct()), 180_000);
afterAll(() => product.stop(), 60_000);

const refused = (aggregate: string) => `... on ${aggregate}Rejection { code message field }`;

async function submit([firmName, text]: (typeof told)[number]): Promise<string> {
  const { said } = await product.get<{ said: { issue: { id: string } } }>(
    operator,
    `mutation ($input: SubmitReportInput!) { said: submitReport(input: $input) { ... on Report { issue { id } } ${refused('Report')} } }`,
    { input: { channel: 'HOTLINE', text, firmName } },
  );
  return said.issue.id;
}

interface Common {
  readonly id: string;
  readonly state: string;
  readonly evidence: readonly string[];
  readonly members: { readonly nodes: readonly { readonly id: string; readonly status: string }[] };
  readonly task: { readonly id: string; readonly status: string } | null;
}
const COMMON = 'id state evidence members { nodes { id status } } task { id status }';

async function common(id: string): Promise<Common> {
  const asked = `query ($id: ID!) { found: commonIssue(id: $id) { ${COMMON} } }`;
  return (await product.get<{ found: Common }>(analyst, asked, { id })).found;
}

async function said<T>(aggregate: string, mutation: string, input: object, wish: object = analyst): Promise<T> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const fields = { CommonIssue: 'id state', Guidance: 'id', Batch: `id state counts { match applied failed pending }` };
  const wanted = fields[aggregate as keyof typeof fields] ?? 'id status';
  const text = `mutation ($input: ${type}!) { said: ${mutation}(input: $input) { ... on ${aggregate} { ${wanted} } ${refused(aggregate)} } }`;
  return (await product.get<{ said: T }>(wish as { role: string }, text, { input })).said;
}

async function proposed(issueIds: readonly string[]): Promise<Common> {
  const asked = `{ list: commonIssues(state: PROPOSED) { nodes { ${COMMON} } } }`;
  const holds = ({ members }: Common) => issueIds.every((id) => members.nodes.some((node) => node.id === id));
  const { list } = await eventually(
    () => product.get<{ list: { nodes: Common[] } }>(analyst, asked),
    (answer) => answer.list.nodes.some(holds),
  );
  return list.nodes.find(holds)!;
}

it('workers stopped at village gates: what three firms tell is proposed, settled once, applied to all and called back', async () => {
  const issueIds: string[] = [];
  for (const one of told) issueIds.push(await submit(one));
  const { id: commonIssueId, evidence } = await proposed(issueIds);
  expect(evidence.length).toBeGreaterThan(0);

  await said('CommonIssue', 'confirmCommonIssue', { commonIssueId, domain: 'PASSAGE' });
  expect(await said('CommonIssue', 'dispatchCommonIssue', { commonIssueId })).toMatchObject({ state: 'DISPATCHED' });
  const { task } = await eventually(
    () => common(commonIssueId),
    (one) => one.task !== null,
  );
  await said('Task', 'acceptTask', { taskId: task!.id }, lead);
  await eventually(
    () => common(commonIssueId),
    ({ members }) => members.nodes.every(({ status }) => status === 'IN_PROGRESS'),
  );

  const guidance = {
    title: '复工人员凭证通行',
    text: '凭企业复工证明放行',
    domain: 'PASSAGE',
    effectiveFrom: '2020-02-10',
  };
  const { id: guidanceId } = await said<{ id: string }>('Guidance', 'publishGuidance', { commonIssueId, ...guidance });
  const { id: batchId, ...preview } = await said<{ id: string }>('Batch', 'previewBatch', { guidanceId });
  expect(preview).toEqual({ state: 'PREVIEWED', counts: { match: 3, applied: 0, failed: 0, pending: 0 } });
  await said('Batch', 'applyBatch', { batchId });
  await eventually(
    () => common(commonIssueId),
    ({ state, members }) => state === 'SETTLED' && members.nodes.every(({ status }) => status === 'SOLVED'),
  );

  for (const issueId of issueIds)
    expect(await said('Issue', 'recordCallback', { issueId, outcome: 'SETTLED' }, caller)).toMatchObject({
      status: 'WRITTEN_OFF',
    });
  const closed = await eventually(
    () => common(commonIssueId),
    ({ state, task: last }) => state === 'CLOSED' && last?.status === 'CLOSED',
  );
  expect(closed.members.nodes.map(({ status }) => status)).toEqual(['WRITTEN_OFF', 'WRITTEN_OFF', 'WRITTEN_OFF']);
}, 60_000);
