import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeDir } from '../runtime/environment.ts';
import type { Advance } from '../start/steps.ts';
import { toSubmission } from '../data/report-line.ts';
import { inspectQiangjiao } from './story-inspections.ts';
import { accepted, as, follow } from './graph.ts';
import { storyCases, type StoryCase } from './story-cases.ts';

const marker = () => join(runtimeDir(), 'story-told');
const reportsFile = fileURLToPath(new URL('reports.zh.jsonl', import.meta.url));

const operator = as({ role: 'OPERATOR', as: 'operator-1' });
const caller = as({ role: 'OPERATOR', as: 'operator-2' });
const analyst = as({ role: 'ANALYST' });

export function storyTold(): boolean {
  return existsSync(marker());
}

interface Issue {
  readonly id: string;
  readonly status: string;
}

async function submit(input: object): Promise<Issue> {
  const { submitReport } = await operator<{ submitReport: { issue: Issue; code?: string } }>(
    `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
       ... on Report { issue { id status } } ... on ReportRejection { code message } } }`,
    { input },
  );
  return accepted(submitReport).issue;
}

async function move(ask: ReturnType<typeof as>, field: string, input: object): Promise<void> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const aggregate = field === 'acceptTask' || field === 'proposeSolution' ? 'Task' : 'Issue';
  const answer = await ask<Record<string, { code?: string; message?: string }>>(
    `mutation ($input: ${type}Input!) { ${field}(input: $input) { ... on ${aggregate}Rejection { code message } } }`,
    { input },
  );
  accepted(answer[field]!);
}

async function taskOf(issueId: string, ask: ReturnType<typeof as>): Promise<string> {
  return follow(async () => {
    const { tasks } = await ask<{ tasks: { nodes: { id: string; issue: { id: string } }[] } }>(
      `{ tasks(first: 100) { nodes { id issue { id } } } }`,
    );
    return tasks.nodes.find((task) => task.issue?.id === issueId)?.id;
  }, `a task of issue ${issueId}`);
}

async function untilSolved(issueId: string): Promise<void> {
  await follow(async () => {
    const { issue } = await operator<{ issue: Issue }>(`query ($id: ID!) { issue(id: $id) { id status } }`, {
      id: issueId,
    });
    return issue.status === 'SOLVED' ? true : undefined;
  }, `the solution of issue ${issueId}`);
}

/** One case, from the call to the write-off, or as far as the story tells it. A part that was told before is not told again. */
async function tellCase({ report, domain, urgency, taskForce, solution, satisfaction }: StoryCase): Promise<void> {
  const { id: issueId, status } = await submit(report);
  if (status !== 'REGISTERED') return;
  await move(analyst, 'triageIssue', { issueId, domain, urgency });
  await move(analyst, 'dispatchIssue', { issueId });
  const lead = as({ role: 'TASKFORCE_LEAD', taskForce });
  const taskId = await taskOf(issueId, lead);
  await move(lead, 'acceptTask', { taskId });
  if (!solution) return;
  await move(lead, 'proposeSolution', { taskId, text: solution });
  await untilSolved(issueId);
  if (satisfaction) await move(caller, 'recordCallback', { issueId, outcome: 'SETTLED', satisfaction });
}

function sampleReports(): object[] {
  const lines = readFileSync(reportsFile, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((text) => {
    const read = toSubmission(text);
    return 'submission' in read ? [read.submission] : [];
  });
}

/** Reports, cases and inspections of the first days of domain.md section 9, through the graph as people would. Can be told again. */
export async function story(advance: Advance): Promise<void> {
  const parts = [
    ...storyCases.map((one) => () => tellCase(one)),
    ...sampleReports().map((report) => () => submit(report).then(() => undefined)),
    () => inspectQiangjiao(),
  ];
  for (const [i, tell] of parts.entries()) {
    await tell();
    advance(i / parts.length);
  }
  writeFileSync(marker(), '');
}
