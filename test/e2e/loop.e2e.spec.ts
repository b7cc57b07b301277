import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { storyFirms } from '../../tools/demo/firms.ts';
import type { TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from './product.ts';

const operator = { role: 'OPERATOR', as: 'operator-1' };
const caller = { role: 'OPERATOR', as: 'operator-2' };
const analyst = { role: 'ANALYST' };
const lead = { role: 'TASKFORCE_LEAD', taskForce: 'MATERIALS' };
const inspector = { role: 'INSPECTOR' };
const commander = { role: 'COMMANDER' };
const firm = storyFirms.disinfectantSeeker;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  const columns = 'credit_code, name, town_code, industry, size, employees, address';
  const values = [firm.creditCode, firm.name, firm.townCode, firm.industry, firm.size, firm.employees, firm.address];
  await product.sql('intake', `insert into firm (${columns}) values ($1, $2, $3, $4, $5, $6, $7)`, values);
}, 180_000);
afterAll(() => product.stop(), 60_000);

interface IssueAnswer {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly round: number;
}

const ISSUE = 'id number status round';

async function submit(text: string): Promise<IssueAnswer> {
  const input = {
    channel: 'HOTLINE',
    text,
    firmCreditCode: firm.creditCode,
    reporterName: '许经理',
    reporterPhone: '10005740042',
  };
  const { submitReport } = await product.get<{ submitReport: { issue: IssueAnswer } }>(
    operator,
    `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { issue { ${ISSUE} } } ... on ReportRejection { code field } } }`,
    { input },
  );
  return submitReport.issue;
}

async function dispatch(issueId: string, domain = 'MATERIALS'): Promise<void> {
  await product.get(
    analyst,
    `mutation ($id: ID!) { triageIssue(input: { issueId: $id, domain: ${domain} }) { ... on IssueRejection { code } } }`,
    { id: issueId },
  );
  await product.get(
    analyst,
    `mutation ($id: ID!) { dispatchIssue(input: { issueId: $id }) { ... on IssueRejection { code } } }`,
    { id: issueId },
  );
}

async function taskOf(issueId: string, round = 1): Promise<{ id: string; status: string }> {
  const ask = () =>
    product.get<{ issue: { tasks: { id: string; status: string; round: number }[] } }>(
      analyst,
      `query ($id: ID!) { issue(id: $id) { tasks { id status round } } }`,
      { id: issueId },
    );
  const { issue } = await eventually(ask, (answer) => answer.issue.tasks.some((task) => task.round === round));
  return issue.tasks.find((task) => task.round === round)!;
}

async function solve(taskId: string): Promise<void> {
  await product.get(
    lead,
    `mutation ($id: ID!) { acceptTask(input: { taskId: $id }) { ... on TaskRejection { code } } }`,
    { id: taskId },
  );
  await product.get(
    lead,
    `mutation ($id: ID!) { proposeSolution(input: { taskId: $id, text: "今日下午到梅林仓库提货" }) { ... on TaskRejection { code } } }`,
    { id: taskId },
  );
}

function untilStatus(issueId: string, status: string): Promise<{ issue: IssueAnswer }> {
  const ask = () =>
    product.get<{ issue: IssueAnswer }>(operator, `query ($id: ID!) { issue(id: $id) { ${ISSUE} } }`, { id: issueId });
  return eventually(ask, (answer) => answer.issue.status === status);
}

async function callBack(issueId: string, outcome: string, note?: string): Promise<unknown> {
  const { recordCallback } = await product.get<{ recordCallback: unknown }>(
    caller,
    `mutation ($input: RecordCallbackInput!) { recordCallback(input: $input) { ... on Issue { status round } ... on IssueRejection { code } } }`,
    { input: { issueId, outcome, note } },
  );
  return recordCallback;
}

