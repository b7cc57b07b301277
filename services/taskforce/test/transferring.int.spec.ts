import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { analyst, codeOf, dissolved, lifeOf, type Life } from './asking.ts';
import { county } from './builders.ts';
import { commander, labourLead, putTask, tasksOf, testingLead, withoutJobs } from './world.ts';

const start = county('2020-02-14 10:00');
const clock = fixedClock(start);
let booted: Booted;
let life: Life;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  life = lifeOf(booted);
  await booted.schema.db.source.query(dissolved('APPROVAL'));
});
afterAll(() => booted?.stop());

async function inWork(): Promise<string> {
  clock.set(start);
  const { id } = await putTask(booted.service.db);
  await life.accept(id);
  return id;
}

describe('a transfer', () => {
  it('is the worked case: accepted anew at 13:00, due 15 Feb 13:00, the firm still 15 Feb 10:00', async () => {
    const id = await inWork();
    clock.set(county('2020-02-14 12:00'));
    expect(await life.transfer(id, 'LABOUR')).toMatchObject({
      id,
      status: 'TRANSFERRED',
      handedOnReason: '属用工事项',
      successor: null,
    });
    const { data } = await booted.ask<{ task: { successor: { id: string } } }>(
      `{ task(id: "${id}") { successor { id } } }`,
      {},
      analyst,
    );
    const next = data!.task.successor.id;
    clock.set(county('2020-02-14 13:00'));
    const accepted = await life.accept(next, labourLead);
    const due = Object.fromEntries(
      (accepted['clocks'] as { kind: string; dueAt: string }[]).map(({ kind, dueAt }) => [kind, dueAt]),
    );
    expect(due).toMatchObject({
      SOLUTION: county('2020-02-15 13:00').toISOString(),
      FIRM: county('2020-02-15 10:00').toISOString(),
    });
    expect(accepted).toMatchObject({ hops: 1, predecessor: { id }, dueAt: county('2020-02-15 10:00').toISOString() });
  });

  it('tells whoever goes on why, and what was ineffective, also of earlier rounds: read only, and listed nowhere', async () => {
    clock.set(start);
    const issueId = uuidv7();
    const first = await putTask(booted.service.db, { issueId, dispatchedAt: county('2020-02-13 09:30') });
    const { id } = await putTask(booted.service.db, { issueId, round: 2 });
    await life.accept(id);
    await life.solve(id);
    await life.rejectSolution(id);
    await life.transfer(id, 'LABOUR');
    const next = (await tasksOf(booted, issueId)).at(-1)!.id;
    const told = 'id handedOnReason ineffectiveSolutions { text reason }';
    const asked = `{ task(id: "${next}") { predecessor { ${told} successor { id } earlier { id } } earlier { ${told} } }
      before: task(id: "${id}") { id } tasks { nodes { id } } }`;
    const given = {
      ...{ id, handedOnReason: '属用工事项' },
      ineffectiveSolutions: [{ text: '已安排采样', reason: '企业反映未采样' }],
    };
    const of = { id: first.id, handedOnReason: null, ineffectiveSolutions: [] };
    const { data } = await booted.ask<{ task: object; before: object; tasks: { nodes: object[] } }>(
      asked,
      {},
      labourLead,
    );
    expect(data!.task).toEqual({
      predecessor: { ...given, successor: { id: next }, earlier: [{ id: first.id }] },
      earlier: [of, given],
    });
    expect([data!.before, data!.tasks.nodes.filter((one) => [id, first.id].includes((one as typeof of).id))]).toEqual([
      null,
      [],
    ]);
    expect(codeOf(await life.solve(id, {}, labourLead))).toEqual(['TASK_OF_OTHER_TASK_FORCE', 'taskId']);
    // who had it before sees nothing of who has it now
    const back = await booted.ask<{ task: object }>(`{ task(id: "${id}") { successor { id } } }`, {}, testingLead);
    expect(back.data!.task).toEqual({ successor: null });
  });

  it('by the lead and by the centre at the same time happens once', async () => {
    const id = await inWork();
    const answers = await Promise.all([
      life.transfer(id, 'LABOUR'),
      life.transfer(id, 'LOGISTICS', analyst),
      life.transfer(id, 'FINANCE', commander),
    ]);
    expect(answers.map(({ code }) => code ?? 'DONE').toSorted()).toEqual([
      'DONE',
      'TASK_STATUS_FORBIDS_MOVE',
      'TASK_STATUS_FORBIDS_MOVE',
    ]);
  });

  it('and what ends its issue meet: the task that goes on is ended too, also where that was heard meanwhile', async () => {
    const id = await inWork();
    clock.set(county('2020-02-14 11:00'));
    const { app, db } = booted.service;
    const issueId = (await db.source.manager.findOneByOrFail(TaskTable, { id })).issueId!;
    const gone = {
      issueId,
      lastRound: 1,
      because: 'MERGED',
      commonIssueId: null,
      at: county('2020-02-14 10:59'),
    } as const;
    const hear = () => db.transaction((tx) => app.get(IssueTaskService).cancel(tx, gone));
    await Promise.all([life.transfer(id, 'LABOUR'), hear()]);
    await hear();
    const left = await tasksOf(booted, issueId);
    expect(left.filter(({ status }) => status !== 'TRANSFERRED' && status !== 'CANCELLED')).toEqual([]);
  });

  it('of a task that is late brings one notice for the missed deadline, to whoever missed it', async () => {
    const id = await inWork();
    clock.set(county('2020-02-15 10:00:00.001'));
    const left = await life.transfer(id, 'LABOUR', analyst);
    expect(left).toMatchObject({
      status: 'TRANSFERRED',
      overdue: false,
      urgingNotices: [{ clock: 'SOLUTION', ordinal: 1 }],
    });
    const next = left['successor'] as { id: string };
    clock.set(county('2020-02-15 11:00'));
    const accepted = await life.accept(next.id, labourLead);
    expect(accepted).toMatchObject({ overdue: true, urgingNotices: [] });
    expect((accepted['clocks'] as object[])[0]).toMatchObject({
      kind: 'FIRM',
      breachedAt: county('2020-02-15 10:00').toISOString(),
    });
  });

  it('by the centre frees a task force of what it never accepted and of what stands still, so that it can be dissolved', async () => {
    clock.set(start);
    const code = 'POLICY';
    const lead = { sub: 'policy-lead', roles: ['TASKFORCE_LEAD' as const], task_force: code };
    const waiting = await putTask(booted.service.db, { taskForceCode: code });
    const paused = await putTask(booted.service.db, { taskForceCode: code });
    await life.accept(paused.id, lead);
    await life.suspend(paused.id);
    const asked = `mutation { answer: dissolveTaskForce(input: { code: "${code}", reason: "任务完成" }) {
      ... on TaskForce { code } ... on TaskForceRejection { refused: code } } }`;
    const dissolve = async () => (await booted.ask<{ answer: object }>(asked, {}, commander)).data?.answer;
    expect(await dissolve()).toEqual({ refused: 'TASK_FORCE_HAS_OPEN_TASKS' });
    for (const { id } of [waiting, paused]) {
      expect(codeOf(await life.transfer(id, 'LABOUR', lead))).toEqual(['TASK_STATUS_FORBIDS_MOVE', null]);
      expect(await life.transfer(id, 'LABOUR', analyst)).toMatchObject({ id, status: 'TRANSFERRED' });
    }
    expect(await dissolve()).toEqual({ code });
    const handed = [...(await tasksOf(booted, waiting.issueId)), ...(await tasksOf(booted, paused.issueId))];
    expect(handed.filter(({ taskForceCode }) => taskForceCode === 'LABOUR')).toMatchObject([
      { status: 'DISPATCHED', hops: 1 },
      { status: 'DISPATCHED', hops: 1, suspendedAt: null },
    ]);
  });

  it('goes to another task force that there is, with a reason', async () => {
    const id = await inWork();
    const blank = life.ask(
      'transferTask',
      'TransferTaskInput',
      { taskId: id, taskForce: 'LABOUR', reason: ' ' },
      testingLead,
    );
    const answers = [
      await life.transfer(id, 'TESTING'),
      await life.transfer(id, 'APPROVAL'),
      await life.transfer(id, 'NOWHERE'),
      await blank,
    ];
    expect(answers.map(codeOf)).toEqual([
      ['TASK_FORCE_IS_LEAD', 'taskForce'],
      ['TASK_FORCE_DISSOLVED', 'taskForce'],
      ['TASK_FORCE_UNKNOWN', 'taskForce'],
      ['FIELD_REQUIRED', 'reason'],
    ]);
    expect(codeOf(await life.transfer(id, 'LABOUR', labourLead))).toEqual(['TASK_OF_OTHER_TASK_FORCE', 'taskId']);
  });

  it('that is under way when intake says that the issue was merged ends with the new task cancelled', async () => {
    const id = await inWork();
    const { app, db } = booted.service;
    const { issueId } = await db.source.manager.findOneByOrFail(TaskTable, { id });
    const merged = { issueId: issueId!, lastRound: 1, because: 'MERGED', commonIssueId: null, at: start } as const;
    const moves: Promise<unknown>[] = [];
    await db.transaction(async ({ manager }) => {
      const [holder] = await manager.query<[{ pid: number }]>(
        'select pg_backend_pid() as pid from task where id = $1 for update',
        [id],
      );
      moves.push(life.transfer(id, 'LABOUR'));
      await inLineBehind(holder.pid, 1);
      moves.push(db.transaction((tx) => app.get(IssueTaskService).cancel(tx, merged)));
      await inLineBehind(holder.pid, 2);
    });
    await Promise.all(moves);
    const found = await tasksOf(booted, issueId!);
    expect(found.map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'TRANSFERRED']);
  });

  it('waits for a dissolution that is under way, and is refused then', async () => {
    const id = await inWork();
    let asked: ReturnType<Life['transfer']>;
    await booted.service.db.transaction(async ({ manager }) => {
      await manager.query(dissolved('PROJECT'));
      asked = life.transfer(id, 'PROJECT');
      await somebodyWaits();
    });
    expect(codeOf(await asked!)).toEqual(['TASK_FORCE_DISSOLVED', 'taskForce']);
  });
});

/** Until a transaction waits for what another does to a task force. */
function somebodyWaits(): Promise<unknown> {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%task_force%for share'`;
  return eventually(
    () => booted.schema.db.source.query<unknown[]>(waiting),
    (rows) => rows.length > 0,
  );
}

/** Until so many transactions wait for that one, or for each other behind it. */
function inLineBehind(pid: number, count: number): Promise<unknown> {
  const line = `with recursive line as (select $1::int as pid union
    select activity.pid from pg_stat_activity as activity join line on line.pid = any (pg_blocking_pids(activity.pid)))
    select from line`;
  return eventually(
    () => booted.schema.db.source.query<unknown[]>(line, [pid]),
    (rows) => rows.length === count + 1,
  );
}
