import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { v7 as uuidv7 } from 'uuid';
import { TaskTable } from '../src/task/task.table.ts';
import { returnTask } from '../src/task/domain/return.ts';
import { analyst } from './asking.ts';
import { aTask, county, lead, noCalendar } from './builders.ts';
import { aTransferredTask } from './life-builders.ts';
import { tried } from './tried.ts';
import { commander, labourLead, putTask, statementsOf, withoutJobs, type Statement } from './world.ts';

let booted: Booted;
let seen: Statement[];
beforeAll(async () => {
  booted = await boot(withoutJobs);
  const { db } = booted.schema;
  const returned = returnTask(
    aTask(),
    { reason: '退', by: lead, within: 'PT2H' },
    county('2020-02-14 10:00'),
    noCalendar,
  );
  const { id } = await putTask(db, returned.state as never);
  const columns = Object.keys(TaskTable.options.columns).filter(
    (name) => !['id', 'issueId', 'dispatchedAt'].includes(name),
  );
  const kept = columns.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const given = {
    status: `'CLOSED'`,
    awaits_redispatch: 'false',
    co_handlers: `case when n % 100 = 0 then '{LABOUR}'::text[] else '{}' end`,
    handed_on_at: 'null',
    handed_on_by: 'null',
    handed_on_reason: 'null',
    closed_at: 'now()',
    closed_because: `'WRITTEN_OFF'`,
  } as Record<string, string>;
  const copied = kept.map((column) => given[column] ?? column).join(', ');
  await db.source.query(
    `insert into task (id, issue_id, dispatched_at, ${kept.join(', ')})
     select gen_random_uuid(), gen_random_uuid(), now() - n * interval '1 minute', ${copied} from task, generate_series(1, 30000) as n where id = '${id}'`,
  );
  await db.source.query('analyze task');
  seen = statementsOf(booted);
}, 60_000);
afterAll(() => booted?.stop());

async function planOf(asked: string, asker: Asker): Promise<string> {
  seen.length = 0;
  await booted.ask(asked, {}, asker);
  const [select] = seen.filter(({ sql }) => /^select/i.test(sql) && /\btask\b/.test(sql));
  const lines: { 'QUERY PLAN': string }[] = await booted.schema.db.source.query(
    `explain ${select!.sql}`,
    select!.parameters,
  );
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

describe('of 30,000 tasks', () => {
  it.each<[string, string, Asker, RegExp]>([
    ['that a task force helps with', '{ coHandled: true }', labourLead, /Index Scan (using|on) task_co_handled/],
    [
      'that a named one helps with',
      '{ coHandled: true, taskForce: "LABOUR" }',
      commander,
      /Index Scan (using|on) task_co_handled/,
    ],
    ['to be dispatched anew', '{ awaitsRedispatch: true }', analyst, /Index Scan using task_awaits_redispatch/],
  ])('those %s are found through an index', async (_, filter, asker, index) => {
    const plan = await planOf(`{ tasks(filter: ${filter}) { nodes { id } } }`, asker);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on task/);
  });

  it('the one that goes on with another is found through its key', async () => {
    const task = await booted.schema.db.source.manager.findOneByOrFail(TaskTable, { status: 'RETURNED' });
    seen.length = 0;
    await booted.ask(`{ task(id: "${task.id}") { successor { id } } }`, {}, analyst);
    const select = seen.find(({ sql, parameters }) => /predecessor_id" IN/.test(sql) && parameters.includes(task.id))!;
    const lines: { 'QUERY PLAN': string }[] = await booted.schema.db.source.query(
      `explain ${select.sql}`,
      select.parameters,
    );
    expect(lines.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Scan (using|on) task_one_successor/);
  });
});

describe('what goes on is guarded by the database too', () => {
  const open = `update task set status = 'DISPATCHED', awaits_redispatch = false, handed_on_at = null, handed_on_by = null, handed_on_reason = null where status = 'RETURNED'`;

  it.each([
    [
      'waiting for the centre when it was not returned',
      `update task set awaits_redispatch = true where status = 'CLOSED'`,
      'task_awaits_redispatch',
    ],
    ['going on without a predecessor', `${open}; update task set first_dispatched_at = now()`, 'task_goes_on'],
    ['returned by nobody', `update task set handed_on_by = null where status = 'RETURNED'`, 'task_handed_on'],
    ['helped by itself', `update task set co_handlers = '{TESTING}' where status = 'RETURNED'`, 'task_co_handlers'],
    [
      'suspended without a reason',
      `${open}; update task set suspended_at = now(), suspended_by = 'a'`,
      'task_suspended',
    ],
    [
      'extended by nobody',
      `${open}; update task set extended_at = now(), extended_until = now(), extension_reason = 'r'`,
      'task_extended',
    ],
    [
      'a policy that is no length of time',
      `update sla_policy_version set return_within = '2 hours'`,
      'sla_policy_version_return_within_check',
    ],
  ])('%s', async (_, sql, by) => {
    await expect(tried(booted.service.db, sql)).rejects.toThrow(new RegExp(`violates check constraint "${by}"`));
  });

  it('two that go on with the same one', async () => {
    const task = aTransferredTask();
    const { db } = booted.schema;
    const first = await putTask(db, aTask({ acceptedAt: county('2020-02-14 10:00') }) as never).catch(() => null);
    const of = {
      predecessorId: (first ?? (await db.source.manager.findOneByOrFail(TaskTable, { status: 'RETURNED' }))).id,
    };
    await putTask(db, { ...task, ...of, id: uuidv7(), issueId: uuidv7() });
    await expect(putTask(db, { ...task, ...of, id: uuidv7(), issueId: uuidv7() })).rejects.toThrow(
      'task_one_successor',
    );
  });

  it('two open ones of a round', async () => {
    const { db } = booted.schema;
    const { issueId, id } = await putTask(db, { id: uuidv7(), issueId: uuidv7() });
    const next = { ...aTransferredTask(), predecessorId: id, id: uuidv7(), issueId };
    await expect(putTask(db, next as never)).rejects.toThrow('task_one_of_round');
  });
});