describe('one report, all the way round', () => {
  it('is registered, dispatched, accepted, solved, called back and written off', async () => {
    const issue = await submit('下周就要开工了,消毒液到现在一瓶都没买到。');
    expect(issue).toMatchObject({ number: expect.stringMatching(/^\d{8}-\d{4}$/), status: 'REGISTERED', round: 1 });
    await dispatch(issue.id);
    await solve((await taskOf(issue.id)).id);
    await untilStatus(issue.id, 'SOLVED');
    expect(await callBack(issue.id, 'SETTLED')).toEqual({ status: 'WRITTEN_OFF', round: 1 });
    const closed = await eventually(
      () => taskOf(issue.id),
      (task) => task.status === 'CLOSED',
    );
    expect(closed.status).toBe('CLOSED');
  });

  it('comes back in a new round with a new task when the firm says that it is not settled', async () => {
    const issue = await submit('消毒液只到了一半,还差一百公斤。');
    await dispatch(issue.id);
    await solve((await taskOf(issue.id)).id);
    await untilStatus(issue.id, 'SOLVED');
    expect(await callBack(issue.id, 'NOT_SETTLED', '又少了一百公斤')).toEqual({ status: 'REOPENED', round: 2 });
    await dispatch(issue.id);
    const { id, status } = await taskOf(issue.id, 2);
    expect(status).toBe('DISPATCHED');
    const words = 'query ($id: ID!) { task(id: $id) { issue { callbacks { note } moves { to reason } } } }';
    const read = async (wish: TokenWish) => (await product.get<{ task: unknown }>(wish, words, { id })).task;
    expect(await read(lead)).toMatchObject({
      issue: {
        callbacks: [{ note: '又少了一百公斤' }],
        moves: expect.arrayContaining([{ to: 'REOPENED', reason: '又少了一百公斤' }]),
      },
    });
    expect(await read({ role: 'TASKFORCE_LEAD', taskForce: 'LABOUR' })).toBeNull();
  });

  it('urges by itself when nobody accepts in time', async () => {
    const within = (duration: string) => ({ kind: 'ELAPSED', duration });
    const lines = [
      { domain: 'OTHER', acceptWithin: within('PT1S'), solveWithin: within('PT24H') },
      { acceptWithin: within('PT2H'), solveWithin: within('PT24H') },
    ];
    await product.get(
      commander,
      `mutation ($input: SetSlaPolicyInput!) { setSlaPolicy(input: $input) { ... on SlaPolicyRejection { code field } } }`,
      { input: { lines } },
    );
    const issue = await submit('危险废物没有单位来收运,仓库快满了。');
    await dispatch(issue.id, 'OTHER');
    const ask = () =>
      product.get<{ issue: { tasks: { overdue: boolean; urgingNotices: unknown[] }[] } }>(
        commander,
        `query ($id: ID!) { issue(id: $id) { tasks { overdue urgingNotices { number clock ordinal } } } }`,
        { id: issue.id },
      );
    // task and notices are read one after the other: the notice can be there in an answer whose task was read before it
    const { issue: urged } = await eventually(ask, ({ issue: { tasks } }) =>
      tasks.some((task) => task.overdue && task.urgingNotices.length > 0),
    );
    expect(urged.tasks).toEqual([
      {
        overdue: true,
        urgingNotices: [{ number: expect.stringMatching(/^催\d{8}-\d{4}$/), clock: 'ACCEPTANCE', ordinal: 1 }],
      },
    ]);
  });

  it('changes the light of a firm that is inspected, and one query tells its whole file', async () => {
    await product.get(
      commander,
      `mutation ($code: ID!) { enrolFirm(input: { creditCode: $code, enrolledAt: "2020-02-10T00:00:00Z" }) { ... on EnrolmentRejection { code } } }`,
      { code: firm.creditCode },
    );
    const { rulebook } = await product.get<{ rulebook: { rules: { code: string }[] } }>(
      inspector,
      `{ rulebook { rules { code } } }`,
    );
    const results = rulebook.rules.map((rule, i) =>
      i === 0 ? { rule: rule.code, result: 'UNMET', note: '未测温' } : { rule: rule.code, result: 'MET' },
    );
    const { submitInspection } = await product.get<{ submitInspection: unknown }>(
      inspector,
      `mutation ($input: SubmitInspectionInput!) { submitInspection(input: $input) { ... on Inspection { light { colour run } } ... on InspectionRejection { code field } } }`,
      { input: { id: uuidv7(), creditCode: firm.creditCode, performedAt: '2020-02-14T10:00:00+08:00', results } },
    );
    expect(submitInspection).toEqual({ light: { colour: 'YELLOW', run: 1 } });
    const file = await product.get<{ firm: Record<string, unknown> }>(
      commander,
      `query ($code: ID!) { firm(creditCode: $code) {
         name town { name } issues { nodes { number status } } tasks { nodes { status taskForce { name } } }
         light { colour run since } inspections { nodes { passed performedAt } } } }`,
      { code: firm.creditCode },
    );
    expect(file.firm).toMatchObject({
      name: firm.name,
      town: { name: '前童镇' },
      issues: { nodes: [{ status: 'DISPATCHED' }, { status: 'DISPATCHED' }, { status: 'WRITTEN_OFF' }] },
      tasks: {
        nodes: expect.arrayContaining([{ status: 'CLOSED', taskForce: { name: expect.stringContaining('防疫物资') } }]),
      },
      light: { colour: 'YELLOW', run: 1, since: '2020-02-14T02:00:00.000Z' },
      inspections: { nodes: [{ passed: false, performedAt: '2020-02-14T02:00:00.000Z' }] },
    });
  });

  it('keeps its reporter sealed, shows it against a reason, and no process writes it anywhere', async () => {
    const issue = await submit('员工口罩只够两天。');
    const reports = `query ($id: ID!) { issue(id: $id) { reports { id reporter { name phone } showings { nodes { sub reason refusedAs } } } } }`;
    const seen = () =>
      product
        .get<{ issue: { reports: [{ id: string }] } }>(commander, reports, { id: issue.id })
        .then((told) => told.issue);
    const [{ id: reportId }] = (await seen()).reports;
    const { revealReporter } = await product.get<{ revealReporter: unknown }>(
      operator,
      `mutation ($input: RevealReporterInput!) { revealReporter(input: $input) { ... on RevealedReporter { name phone } ... on ReportRejection { code } } }`,
      { input: { reportId, reason: '回电核对数量' } },
    );
    expect(revealReporter).toEqual({ name: '许经理', phone: '10005740042' });
    expect((await seen()).reports).toEqual([
      {
        id: reportId,
        reporter: { name: '许**', phone: '100****0042' },
        showings: { nodes: [{ sub: operator.as, reason: '回电核对数量', refusedAs: null }] },
      },
    ]);
    const rows = await product.sql('intake', 'select * from reporter');
    const logs = globSync('logs/*.log', { cwd: product.dir }).map((file) =>
      readFileSync(join(product.dir, file), 'utf8'),
    );
    expect(logs.length).toBeGreaterThan(4);
    expect(JSON.stringify([rows, logs])).not.toMatch(/许经理|10005740042/);
    expect(statSync(join(product.dir, 'secrets/reporter-keys')).mode & 0o777).toBe(0o600);
  });
});
