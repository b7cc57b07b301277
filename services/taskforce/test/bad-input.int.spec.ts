import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { county } from './builders.ts';
import { commander, putTask, testingLead, withoutJobs } from './world.ts';

let booted: Booted;
let taskId: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(county('2020-02-14 11:00')) });
  taskId = (await putTask(booted.service.db, { acceptedAt: county('2020-02-14 10:00') })).id;
});
afterAll(() => booted?.stop());

const ACCEPT = `mutation ($input: AcceptTaskInput!) { acceptTask(input: $input) { ... on TaskRejection { code field } } }`;
const SOLVE = `mutation ($input: ProposeSolutionInput!) { proposeSolution(input: $input) { ... on TaskRejection { code field } } }`;
const NUL = String.fromCharCode(0);

async function nothingHappened(): Promise<void> {
  const rows: unknown = await booted.schema.db.source.query(
    `select (select count(*)::int from event_log) as events, status from task where id = $1`,
    [taskId],
  );
  expect(rows).toEqual([{ events: 0, status: 'ACCEPTED' }]);
  expect(booted.logged.filter((line) => Number(line['level']) >= 50 || 'err' in line)).toEqual([]);
}

describe('an input that means nothing is refused with its field named, and nothing is written', () => {
  it.each([
    ['a task id that is none', { taskId: '42', text: '办妥' }, 'FIELD_MALFORMED', 'taskId'],
    ['an empty task id', { taskId: '', text: '办妥' }, 'FIELD_MALFORMED', 'taskId'],
    ['no words', { text: '' }, 'FIELD_REQUIRED', 'text'],
    ['blank words', { text: ' \n\t ' }, 'FIELD_REQUIRED', 'text'],
    ['4,001 characters', { text: '字'.repeat(4001) }, 'FIELD_TOO_LONG', 'text'],
    ['what the database cannot hold', { text: `办${NUL}妥` }, 'FIELD_MALFORMED', 'text'],
    ['a blank measure', { text: '办妥', measures: ['采样', ' '] }, 'FIELD_REQUIRED', 'measures.1'],
    ['a measure of 501 characters', { text: '办妥', measures: ['字'.repeat(501)] }, 'FIELD_TOO_LONG', 'measures.0'],
    [
      '21 measures',
      { text: '办妥', measures: Array.from({ length: 21 }, () => '采样') },
      'FIELD_MALFORMED',
      'measures',
    ],
  ])('proposeSolution with %s', async (_, input, code, field) => {
    const answer = await booted.ask(SOLVE, { input: { taskId, ...input } }, testingLead);
    expect(answer).toEqual({ status: 200, data: { proposeSolution: { code, field } } });
    await nothingHappened();
  });

  it('acceptTask with a task id that is none', async () => {
    const answer = await booted.ask(ACCEPT, { input: { taskId: 'task-1' } }, testingLead);
    expect(answer).toEqual({ status: 200, data: { acceptTask: { code: 'FIELD_MALFORMED', field: 'taskId' } } });
    await nothingHappened();
  });

  it.each([
    ['no input', SOLVE, {}],
    ['no task id', SOLVE, { input: { text: '办妥' } }],
    ['no text', SOLVE, { input: { taskId: '42' } }],
    ['text of another type', SOLVE, { input: { taskId: '42', text: 7 } }],
    ['measures of another type', SOLVE, { input: { taskId: '42', text: '办妥', measures: [null] } }],
    ['a field that is not known', SOLVE, { input: { taskId: '42', text: '办妥', photo: 'x' } }],
    [
      'an unknown status',
      'query ($status: [TaskStatus!]) { tasks(filter: { status: $status }) { nodes { id } } }',
      { status: ['DONE'] },
    ],
    ['a page of nothing', 'query ($first: Int) { tasks(first: $first) { nodes { id } } }', { first: 0 }],
    ['a page of 101', 'query ($first: Int) { tasks(first: $first) { nodes { id } } }', { first: 101 }],
    ['a cursor that is none', 'query ($after: String) { tasks(after: $after) { nodes { id } } }', { after: 'here' }],
  ])('%s is BAD_USER_INPUT', async (_, query, variables) => {
    const both = { ...testingLead, roles: ['TASKFORCE_LEAD', 'COMMANDER'] };
    const answer = await booted.ask(query, variables, both);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    await nothingHappened();
  });

  it('a list of no status is of no tasks, and an id in capitals is the same id', async () => {
    const { id } = await putTask(booted.service.db, {});
    const asked = 'query ($id: ID!) { task(id: $id) { id } tasks(filter: { status: [] }) { nodes { id } } }';
    expect(await booted.ask(asked, { id: id.toUpperCase() }, commander)).toEqual({
      status: 200,
      data: { task: { id }, tasks: { nodes: [] } },
    });
  });

  it('a query with an id that is none finds nothing', async () => {
    const asked = '{ task(id: "42") { id } taskForce(code: "NOWHERE") { code } }';
    expect(await booted.ask(asked, {}, commander)).toEqual({ status: 200, data: { task: null, taskForce: null } });
  });

  it('4,000 characters and 20 measures of 500 are taken', async () => {
    const other = await putTask(booted.service.db, { acceptedAt: county('2020-02-14 10:00') });
    const input = {
      taskId: other.id,
      text: '字'.repeat(4000),
      measures: Array.from({ length: 20 }, () => '字'.repeat(500)),
    };
    expect(await booted.ask(SOLVE, { input }, testingLead)).toEqual({ status: 200, data: { proposeSolution: {} } });
  });
});
