import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import { deciding } from './deciding.ts';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';
import { anOpenedTask, taskForcesOf } from './task-events.ts';

const clock = fixedClock('2020-02-14T01:00:00.000Z');
let intake: TestIntake;
/** what each issue is there for */
const named = new Map<string, string>();

async function registered(name: string, at: string, input: object = {}): Promise<string> {
  clock.set(at);
  const id = await intake.registered(input);
  named.set(id, name);
  return id;
}

beforeAll(async () => {
  intake = await bootIntake({ clock });
  await intake.firms({ creditCode: creditCodeOf(1) });
  const by = deciding(intake);
  await registered('late on the 14th', '2020-02-14T15:59:59.999Z', { firmCreditCode: creditCodeOf(1) });
  await registered('early on the 15th', '2020-02-14T16:00:00.000Z', { channel: 'VISIT' });
  await by.answer(await registered('answered', '2020-02-15T01:00:00.000Z'), { domain: 'LABOUR' });
  await by.reject(await registered('rejected', '2020-02-15T02:00:00.000Z'));
  const working = await registered('at work', '2020-02-15T03:00:00.000Z');
  await intake.triage(working);
  await intake.dispatch(working);
  const taskForces = await taskForcesOf(intake);
  await taskForces.sayAndWait(anOpenedTask(working).opened);
  await taskForces.stop();
  await intake.sql('update issue set review_due = true where id = $1', [working]);
});
afterAll(() => intake.stop());

const list = async (filter: object) =>
  (await intake.get<{ list: { nodes: { id: string }[] } }>(documents.issues, { filter }, analyst)).list.nodes.map(
    ({ id }) => named.get(id),
  );
const all = ['at work', 'rejected', 'answered', 'early on the 15th', 'late on the 14th'];

describe('issues are listed', () => {
  it.each<[string, object, string[]]>([
    ['by channel', { channel: 'VISIT' }, ['early on the 15th']],
    ['by urgency', { urgency: 'URGENT' }, ['at work']],
    ['of a firm', { firm: creditCodeOf(1) }, ['late on the 14th']],
    ['whose firm is known', { firmMatched: true }, ['late on the 14th']],
    ['whose firm is to be matched', { firmMatched: false }, all.slice(0, 4)],
    ['of a task force', { taskForce: 'MATERIALS' }, ['at work']],
    ['of a common issue', { commonIssueId: '01900000-0000-7000-8000-0000000000d1' }, []],
    ['that are open', { open: true }, all.filter((name) => name !== 'rejected')],
    ['that are closed', { open: false }, ['rejected']],
    ['to be reviewed', { reviewDue: true }, ['at work']],
    ['not to be reviewed', { reviewDue: false }, all.slice(1)],
    ['from a day on', { registeredFrom: '2020-02-15' }, all.slice(0, 4)],
    ['up to a day', { registeredTo: '2020-02-14' }, ['late on the 14th']],
    ['of a day', { registeredFrom: '2020-02-14', registeredTo: '2020-02-14' }, ['late on the 14th']],
    ['by the beginning of the number', { number: '20200215-000' }, all.slice(0, 4)],
    ['by the whole number', { number: '20200214-0001' }, ['late on the 14th']],
    ['by several at once', { open: true, domain: 'MATERIALS', urgency: 'URGENT', taskForce: 'MATERIALS' }, ['at work']],
    ['by nothing', {}, all],
  ])('%s', async (_, filter, expected) => {
    expect(await list(filter)).toEqual(expected);
  });

  it('whose callback is overdue, to the millisecond', async () => {
    clock.set('2020-02-16T01:00:00.000Z');
    expect([await list({ callbackOverdue: true }), await list({ callbackOverdue: false })]).toEqual([[], all]);
    clock.set('2020-02-16T01:00:00.001Z');
    expect(await list({ callbackOverdue: true })).toEqual(['answered']);
    expect(await list({ callbackOverdue: false })).toEqual(all.filter((name) => name !== 'answered'));
  });

  it.each([
    ['a firm that is none', { firm: '91330226MA0000001I' }, 'filter.firm'],
    ['a number with a sign of the pattern language', { number: '2020%' }, 'filter.number'],
    ['a task force in small letters', { taskForce: 'materials' }, 'filter.taskForce'],
    ['a common issue that is none', { commonIssueId: 'x' }, 'filter.commonIssueId'],
  ])('but not by %s', async (_, filter, field) => {
    const { errors } = await intake.ask(documents.issues, { filter }, analyst);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });
});
