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
  return { data, plans, indexes: plans.flatMap(({ indexes }) => indexes), whole: plans.flatMap(({ whole }) => whole) };
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
    ['the urged by deadline', { ...DEADLINE, filter: { urged: true } }, commander, 'task_deadline'],
    ['the urged', { filter: { urged: true } }, commander, 'task_newest'],
    ['the overdue by deadline', { ...DEADLINE, filter: { overdue: true } }, commander, 'task_overdue_longest'],
    ['those due soon', { ...DEADLINE, filter: { dueBefore: '2035-01-01T00:00:00Z' } }, commander, 'task_deadline'],
    ['open ones of a domain by deadline', { ...DEADLINE, filter: { domain: 'POLICY' } }, commander, 'task_deadline'],
    ['those of a domain', { filter: { domain: 'POLICY' } }, commander, 'task_(by_domain|newest)'],
    ['those of a domain that is rare', { filter: { domain: 'OTHER' } }, commander, 'task_by_domain'],
    ['urgent ones', { filter: { urgency: 'URGENT' } }, commander, 'task_(urgent|newest)'],
    ['those of a town', { filter: { town: '330226003' } }, commander, 'task_(by_town|newest)'],
    ['open ones', { filter: { open: true } }, commander, 'task_newest'],
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

  it('those of a town that are open, which are few, are put in order once an index has found them', async () => {
    const { whole } = await readBy(LIST, { filter: { town: '330226003', open: true } }, commander);
    expect(whole).toEqual([]);
  });
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
