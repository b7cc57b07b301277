import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { standardPolicy } from '../src/issue/domain/callback-policy.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, auditor, caller, commander, operator } from './people.ts';

const clock = fixedClock('2020-02-14T01:00:00.000Z');
let intake: TestIntake;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  by = deciding(intake);
});
afterAll(() => intake.stop());

const LIST = `query ($first: Int, $after: String, $filter: CallbackFilter) { list: callbacksDue(first: $first, after: $after, filter: $filter) {
  nodes { id attempts lastAttemptAt callbackDueAt } pageInfo { hasNextPage endCursor } } }`;
interface Due {
  readonly nodes: readonly { readonly id: string; readonly attempts: number; readonly lastAttemptAt: string | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const due = async (asker: Asker, variables: object = {}) =>
  (await intake.get<{ list: Due }>(LIST, variables, asker)).list;
const dueIds = async (asker: Asker, filter: object = {}) =>
  (await due(asker, { filter, first: 100 })).nodes.map(({ id }) => id);

/** An issue that was answered at that instant, by the operator who took it. */
async function answered(at: string, what: object = {}, input: object = {}): Promise<string> {
  clock.set(at);
  const id = await intake.registered(input);
  await by.answer(id, what);
  return id;
}
const unreached = (id: string) => intake.callBack(id, { outcome: 'NOT_REACHED' });

describe('the work list of callbacks', () => {
  let first: string;
  let second: string;
  let elsewhere: string;
  beforeAll(async () => {
    second = await answered('2020-02-14T03:00:00.000Z', { domain: 'PASSAGE' });
    elsewhere = await answered('2020-02-14T04:00:00.000Z', {}, { townCode: '330226111' });
    first = await answered('2020-02-14T02:00:00.000Z', { domain: 'LABOUR' });
    await intake.registered();
  });

  it('has the longest due first, for those who may call and those who watch', async () => {
    for (const asker of [caller, analyst, commander, auditor])
      expect(await dueIds(asker)).toEqual([first, second, elsewhere]);
  });

  it('leaves out what an operator handled, and nothing for those who do not call', async () => {
    expect(await dueIds(operator)).toEqual([]);
    expect(await dueIds({ ...analyst, sub: operator.sub! })).toEqual([first, second, elsewhere]);
    expect(await dueIds({ ...analyst, roles: ['ANALYST', 'OPERATOR'], sub: operator.sub! })).toEqual([]);
  });

  it('can be narrowed to a domain, a town, and what is overdue by now', async () => {
    expect([await dueIds(caller, { domain: 'LABOUR' }), await dueIds(caller, { townCode: '330226111' })]).toEqual([
      [first],
      [elsewhere],
    ]);
    clock.set('2020-02-15T03:00:00.000Z');
    expect([await dueIds(caller, { overdue: true }), await dueIds(caller, { overdue: false })]).toEqual([
      [first],
      [second, elsewhere],
    ]);
    clock.set('2020-02-15T03:00:00.001Z');
    expect(await dueIds(caller, { overdue: true })).toEqual([first, second]);
  });

  it('is paged', async () => {
    const one = await due(caller, { first: 2 });
    const rest = await due(caller, { first: 2, after: one.pageInfo.endCursor });
    expect([one, rest].map(({ nodes, pageInfo }) => [nodes.map(({ id }) => id), pageInfo.hasNextPage])).toEqual([
      [[first, second], true],
      [[elsewhere], false],
    ]);
  });

  it('leaves out who was not reached until they are to be tried again', async () => {
    clock.set('2020-02-15T01:00:00.000Z');
    await unreached(first);
    const [list, [seen]] = [await dueIds(caller), [await by.follow(first)]];
    expect(list).toEqual([second, elsewhere]);
    expect(seen).toMatchObject({
      attempts: 1,
      lastAttemptAt: '2020-02-15T01:00:00.000Z',
      callAgainAt: '2020-02-15T03:00:00.000Z',
    });
    clock.set('2020-02-15T02:59:59.999Z');
    expect(await dueIds(caller)).toEqual([second, elsewhere]);
    clock.set('2020-02-15T03:00:00.000Z');
    expect((await due(caller)).nodes[0]).toMatchObject({ id: first, attempts: 1 });
    await unreached(first);
    clock.set('2020-02-16T02:59:59.999Z');
    expect(await dueIds(caller)).toEqual([second, elsewhere]);
    clock.set('2020-02-16T03:00:00.000Z');
    expect((await due(caller)).nodes[0]).toMatchObject({ id: first, attempts: 2 });
  });

  it('forgets who was called back', async () => {
    await intake.callBack(first);
    expect(await dueIds(caller)).not.toContain(first);
  });
});

describe('the policy of callbacks', () => {
  it('is stored with the numbers of the rules', async () => {
    const rows = await intake.sql<object>(
      `select version, within_minutes as "withinMinutes", attempts, attempt_days as "attemptDays", again_after_minutes as "againAfterMinutes" from callback_policy`,
    );
    expect(rows).toEqual([standardPolicy]);
  });
});

describe('a write-off of a firm that could not be reached', () => {
  it('is signed by a commander after three attempts on two days, and marked', async () => {
    const id = await answered('2020-02-14T02:00:00.000Z');
    const attempt = async (at: string) => {
      clock.set(at);
      await unreached(id);
    };
    await attempt('2020-02-14T08:00:00.000Z');
    await attempt('2020-02-14T12:00:00.000Z');
    await attempt('2020-02-14T15:59:59.999Z');
    expect(await by.writeOff(id)).toMatchObject({
      code: 'ISSUE_TRIED_TOO_LITTLE',
      message: expect.stringContaining('3 次、共 1 天'),
    });
    await attempt('2020-02-14T16:00:00.000Z');
    expect(await by.writeOff(id)).toMatchObject({ status: 'WRITTEN_OFF' });
    expect(await by.follow(id)).toMatchObject({ unreached: true, statusReason: '电话停机', callbackDueAt: null });
    const [last] = await intake.sql<{ id: string }>(
      'select id from callback where issue_id = $1 order by called_at desc limit 1',
      [id],
    );
    expect((await intake.events(id)).at(-1)).toMatchObject({
      type: 'intake.issue.written-off.v1',
      event: { data: { callbackId: last!.id, unreached: true } },
    });
  });

  it('counts the attempts of the present round only', async () => {
    const id = await answered('2020-02-14T02:00:00.000Z');
    for (const at of ['2020-02-14T03:00:00.000Z', '2020-02-15T03:00:00.000Z', '2020-02-16T03:00:00.000Z']) {
      clock.set(at);
      await unreached(id);
    }
    await intake.callBack(id, { outcome: 'NOT_SETTLED' });
    expect(await by.writeOff(id)).toMatchObject({ code: 'ISSUE_STATUS_FORBIDS_MOVE' });
    expect(await by.follow(id)).toMatchObject({ round: 2, attempts: 0, callAgainAt: null });
  });

  it('does not count attempts that were made for an issue that was merged into it', async () => {
    const [merged, id] = [await answered('2020-02-14T02:00:00.000Z'), await answered('2020-02-14T02:00:00.000Z')];
    for (const at of ['2020-02-14T03:00:00.000Z', '2020-02-15T03:00:00.000Z', '2020-02-16T03:00:00.000Z']) {
      clock.set(at);
      await unreached(merged);
    }
    await by.merge(merged, id);
    expect(await by.follow(id)).toMatchObject({ attempts: 0, callbacks: [{}, {}, {}] });
    expect(await by.writeOff(id)).toMatchObject({ code: 'ISSUE_TRIED_TOO_LITTLE' });
  });

  it('is not signed by somebody who handled the issue', async () => {
    const id = await answered('2020-02-14T02:00:00.000Z');
    expect(await by.writeOff(id, { ...commander, sub: operator.sub! })).toMatchObject({
      code: 'ISSUE_HANDLED_BY_CALLER',
    });
  });
});

describe('fifty callbacks at once', () => {
  it.each(['SETTLED', 'NOT_SETTLED'])('of which all say %s have one winner', async (outcome) => {
    const id = await answered('2020-02-14T02:00:00.000Z');
    const callers = Array.from({ length: 50 }, (_, i) => ({ ...caller, sub: `operator-${i + 10}` }));
    const answers = await Promise.all(callers.map((one) => intake.callBack(id, { outcome }, one)));
    expect(answers.filter(({ code }) => code === 'ISSUE_STATUS_FORBIDS_MOVE')).toHaveLength(49);
    const { status, round, callbacks } = await by.follow(id);
    expect([status, round, callbacks.length]).toEqual(
      outcome === 'SETTLED' ? ['WRITTEN_OFF', 1, 1] : ['REOPENED', 2, 1],
    );
    expect((await intake.events(id)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('and a sign-off have one as well', async () => {
    const id = await answered('2020-02-14T02:00:00.000Z');
    for (const at of ['2020-02-14T03:00:00.000Z', '2020-02-15T03:00:00.000Z', '2020-02-16T03:00:00.000Z']) {
      clock.set(at);
      await unreached(id);
    }
    const answers = await Promise.all([by.writeOff(id), intake.callBack(id)]);
    expect(answers.filter(({ code }) => code === 'ISSUE_STATUS_FORBIDS_MOVE')).toHaveLength(1);
    expect((await intake.events(id)).filter(({ type }) => type === 'intake.issue.written-off.v1')).toHaveLength(1);
  });
});
