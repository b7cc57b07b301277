import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootIntake, type TestIntake } from './intake.ts';
import { operator } from './people.ts';
import { aTask, solve, solvedAt, taskForcesOf, type TaskForces } from './task-events.ts';

let intake: TestIntake;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake();
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

const state = async (id: string) => {
  const issue = await intake.issue(id);
  return issue && [issue.status, issue.round];
};

describe('an issue, all the way round', () => {
  it('is registered, triaged, dispatched, worked on, solved, called back and written off', async () => {
    const id = await intake.registered();
    expect(await state(id)).toEqual(['REGISTERED', 1]);
    expect(await intake.triage(id)).toMatchObject({ status: 'REGISTERED', domain: 'MATERIALS' });
    expect(await intake.dispatch(id)).toMatchObject({ status: 'DISPATCHED', round: 1 });
    const { accepted, solved } = aTask(id);
    await taskForces.sayAndWait(accepted);
    expect(await state(id)).toEqual(['IN_PROGRESS', 1]);
    await taskForces.sayAndWait(solved);
    expect(await state(id)).toEqual(['SOLVED', 1]);
    expect(await intake.callBack(id, { outcome: 'SETTLED', satisfaction: 'SATISFIED' })).toMatchObject({
      status: 'WRITTEN_OFF',
      round: 1,
    });
    expect(await intake.issue(id)).toMatchObject({
      status: 'WRITTEN_OFF',
      firstContact: { sub: operator.sub },
      callbacks: [{ outcome: 'SETTLED', round: 1 }],
    });
  });

  it('is reopened when the firm says that it is not settled, and goes round again', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    expect(await intake.callBack(id, { outcome: 'NOT_SETTLED', satisfaction: 'DISSATISFIED' })).toMatchObject({
      status: 'REOPENED',
      round: 2,
    });
    expect(await intake.triage(id)).toMatchObject({ status: 'REOPENED', round: 2 });
    expect(await intake.dispatch(id)).toMatchObject({ status: 'DISPATCHED', round: 2 });
    await solve(taskForces, id, 2);
    expect(await intake.callBack(id)).toMatchObject({ status: 'WRITTEN_OFF', round: 2 });
    expect((await intake.issue(id))?.callbacks).toEqual([
      { outcome: 'NOT_SETTLED', round: 1 },
      { outcome: 'SETTLED', round: 2 },
    ]);
  });

  it('has its instants: dispatched and written off by our clock, solved when the task force said so', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    await intake.callBack(id);
    const [row] = await intake.sql<{ solved_at: Date; in_order: boolean }>(
      'select solved_at, registered_at <= dispatched_at and dispatched_at <= written_off_at as in_order from issue where id = $1',
      [id],
    );
    expect(row).toEqual({ solved_at: new Date(solvedAt), in_order: true });
  });
});

describe('a callback', () => {
  it('that reached nobody keeps the issue solved, and is listed', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    expect(await intake.callBack(id, { outcome: 'NOT_REACHED', note: '无人接听' })).toMatchObject({ status: 'SOLVED' });
    expect(await intake.callBack(id, { outcome: 'NOT_REACHED' })).toMatchObject({ status: 'SOLVED' });
    expect((await intake.issue(id))?.callbacks).toEqual([
      { outcome: 'NOT_REACHED', round: 1 },
      { outcome: 'NOT_REACHED', round: 1 },
    ]);
  });

  it('by somebody who handled the issue is refused, and not kept', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    expect(await intake.callBack(id, { outcome: 'SETTLED' }, operator)).toMatchObject({
      code: 'ISSUE_HANDLED_BY_CALLER',
      field: null,
    });
    expect(await intake.issue(id)).toMatchObject({ status: 'SOLVED', callbacks: [] });
  });

  it('that reached nobody but has a satisfaction is refused, and not kept', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    const refusal = await intake.callBack(id, { outcome: 'NOT_REACHED', satisfaction: 'SATISFIED' });
    expect(refusal).toMatchObject({ code: 'CALLBACK_NOT_REACHED_BUT_RATED', field: 'satisfaction' });
    expect((await intake.issue(id))?.callbacks).toEqual([]);
  });

  it.each([
    ['a note of 2,001 characters', { note: '字'.repeat(2_001) }, 'FIELD_TOO_LONG', 'note'],
    ['a note with a NUL', { note: '\u0000' }, 'FIELD_MALFORMED', 'note'],
  ])('with %s is refused', async (_, input, code, field) => {
    expect(await intake.callBack(await intake.registered(), { outcome: 'SETTLED', ...input })).toMatchObject({
      code,
      field,
    });
  });
});

describe('what cannot be done', () => {
  it('names the state and the move', async () => {
    const id = await intake.registered();
    const { number } = (await intake.issue(id))!;
    expect(await intake.dispatch(id)).toEqual({
      code: 'ISSUE_NOT_TRIAGED',
      field: null,
      message: `问题 ${number} 尚未研判,不能派单`,
    });
    expect(await intake.callBack(id)).toEqual({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      field: null,
      message: `问题 ${number} 处于 REGISTERED 状态,不能执行 callBack`,
    });
  });

  it.each([
    ['an issue that is not there', '01900000-0000-7000-8000-000000000000', 'ISSUE_NOT_FOUND'],
    ['an id that is none', '20200214-0042', 'FIELD_MALFORMED'],
    ['an id with a NUL', '\u0000', 'FIELD_MALFORMED'],
  ])('to %s is refused, naming the field', async (_, id, code) => {
    const answers = [await intake.triage(id), await intake.dispatch(id), await intake.callBack(id)];
    expect(answers).toMatchObject(answers.map(() => ({ code, field: 'issueId' })));
    expect(intake.faultLines()).toEqual([]);
  });
});
