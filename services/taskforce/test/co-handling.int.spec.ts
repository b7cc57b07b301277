import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@qifutong/platform/viewer';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { analyst, codeOf, dissolved, lifeOf, type Life } from './asking.ts';
import { county } from './builders.ts';
import { commander, labourLead, putTask, testingLead, withoutJobs } from './world.ts';

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

describe('a task force that helps', () => {
  const seen = async (id: string, asker: Asker) =>
    (await booted.ask<{ task: unknown }>(`{ task(id: "${id}") { id } }`, {}, asker)).data!.task;
  const list = async (filter: string, asker: Asker) => {
    const { data } = await booted.ask<{ tasks: { nodes: { id: string }[] } }>(
      `{ tasks(filter: ${filter}, first: 100) { nodes { id } } }`,
      {},
      asker,
    );
    return data!.tasks.nodes.map(({ id }) => id);
  };

  it('reads the task, finds it among those that it helps with, and cannot act on it', async () => {
    const id = await inWork();
    expect(await seen(id, labourLead)).toBeNull();
    expect(await life.add(id, 'LABOUR')).toMatchObject({
      coHandlers: [{ code: 'LABOUR' }],
      taskForce: { code: 'TESTING' },
    });
    expect(await seen(id, labourLead)).toEqual({ id });
    expect(await list('{}', labourLead)).not.toContain(id);
    expect(await list('{ coHandled: true }', labourLead)).toEqual([id]);
    expect(await list('{ coHandled: true }', testingLead)).toEqual([]);
    expect(await list('{ coHandled: true, taskForce: "TESTING" }', labourLead)).toEqual([]);
    expect(await list('{ coHandled: true, taskForce: "LABOUR" }', commander)).toEqual([id]);
    expect(await list('{ coHandled: true, taskForce: "FINANCE" }', commander)).toEqual([]);
    expect(await list('{ coHandled: true }', commander)).toEqual([id]);
    const solve = life.ask('proposeSolution', 'ProposeSolutionInput', { taskId: id, text: '办妥' }, labourLead);
    expect(codeOf(await solve)).toEqual(['TASK_OF_OTHER_TASK_FORCE', 'taskId']);
    expect(codeOf(await life.transfer(id, 'FINANCE', labourLead))).toEqual(['TASK_OF_OTHER_TASK_FORCE', 'taskId']);
    expect(codeOf(await life.remove(id, 'LABOUR', labourLead))).toEqual(['TASK_OF_OTHER_TASK_FORCE', 'taskId']);
    expect(await life.remove(id, 'LABOUR', commander)).toMatchObject({ coHandlers: [] });
    expect(await seen(id, labourLead)).toBeNull();
  });

  it('is not shown under what supervision the lead one stands', async () => {
    const id = await inWork();
    await life.add(id, 'LABOUR');
    const open = `mutation { openSupervision(input: { taskId: "${id}", reason: "久拖不决" }) { __typename } }`;
    expect((await booted.ask(open, {}, commander)).data).toEqual({ openSupervision: { __typename: 'Supervision' } });
    const supervised = async (asker: Asker) => {
      const asked = `{ task(id: "${id}") { supervisions { reason } } }`;
      return (await booted.ask<{ task: { supervisions: object[] } }>(asked, {}, asker)).data!.task.supervisions;
    };
    const all = [{ reason: '久拖不决' }];
    expect(await Promise.all([commander, testingLead, labourLead].map(supervised))).toEqual([all, all, []]);
  });

  it('is not the lead one, not twice there, not dissolved', async () => {
    const id = await inWork();
    await life.add(id, 'LABOUR', analyst);
    const answers = [
      await life.add(id, 'TESTING'),
      await life.add(id, 'LABOUR'),
      await life.add(id, 'APPROVAL'),
      await life.remove(id, 'FINANCE'),
    ];
    expect(answers.map(codeOf)).toEqual([
      ['TASK_FORCE_IS_LEAD', 'taskForce'],
      ['CO_HANDLER_KNOWN', 'taskForce'],
      ['TASK_FORCE_DISSOLVED', 'taskForce'],
      ['CO_HANDLER_UNKNOWN', 'taskForce'],
    ]);
    await life.remove(id, 'LABOUR');
  });
});

describe.each([
  ['returnTask', 'ReturnTaskInput', { reason: '退' }, ['TASKFORCE_LEAD', 'TASKFORCE_MEMBER']],
  ['redispatchTask', 'RedispatchTaskInput', { taskForce: 'LABOUR' }, ['ANALYST', 'COMMANDER']],
  [
    'transferTask',
    'TransferTaskInput',
    { taskForce: 'LABOUR', reason: '转' },
    ['TASKFORCE_LEAD', 'ANALYST', 'COMMANDER'],
  ],
  ['addCoHandler', 'AddCoHandlerInput', { taskForce: 'LABOUR' }, ['TASKFORCE_LEAD', 'ANALYST', 'COMMANDER']],
  ['removeCoHandler', 'RemoveCoHandlerInput', { taskForce: 'LABOUR' }, ['TASKFORCE_LEAD', 'ANALYST', 'COMMANDER']],
] as [string, string, object, Role[]][])('%s', (mutation, input, how, allowed) => {
  it.each(roles.filter((role) => !allowed.includes(role)))('is not for %s', async (role) => {
    const told = { taskId: uuidv7(), ...how };
    expect(await life.ask(mutation, input, told, { ...testingLead, roles: [role] })).toEqual({ refused: 'FORBIDDEN' });
  });

  it.each(allowed)('is for %s', async (role) => {
    const answer = await life.ask(mutation, input, { taskId: uuidv7(), ...how }, { ...testingLead, roles: [role] });
    expect(codeOf(answer)).toEqual(['TASK_NOT_FOUND', 'taskId']);
  });
});
