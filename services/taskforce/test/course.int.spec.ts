import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@qifutong/platform/viewer';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { analyst, codeOf, lifeOf, type Life } from './asking.ts';
import { aDispatch, county } from './builders.ts';
import { commander, labourLead, putTask, saidOf, tasksOf, testingLead, withoutJobs } from './world.ts';

const start = county('2020-02-14 10:00');
const clock = fixedClock(start);
let booted: Booted;
let life: Life;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  life = lifeOf(booted);
});
afterAll(() => booted?.stop());

async function inWork() {
  clock.set(start);
  const task = await putTask(booted.service.db);
  await life.accept(task.id);
  return task;
}

const iso = (text: string) => county(text).toISOString();

describe('a solution', () => {
  it('has measures and references to what is attached, and is kept when it is found ineffective', async () => {
    const { id, issueId } = await inWork();
    clock.set(county('2020-02-14 11:00'));
    const told = { measures: ['派出采样车'], attachments: ['file-7'] };
    const solution = { text: '已安排采样', ...told, proposedAt: iso('2020-02-14 11:00'), proposedBy: 'testing-lead' };
    expect(await life.solve(id, told)).toMatchObject({ status: 'SOLUTION_PROPOSED', solution, dueAt: null });
    clock.set(county('2020-02-14 23:59:59.999'));
    const rejected = { rejectedAt: iso('2020-02-14 23:59:59.999'), rejectedBy: 'analyst-1', reason: '企业反映未采样' };
    expect(await life.rejectSolution(id)).toMatchObject({
      status: 'ACCEPTED',
      solution: null,
      dueAt: iso('2020-02-15 10:00'),
      ineffectiveSolutions: [{ ...solution, ...rejected }],
    });
    expect(await life.solve(id, { text: '已采样' })).toMatchObject({ solution: { text: '已采样', measures: [] } });
    expect(await saidOf(booted, issueId)).toEqual([
      'task.accepted',
      'task.solved',
      'task.solution-rejected',
      'task.solved',
    ]);
  });

  it('is found ineffective on its day alone', async () => {
    const { id } = await inWork();
    await life.solve(id);
    clock.set(county('2020-02-15 00:00'));
    expect(codeOf(await life.rejectSolution(id))).toEqual(['SOLUTION_STANDS', null]);
  });

  it('is of bounded length, and so are its measures and references', async () => {
    const { id } = await inWork();
    const answers = [
      await life.solve(id, { text: '长'.repeat(4001) }),
      await life.solve(id, { measures: [' '] }),
      await life.solve(id, { attachments: Array.from({ length: 21 }, () => 'f') }),
      await life.solve(id, { attachments: ['f'.repeat(501)] }),
    ];
    expect(answers.map(codeOf)).toEqual([
      ['FIELD_TOO_LONG', 'text'],
      ['FIELD_REQUIRED', 'measures.0'],
      ['FIELD_MALFORMED', 'attachments'],
      ['FIELD_TOO_LONG', 'attachments.0'],
    ]);
  });
});

