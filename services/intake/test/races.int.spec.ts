import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, caller } from './people.ts';
import { solve, taskForcesOf, type TaskForces } from './task-events.ts';

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

const outcomes = (answers: readonly { status?: string; code?: string }[]) =>
  answers.map(({ status, code }) => status ?? code).toSorted();

describe('a race has one winner', () => {
  it('of 20 dispatches, and one event', async () => {
    const { id } = await intake.triage(await intake.registered());
    const analysts = Array.from({ length: 20 }, (_, i) => ({ ...analyst, sub: `analyst-${i}` }));
    const answers = await Promise.all(analysts.map((one) => intake.dispatch(id, one)));
    expect(outcomes(answers)).toEqual(['DISPATCHED', ...Array.from({ length: 19 }, () => 'ISSUE_STATUS_FORBIDS_MOVE')]);
    const events = await intake.events(id);
    const winner = analysts[answers.findIndex(({ status }) => status === 'DISPATCHED')];
    expect(events.map(({ type, event }) => [type, event.data['dispatchedBy']])).toEqual([
      ['intake.issue.registered.v1', undefined],
      ['intake.issue.triaged.v1', undefined],
      ['intake.issue.dispatched.v1', winner?.sub],
    ]);
  });

  it.each(['SETTLED', 'NOT_SETTLED'])('of two callbacks, one %s and one NOT_SETTLED', async (outcome) => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    const answers = await Promise.all([
      intake.callBack(id, { outcome }, caller),
      intake.callBack(id, { outcome: 'NOT_SETTLED' }, { ...caller, sub: 'operator-3' }),
    ]);
    expect(outcomes(answers).filter((one) => one === 'ISSUE_STATUS_FORBIDS_MOVE')).toHaveLength(1);
    const winner = answers.find(({ status }) => status);
    const { status, round, callbacks } = (await intake.issue(id))!;
    expect([status, round, callbacks.length]).toEqual([winner?.status, winner?.round, 1]);
    expect((await intake.events(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('of a dispatch and a triage: whichever is first, the event says what the issue then is', async () => {
    const { id } = await intake.triage(await intake.registered());
    const [dispatched, triaged] = await Promise.all([intake.dispatch(id), intake.triage(id)]);
    expect(dispatched.status).toBe('DISPATCHED');
    expect([undefined, 'ISSUE_STATUS_FORBIDS_MOVE']).toContain(triaged.code);
    expect(await intake.issue(id)).toMatchObject({ status: 'DISPATCHED', domain: 'MATERIALS' });
  });
});
