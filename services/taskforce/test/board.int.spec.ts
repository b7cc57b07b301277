import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { end, suspend, warn } from '../src/clock/domain/clock-moves.ts';
import { breach } from '../src/task/domain/breach.ts';
import { cached } from '../src/task/domain/task.ts';
import { aTask, county, noCalendar, type IssueTask } from './builders.ts';
import { commander, labourLead, putTask, statementsOf, testingLead, withoutJobs } from './world.ts';

const now = county('2020-02-15 13:00');
const department: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: '330226111' };
let booted: Booted;
const put: Record<string, IssueTask> = {};

/** Tasks of TESTING by what is to be seen of them, and one of LABOUR. */
async function fill() {
  const { db } = booted.schema;
  const accepted = { acceptedAt: county('2020-02-15 01:00'), dispatchedAt: county('2020-02-15 00:30') };
  const running = aTask(accepted);
  const warned = running.clocks.map((one) =>
    one.kind === 'SOLUTION' ? warn(one, county('2020-02-15 12:59'), noCalendar) : one,
  );
  const still = running.clocks.map((one) => suspend(one, 'WAITING_FOR_FIRM', county('2020-02-15 11:00'), noCalendar));
  const late = breach(aTask({ acceptedAt: county('2020-02-14 10:00') }), now, noCalendar).state;
  const done = aTask().clocks.map((one) => end(one, 'CANCELLED', county('2020-02-14 10:00'), noCalendar));
  const on = {
    suspendedAt: county('2020-02-15 11:00'),
    suspendedBy: 'analyst-1',
    suspensionReason: 'WAITING_FOR_FIRM',
  };
  const named: Record<string, Partial<IssueTask>> = {
    waiting: { dispatchedAt: county('2020-02-15 12:30'), urgency: 'URGENT' },
    running: accepted,
    near: cached({ ...running, clocks: warned }) as IssueTask,
    still: cached({ ...running, clocks: still, status: 'SUSPENDED', ...on } as IssueTask) as IssueTask,
    late: { ...late, domain: 'POLICY' } as IssueTask,
    solved: { acceptedAt: county('2020-02-14 10:00'), proposedAt: county('2020-02-14 12:00') },
    closed: {
      urged: true,
      status: 'CLOSED',
      closedAt: county('2020-02-15 12:00'),
      closedBecause: 'WRITTEN_OFF',
      clocks: done,
    },
    labour: {
      taskForceCode: 'LABOUR',
      domain: 'LABOUR',
      townCode: '330226111',
      urged: true,
      dispatchedAt: county('2020-02-15 12:00'),
    },
  };
  for (const [name, of] of Object.entries(named)) {
    put[name] = await putTask(db, { ...of, id: uuidv7(), issueId: uuidv7() });
  }
}
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(now) });
  await fill();
});
afterAll(() => booted?.stop());

const nameOf = (id: string) => Object.keys(put).find((name) => put[name]!.id === id);

async function listed(args: string, asker: Asker = commander): Promise<(string | undefined)[]> {
  type Listed = { tasks: { nodes: { id: string }[] } };
  const { data, errors } = await booted.ask<Listed>(`{ tasks${args} { nodes { id } } }`, {}, asker);
  expect(errors).toBeUndefined();
  return data!.tasks.nodes.map(({ id }) => nameOf(id));
}