describe('a suspended task', () => {
  it('has no deadline, is woken by nothing, and goes on with what was left', async () => {
    const { id, issueId } = await inWork();
    clock.set(county('2020-02-14 20:00'));
    expect(await life.suspend(id, { note: '等企业补材料' })).toMatchObject({
      status: 'SUSPENDED',
      suspendedAt: iso('2020-02-14 20:00'),
      suspensionReason: 'WAITING_FOR_FIRM',
      suspensionNote: '等企业补材料',
      dueAt: null,
    });
    clock.set(county('2020-02-16 06:00'));
    await booted.service.app.get(UrgeOverdue).run();
    expect(await tasksOf(booted, issueId)).toMatchObject([{ status: 'SUSPENDED', solveMissed: false, wakeAt: null }]);
    expect(codeOf(await life.extend(id, county('2020-02-20 10:00')))).toEqual(['TASK_STATUS_FORBIDS_MOVE', null]);
    expect(codeOf(await life.solve(id))).toEqual(['TASK_STATUS_FORBIDS_MOVE', null]);
    expect(await life.resume(id)).toMatchObject({
      status: 'ACCEPTED',
      suspendedAt: null,
      suspensionReason: null,
      dueAt: iso('2020-02-16 20:00'),
      overdue: false,
    });
  });

  it('tells for which reasons of the lists it stood still and goes on', async () => {
    const { id } = await inWork();
    await life.suspend(id, { reason: 'WAITING_FOR_HIGHER_AUTHORITY' });
    expect(await life.resume(id, { reason: 'LUNCH' })).toEqual({ refused: 'BAD_USER_INPUT' });
    expect(codeOf(await life.resume(id, { reason: 'OTHER', note: ' ' }))).toEqual(['FIELD_REQUIRED', 'note']);
    expect(codeOf(await life.resume(id, { note: '长'.repeat(501) }))).toEqual(['FIELD_TOO_LONG', 'note']);
    await life.resume(id, { reason: 'OTHER', note: '省里口头答复' });
    const asked = `{ task(id: "${id}") { history { what reason } clocks { pauses { reason resumptionReason resumptionNote } } } }`;
    const { data } = await booted.ask<{ task: { history: object[]; clocks: object[] } }>(asked, {}, analyst);
    expect(data!.task.history.slice(-2)).toEqual([
      { what: 'task.suspended', reason: 'WAITING_FOR_HIGHER_AUTHORITY' },
      { what: 'task.resumed', reason: 'OTHER' },
    ]);
    const pause = { reason: 'WAITING_FOR_HIGHER_AUTHORITY', resumptionReason: 'OTHER', resumptionNote: '省里口头答复' };
    expect(data!.task.clocks.at(-1)).toEqual({ pauses: [pause] });
  });

  it('is suspended for a reason of the list alone', async () => {
    const { id } = await inWork();
    expect(await life.suspend(id, { reason: 'LUNCH' })).toEqual({ refused: 'BAD_USER_INPUT' });
  });

  it.each([
    [
      'merged',
      'CANCELLED',
      null,
      (service: IssueTaskService, tx: never, issueId: string) =>
        service.cancel(tx, {
          issueId,
          lastRound: 1,
          because: 'MERGED',
          commonIssueId: null,
          at: county('2020-02-20 10:00'),
        }),
    ],
    [
      'taken into a common issue',
      'CANCELLED',
      // the firm's clock goes on, with all its 24 hours left
      county('2020-02-21 10:00:00.001'),
      (service: IssueTaskService, tx: never, issueId: string) =>
        service.cancel(tx, {
          issueId,
          lastRound: 1,
          because: 'COMMON_ISSUE',
          commonIssueId: uuidv7(),
          at: county('2020-02-20 10:00'),
        }),
    ],
    [
      'written off',
      'CLOSED',
      null,
      (service: IssueTaskService, tx: never, issueId: string) =>
        service.close(tx, { issueId, lastRound: 1, because: 'WRITTEN_OFF' }),
    ],
  ] as [string, string, Date | null, (service: IssueTaskService, tx: never, issueId: string) => Promise<void>][])(
    'whose issue is %s ends without a breach, long after its old deadline',
    async (_, status, wakeAt, hear) => {
      const { id, issueId } = await inWork();
      await life.suspend(id);
      clock.set(county('2020-02-20 10:00'));
      const { app, db } = booted.service;
      await db.transaction((tx) => hear(app.get(IssueTaskService), tx as never, issueId));
      expect(await tasksOf(booted, issueId)).toMatchObject([{ status, solveMissed: false, overdue: false, wakeAt }]);
    },
  );
});

