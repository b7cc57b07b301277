import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { TaskTable } from '../src/task/task.table.ts';
import { fillTasks } from './many.ts';
import { planOf } from './statements.ts';
import { commander, statementsOf, testingLead, withoutJobs, type Statement } from './world.ts';

const ROWS = 60_000;
let booted: Booted;
let seen: Statement[];
beforeAll(async () => {
  booted = await boot(withoutJobs);
  await fillTasks(booted.schema.db.source, ROWS, 0.2);
  seen = statementsOf(booted);
}, 60_000);
afterAll(() => booted?.stop());

/** What the statements of a query read. */
async function readBy(query: string, variables: object, asker: Asker) {
  seen.length = 0;
  const { data, errors } = await booted.ask(query, variables, asker);
  expect(errors).toBeUndefined();
  const asked = [...seen].filter(
    ({ sql }) => /^(select|with)/i.test(sql) && /\btask\b|urging_notice|event_log/.test(sql),
  );
  const plans = await Promise.all(asked.map((one) => planOf(booted.schema.db.source, one)));
  const all = (part: 'indexes' | 'whole' | 'filters') => plans.flatMap((plan) => plan[part]);
  return { data, plans, indexes: all('indexes'), whole: all('whole'), filters: all('filters') };
}

const LIST = `query ($filter: TaskFilter, $order: TaskOrder, $after: String) {
  list: tasks(first: 20, filter: $filter, order: $order, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
type Listed = { list: { nodes: object[]; pageInfo: { endCursor: string | null } } };

describe(`of ${ROWS} tasks, page by page, each list is read through an index in its order`, () => {
  const DEADLINE = { order: 'DEADLINE' };
  it.each([
    ['open ones by deadline', DEADLINE, commander, 'task_deadline'],
    ["a task force's by deadline", { ...DEADLINE, filter: { taskForce: 'TESTING' } }, commander, 'task_board'],
    ['those that a task force sees by deadline', DEADLINE, testingLead, 'task_board'],
    ['those near their limit by deadline', { ...DEADLINE, filter: { nearLimit: true } }, commander, 'task_near_limit'],
    ['the urged', { filter: { urged: true } }, commander, 'task_urged'],
    ['the overdue by deadline', { ...DEADLINE, filter: { overdue: true } }, commander, 'task_overdue_longest'],
    ['those due soon', { ...DEADLINE, filter: { dueBefore: '2035-01-01T00:00:00Z' } }, commander, 'task_deadline'],
    ['open ones of a domain by deadline', { ...DEADLINE, filter: { domain: 'POLICY' } }, commander, 'task_deadline'],
    ['those of a domain', { filter: { domain: 'POLICY' } }, commander, 'task_(by_domain|newest)'],
    ['those of a domain that is rare', { filter: { domain: 'OTHER' } }, commander, 'task_by_domain'],
    ['urgent ones', { filter: { urgency: 'URGENT' } }, commander, 'task_(urgent|newest)'],
    ['those of a town', { filter: { town: '330226003' } }, commander, 'task_(by_town|newest)'],
    ['open ones', { filter: { open: true } }, commander, 'task_newest'],
    ['those that any helps with', { filter: { coHandled: true } }, commander, 'task_newest'],
    ['those to be dispatched anew', { filter: { awaitsRedispatch: true } }, commander, 'task_awaits_redispatch'],
  ] as [string, object, Asker, string][])('%s', async (_, variables, asker, index) => {
    const first = await readBy(LIST, variables, asker);
    const after = (first.data as Listed).list.pageInfo.endCursor;
    const second = await readBy(LIST, { ...variables, after }, asker);
    for (const { indexes, whole, plans } of [first, second]) {
      expect(indexes).toEqual([expect.stringMatching(new RegExp(`^${index}$`))]);
      expect(whole).toEqual([]);
      expect(plans.flatMap(({ kinds }) => kinds)).not.toContain('Sort');
    }
  });

  // of the first four there are none, which no plan knows: all of one kind are looked through
  it.each([
    ['of a task force and a domain', { taskForce: 'TESTING', domain: 'POLICY' }, commander, 'task_of_task_force'],
    ['of a town and a domain', { town: '330226003', domain: 'POLICY' }, commander, 'task_by_(town|domain)'],
    ['of a town that a task force sees', { town: '330226003' }, testingLead, 'task_of_task_force'],
    ['that were returned by one', { status: ['RETURNED'] }, testingLead, 'task_of_task_force'],
    ['of a town that have ended', { town: '330226003', open: false }, commander, 'task_by_town'],
    ['of a domain that are open', { domain: 'POLICY', open: true }, commander, 'task_by_domain'],
    ['that have ended', { open: false }, commander, 'task_newest'],
    ['of two states', { status: ['RETURNED', 'TRANSFERRED'] }, commander, 'task_newest'],
    ['urged, of a town', { urged: true, town: '330226003', domain: 'POLICY' }, commander, 'task_urged'],
    ['urgent, of a town', { urgency: 'URGENT', town: '330226003', open: false }, commander, 'task_urgent'],
  ] as [string, object, Asker, string][])('those %s, and no row for nothing', async (_, filter, asker, index) => {
    const { indexes, whole, filters } = await readBy(LIST, { filter }, asker);
    expect([indexes, whole, filters]).toEqual([[expect.stringMatching(new RegExp(`^${index}$`))], [], []]);
  });

  it.each([
    ['of a town that are open', { filter: { town: '330226003', open: true } }, commander],
    ['that a task force helps with', { filter: { coHandled: true } }, testingLead],
    ['that a task force helps with, by deadline', { ...DEADLINE, filter: { coHandled: true } }, testingLead],
    ['that a named one helps with', { filter: { coHandled: true, taskForce: 'LABOUR' } }, commander],
    ['urged, by deadline', { ...DEADLINE, filter: { urged: true } }, commander],
  ] as [string, object, Asker][])(
    'those %s, which are few, are put in order once an index has found them',
    async (_, variables, asker) => {
      const { whole } = await readBy(LIST, variables, asker);
      expect(whole).toEqual([]);
    },
  );
});

describe(`of ${ROWS} tasks`, () => {
  it('the board is counted from the index of open ones alone, and its pages are read by it', async () => {
    const asked = '{ taskBoard { open overdue nearLimit urged tasks(first: 10) { nodes { id } } } }';
    const { indexes, whole, plans } = await readBy(asked, {}, commander);
    expect([new Set(indexes), whole]).toEqual([new Set(['task_force_pkey', 'task_board', 'task_pkey']), []]);
    expect(plans[0]!.kinds).toContain('Index Only Scan');
  });

  it("a task's history is read by the keys of its aggregate", async () => {
    const task = await booted.schema.db.source.manager.findOneByOrFail(TaskTable, { status: 'ACCEPTED' });
    const { indexes, whole } = await readBy(`{ task(id: "${task.id}") { history { what } } }`, {}, commander);
    // the partitions behind it are empty
    expect(whole).not.toContain('event_log_0');
    expect(indexes.filter((index) => /event_log_0_aggregate_type_aggregate_id_version_idx/.test(index))).not.toEqual(
      [],
    );
  });
});