describe('tasks are listed', () => {
  it.each([
    ['(order: DEADLINE)', ['late', 'labour', 'waiting', 'running', 'near', 'still', 'solved']],
    ['(order: DEADLINE, filter: { taskForce: "LABOUR" })', ['labour']],
    ['(filter: { open: false })', ['closed']],
    ['(filter: { nearLimit: true })', ['near']],
    ['(filter: { overdue: true })', ['late']],
    ['(filter: { urged: true })', ['labour', 'closed']],
    ['(filter: { urged: true, open: true })', ['labour']],
    ['(filter: { urged: false, nearLimit: true })', ['near']],
    ['(filter: { urgency: URGENT })', ['waiting']],
    ['(filter: { domain: POLICY })', ['late']],
    ['(filter: { town: "330226111" })', ['labour']],
    ['(order: DEADLINE, filter: { dueBefore: "2020-02-15T06:01:00Z" })', ['late', 'labour']],
    [
      '(order: DEADLINE, filter: { dueBefore: "2020-02-16T00:00:00Z", overdue: false })',
      ['labour', 'waiting', 'running', 'near'],
    ],
    ['(filter: { dueBefore: "2020-02-17T00:00:00Z", status: [SUSPENDED, SOLUTION_PROPOSED] })', []],
    ['(filter: { status: [SUSPENDED], nearLimit: false })', ['still']],
    ['(filter: { status: [], overdue: null })', []],
    ['(filter: { status: [SUSPENDED, CLOSED], open: true })', ['still']],
    ['(filter: { status: [SUSPENDED, CLOSED], open: false })', ['closed']],
    ['(filter: { status: [ACCEPTED, CLOSED], nearLimit: true })', ['near']],
    ['(filter: { open: false, nearLimit: true })', []],
    ['(order: DEADLINE, filter: { status: [SUSPENDED, CLOSED] })', ['still']],
    ['(order: DEADLINE, filter: { open: false })', []],
  ])('with %s', async (args, expected) => {
    // of one deadline they come as they were put, by their ids
    expect(await listed(args)).toEqual(expected);
  });

  it('by deadline in pages that lead on', async () => {
    type Paged = { tasks: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
    const asked = `query ($after: String) { tasks(first: 3, order: DEADLINE, after: $after) { nodes { id } pageInfo { endCursor } } }`;
    const first = (await booted.ask<Paged>(asked, {}, commander)).data!.tasks;
    const second = (await booted.ask<Paged>(asked, { after: first.pageInfo.endCursor }, commander)).data!.tasks;
    const names = [...first.nodes, ...second.nodes].map(({ id }) => nameOf(id));
    expect([names.slice(0, 3), new Set(names).size]).toEqual([['late', 'labour', 'waiting'], 6]);
  });

  it('with a cursor of another order are refused', async () => {
    type Paged = { tasks: { pageInfo: { endCursor: string } } };
    const asked = (order: string, after: string) =>
      booted.ask<Paged>(`{ tasks(first: 1, order: ${order}${after}) { pageInfo { endCursor } } }`, {}, commander);
    const { data } = await booted.ask<Paged>('{ tasks(first: 1) { pageInfo { endCursor } } }', {}, commander);
    const { errors } = await asked('DEADLINE', `, after: "x${data!.tasks.pageInfo.endCursor}"`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('what remains', () => {
  it('is computed when it is read', async () => {
    type Read = {
      tasks: { nodes: { id: string; remaining: string | null; clocks: { remaining: string | null }[] }[] };
    };
    const asked = '{ tasks(first: 50) { nodes { id remaining clocks { remaining } } } }';
    const { data, errors } = await booted.ask<Read>(asked, {}, commander);
    expect(errors).toBeUndefined();
    const told = data!.tasks.nodes.map(({ id, remaining, clocks }) => [
      nameOf(id),
      [remaining, ...clocks.map((clock) => clock.remaining)],
    ]);
    expect(Object.fromEntries(told)).toEqual({
      waiting: ['PT1H30M', 'PT1H30M'],
      running: ['PT12H', null, 'PT12H'],
      near: ['PT12H', null, 'PT12H'],
      still: ['PT14H', null, 'PT14H'],
      late: ['-PT3H', null, '-PT3H'],
      solved: [null, null, null],
      closed: [null, null],
      labour: ['PT1H', 'PT1H'],
    });
  });

  it('asks for the time once, however many tasks', async () => {
    const seen = statementsOf(booted);
    await booted.ask('{ tasks { nodes { remaining clocks { remaining } } } }', {}, commander);
    // the tasks, the calendars that there are; the clock of this test asks for nothing
    expect(seen).toHaveLength(2);
  });
});

describe('the board', () => {
  const counts = 'taskForce { code } open waiting inWork suspended solved overdue nearLimit urged';
  type Board = { taskForce: { code: string } } & Record<string, unknown>;
  const board = async (args: string, asker: Asker, more = '') =>
    (await booted.ask<{ taskBoard: Board[] }>(`{ taskBoard${args} { ${counts} ${more} } }`, {}, asker)).data!.taskBoard;
  const testing = {
    ...{ taskForce: { code: 'TESTING' }, open: 6, waiting: 1, inWork: 3, suspended: 1, solved: 1 },
    ...{ overdue: 1, nearLimit: 1, urged: 0 },
  };

  it('counts the open tasks of every task force, also of one that has none', async () => {
    const boards = await board('', commander);
    expect(boards).toHaveLength(12);
    expect(boards.find(({ taskForce }) => taskForce.code === 'TESTING')).toEqual(testing);
    expect(boards.filter(({ open }) => open === 0)).toHaveLength(10);
  });

  it('shows a task force its own alone, and of another none', async () => {
    expect(await board('', testingLead)).toEqual([testing]);
    expect(await board('(taskForce: "TESTING")', labourLead)).toEqual([]);
    expect(await board('(taskForce: "LABOUR")', labourLead)).toEqual([
      {
        ...testing,
        taskForce: { code: 'LABOUR' },
        open: 1,
        waiting: 1,
        inWork: 0,
        suspended: 0,
        solved: 0,
        overdue: 0,
        nearLimit: 0,
        urged: 1,
      },
    ]);
  });

  it('shows a department its town alone, the tasks too', async () => {
    const tasks = 'tasks { nodes { id } }';
    expect(await board('(town: "330226110")', department, tasks)).toEqual([]);
    const seen = (await board('(town: "330226111")', department, tasks)) as unknown as {
      open: number;
      tasks: { nodes: { id: string }[] };
    }[];
    const busy = seen.filter(({ open }) => open > 0);
    expect(busy.map((one) => one.tasks.nodes.map(({ id }) => nameOf(id)))).toEqual([['labour']]);
    expect(seen.flatMap((one) => one.tasks.nodes)).toHaveLength(1);
  });

  it('puts tasks in order by deadline, in as many statements for twelve task forces as for one', async () => {
    const seen = statementsOf(booted);
    const boards = (await board('', commander, 'tasks(first: 2) { nodes { id } }')) as unknown as {
      tasks: { nodes: { id: string }[] };
    }[];
    expect(boards.flatMap(({ tasks }) => tasks.nodes.map(({ id }) => nameOf(id)))).toEqual([
      'labour',
      'late',
      'waiting',
    ]);
    // counts, ids of the pages, their rows, task forces
    expect(seen).toHaveLength(4);
  });
});

describe('the history of a task', () => {
  const told = (asker: Asker, fields = 'at what by') =>
    booted.ask<{ task: { history: object[] } | null }>(
      `{ task(id: "${put['waiting']!.id}") { history { ${fields} } } }`,
      {},
      asker,
    );

  it('says what happened, when, and who did it', async () => {
    const asked = `mutation { acceptTask(input: { taskId: "${put['waiting']!.id}" }) { ... on Task { id } }
      proposeSolution(input: { taskId: "${put['waiting']!.id}", text: "已安排" }) { ... on Task { id } } }`;
    await booted.ask(asked, {}, testingLead);
    const at = now.toISOString();
    expect((await told(testingLead)).data?.task?.history).toEqual([
      { at, what: 'task.accepted', by: 'testing-lead' },
      { at, what: 'task.solved', by: 'testing-lead' },
    ]);
  });

  it('is not for another task force, and names nobody to a department', async () => {
    expect((await told(labourLead)).data).toEqual({ task: null });
    const named = await told({ sub: 'd', roles: ['DEPARTMENT'] });
    expect(named.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect((await told({ sub: 'd', roles: ['DEPARTMENT'] }, 'at what')).errors).toBeUndefined();
  });
});