describe('an extension', () => {
  it('asked for at 09:00 is granted, once, to a later instant', async () => {
    const { id } = await inWork();
    clock.set(county('2020-02-15 09:00'));
    expect(codeOf(await life.extend(id, county('2020-02-15 10:00')))).toEqual(['EXTENSION_NOT_LATER', 'until']);
    expect(codeOf(await life.extend(id, county('2020-02-14 09:00')))).toEqual(['EXTENSION_NOT_LATER', 'until']);
    expect(await life.extend(id, county('2020-02-16 10:00'))).toMatchObject({
      dueAt: iso('2020-02-16 10:00'),
      extendedBy: 'commander-1',
      extendedUntil: iso('2020-02-16 10:00'),
      extensionReason: '须省级审批',
    });
    expect(codeOf(await life.extend(id, county('2020-02-17 10:00')))).toEqual(['EXTENSION_USED_UP', null]);
  });

  it('asked for at 11:00 is refused: the deadline has passed', async () => {
    const { id } = await inWork();
    clock.set(county('2020-02-15 11:00'));
    expect(codeOf(await life.extend(id, county('2020-02-16 10:00')))).toEqual(['DEADLINE_PASSED', null]);
  });

  it('by two commanders at once is granted to one of them', async () => {
    const { id } = await inWork();
    const until = county('2020-02-16 10:00');
    const answers = await Promise.all(
      [1, 2, 3].map((n) => life.extend(id, until, { ...commander, sub: `commander-${n}` })),
    );
    expect(answers.map(({ code }) => code ?? 'GRANTED').toSorted()).toEqual([
      'EXTENSION_USED_UP',
      'EXTENSION_USED_UP',
      'GRANTED',
    ]);
  });
});

describe('an issue that is reopened', () => {
  it('has a solution clock that runs again after a reopen: the new round is warned of, due and missed like any other', async () => {
    clock.set(start);
    const { app, db } = booted.service;
    const told = aDispatch({ issueId: uuidv7(), dispatchedAt: start });
    const of = { issueId: told.issueId };
    const hear = (what: (service: IssueTaskService, tx: never) => Promise<void>) =>
      db.transaction((tx) => what(app.get(IssueTaskService), tx as never));
    await hear((service, tx) => service.open(tx, told));
    const [first] = await tasksOf(booted, told.issueId);
    const lead = { ...testingLead, task_force: first!.taskForceCode };
    await life.accept(first!.id, lead);
    await life.suspend(first!.id);
    await life.resume(first!.id);
    await life.solve(first!.id, {}, lead);
    clock.set(county('2020-02-15 09:00'));
    await hear((service, tx) => service.close(tx, { ...of, lastRound: 1, because: 'REOPENED' }));
    await hear((service, tx) => service.open(tx, { ...told, round: 2, dispatchedAt: county('2020-02-15 09:00') }));
    const [, second] = await tasksOf(booted, told.issueId);
    clock.set(county('2020-02-15 10:00'));
    await life.accept(second!.id, lead);
    const again = await db.source.manager.findOneByOrFail(TaskTable, { id: second!.id });
    expect([again.round, again.status, again.nextDueAt]).toEqual([2, 'ACCEPTED', county('2020-02-16 10:00')]);
    expect((await tasksOf(booted, told.issueId))[0]).toMatchObject({ status: 'CLOSED', solveMissed: false });
  });
});

describe.each([
  ['rejectSolution', 'RejectSolutionInput', { reason: '无效' }, ['ANALYST', 'COMMANDER']],
  ['suspendTask', 'SuspendTaskInput', { reason: 'FORCE_MAJEURE' }, ['ANALYST', 'COMMANDER']],
  ['resumeTask', 'ResumeTaskInput', {}, ['ANALYST', 'COMMANDER']],
  ['extendDeadline', 'ExtendDeadlineInput', { until: iso('2020-02-16 10:00'), reason: '延' }, ['COMMANDER']],
] as [string, string, object, Role[]][])('%s', (mutation, input, how, allowed) => {
  it.each(roles.filter((role) => !allowed.includes(role)))('is not for %s', async (role) => {
    const asked = life.ask(mutation, input, { taskId: uuidv7(), ...how }, { ...labourLead, roles: [role] });
    expect(await asked).toEqual({ refused: 'FORBIDDEN' });
  });

  it.each(allowed)('is for %s', async (role) => {
    const asked = life.ask(mutation, input, { taskId: uuidv7(), ...how }, { ...analyst, roles: [role] });
    expect(codeOf(await asked)).toEqual(['TASK_NOT_FOUND', 'taskId']);
  });
});
