import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectNats } from '@qifutong/messaging/connection';
import type { Clock } from '@qifutong/persistence/database';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { county } from './builders.ts';
import { Telling } from './intake-says.ts';
import { commander, IntakeStream, tasksOf, testingLead, withoutJobs } from './world.ts';

const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };
const clock = fixedClock(county('2020-02-14 10:00'));
/** Whoever asks for the time finds so much of it gone. */
let passesMs = 0;
const passing: Clock = {
  now: (asked) => {
    clock.advance(passesMs);
    return clock.now(asked);
  },
};
let booted: Booted;
let connection: NatsConnection;
let intake: IntakeStream;
let issue: Telling;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: passing });
  connection = await connectNats(booted.nats.url, 'intake');
  intake = new IntakeStream(connection);
  await intake.open();
});
beforeEach(() => {
  passesMs = 0;
  clock.set(county('2020-02-14 10:00'));
  issue = new Telling(intake);
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

interface Shown {
  readonly kind: string;
  readonly round: number;
  readonly [instant: string]: unknown;
}

/** The clocks of the issue as the graph has them: what is null is left out. */
async function clocks({ issueId } = issue): Promise<Partial<Shown>[]> {
  await intake.allHeard();
  const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Issue { centreClocks {
    kind round startedAt dueAt metAt breachedAt doneLateAt cancelledAt open } } } }`;
  const of = [{ __typename: 'Issue', id: issueId }];
  const { data } = await booted.ask<{ _entities: [{ centreClocks: Shown[] }] }>(asked, { of }, commander);
  const known = ([, value]: [string, unknown]) => value !== null;
  return data!._entities[0].centreClocks.map((one) => Object.fromEntries(Object.entries(one).filter(known)));
}

const at = (text: string) => county(text).toISOString();
const toDispatch = {
  kind: 'DISPATCH',
  round: 1,
  startedAt: at('2020-02-14 09:30'),
  dueAt: at('2020-02-14 23:59:59.999'),
};
const dispatched = { ...toDispatch, metAt: at('2020-02-14 10:00'), open: false };

async function move(mutation: string, input: object, asker: Asker = testingLead): Promise<void> {
  const [task] = (await tasksOf(booted, issue.issueId)).slice(-1);
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const asked = `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) { __typename ... on TaskRejection { message } } }`;
  const { data, errors } = await booted.ask<{ answer: object }>(
    asked,
    { input: { taskId: task!.id, ...input } },
    asker,
  );
  expect([data?.answer, errors]).toEqual([{ __typename: 'Task' }, undefined]);
}

async function solve(text: string): Promise<void> {
  clock.set(county(text));
  await move('proposeSolution', { text: '已安排上门采样' });
}

describe('an issue that was registered', () => {
  it('is to be dispatched by the end of its county day, however often that is told', async () => {
    await issue.registered();
    await intake.allHeard();
    await issue.again(5);
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [issue.issueId]);
    await issue.again();
    expect(await clocks()).toEqual([{ ...toDispatch, open: true }]);
  });

  it('long ago, as is said today, is to be dispatched today', async () => {
    await issue.registered('2020-02-01 09:00');
    expect(await clocks()).toEqual([{ ...toDispatch, open: true }]);
  });

  it('long ago, and was loaded as history, is to be dispatched by no time; once it is, all is as of any other', async () => {
    await issue.registered('2020-02-01 09:00', true);
    expect(await clocks()).toEqual([]);
    await issue.dispatched();
    await intake.allHeard();
    await move('acceptTask', {});
    await solve('2020-02-14 16:00');
    const callback = { kind: 'CALLBACK', round: 1, startedAt: at('2020-02-14 16:00'), dueAt: at('2020-02-15 16:00') };
    expect(await clocks()).toEqual([{ ...callback, open: true }]);
  });

  it('and answered on the spot is to be called back within 24 hours', async () => {
    await issue.registered();
    await issue.answered('2020-02-14 09:40');
    const [startedAt, dueAt] = [at('2020-02-14 09:40'), at('2020-02-15 09:40')];
    expect(await clocks()).toEqual([
      { ...toDispatch, metAt: startedAt, open: false },
      { kind: 'CALLBACK', round: 1, startedAt, dueAt, open: true },
    ]);
  });

  it('and answered is to be called back by when intake says, also once it is merged and taken out again', async () => {
    await issue.registered();
    await issue.answered('2020-02-14 09:40', '2020-02-14 10:40');
    const [startedAt, dueAt] = [at('2020-02-14 09:40'), at('2020-02-14 10:40')];
    const callback = { kind: 'CALLBACK', round: 1, startedAt, dueAt };
    expect((await clocks()).slice(1)).toEqual([{ ...callback, open: true }]);
    await issue.merged('2020-02-14 09:50');
    await issue.unmerged('2020-02-14 09:55', 'ANSWERED', '2020-02-14 10:40');
    await intake.allHeard();
    await issue.merged('2020-02-14 09:56');
    await issue.unmerged('2020-02-14 11:00', 'ANSWERED', '2020-02-14 10:40');
    expect((await clocks()).slice(2)).toEqual([
      { ...callback, startedAt: at('2020-02-14 09:55'), cancelledAt: at('2020-02-14 09:56'), open: false },
      { ...callback, startedAt: at('2020-02-14 11:00'), open: true },
    ]);
  });

  it('and settled by a batch that was reverted is to be dispatched as if that had not been', async () => {
    await issue.registered();
    await issue.settled('2020-02-14 11:00');
    await issue.unsettled('2020-02-14 12:00', 'REGISTERED');
    const callback = { kind: 'CALLBACK', round: 1, startedAt: at('2020-02-14 11:00'), dueAt: at('2020-02-15 11:00') };
    expect(await clocks()).toEqual([
      { ...toDispatch, open: true },
      { ...callback, cancelledAt: at('2020-02-14 12:00'), open: false },
    ]);
  });

  it('and merged, and taken out again the next day, is to be dispatched on that day', async () => {
    await issue.registered();
    await issue.merged('2020-02-14 11:00');
    await issue.unmerged('2020-02-15 08:00', 'REGISTERED');
    const again = {
      kind: 'DISPATCH',
      round: 1,
      startedAt: at('2020-02-15 08:00'),
      dueAt: at('2020-02-15 23:59:59.999'),
    };
    expect(await clocks()).toEqual([
      { ...toDispatch, cancelledAt: at('2020-02-14 11:00'), open: false },
      { ...again, open: true },
    ]);
  });
});

describe('a member of a common issue', () => {
  const left = { kind: 'DISPATCH', round: 1, startedAt: at('2020-02-14 12:00'), dueAt: toDispatch.dueAt };

  it.each(['CONFIRMED', 'SETTLED'])(
    'that is %s, and that nobody dispatched, is still to be dispatched',
    async (state) => {
      await issue.registered();
      await issue.linked('2020-02-14 11:00', state);
      expect(await clocks()).toEqual([{ ...toDispatch, open: true }]);
    },
  );

  it('is dispatched with it, or where its task is out already', async () => {
    await issue.registered();
    await issue.linked('2020-02-14 11:00', 'CONFIRMED');
    await issue.dispatchedAsMember('2020-02-14 12:00');
    const late = new Telling(intake);
    await late.registered();
    await late.linked('2020-02-14 12:30', 'DISPATCHED');
    expect(await clocks()).toEqual([{ ...toDispatch, metAt: at('2020-02-14 12:00'), open: false }]);
    expect(await clocks(late)).toEqual([{ ...toDispatch, metAt: at('2020-02-14 12:30'), open: false }]);
  });

  it('that is settled waits for the centre until the batch has it, and again once that is reverted', async () => {
    await issue.registered();
    await issue.linked('2020-02-14 10:00', 'DISPATCHED');
    await issue.leftToBatch('2020-02-14 12:00');
    expect(await clocks()).toEqual([dispatched, { ...left, open: true }]);
    await issue.settled('2020-02-14 13:00');
    await intake.allHeard();
    await issue.unsettled('2020-02-14 14:00', 'IN_PROGRESS');
    const callback = { kind: 'CALLBACK', round: 1, startedAt: at('2020-02-14 13:00'), dueAt: at('2020-02-15 13:00') };
    expect(await clocks()).toEqual([
      dispatched,
      { ...left, open: true },
      { ...callback, cancelledAt: at('2020-02-14 14:00'), open: false },
    ]);
  });

  it('of which an older release told is as it was then, until more is heard of it', async () => {
    await issue.registered();
    await issue.linked('2020-02-14 10:00');
    expect(await clocks()).toEqual([{ ...toDispatch, cancelledAt: at('2020-02-14 10:00'), open: false }]);
    await issue.leftToBatch('2020-02-14 12:00');
    expect((await clocks()).slice(1)).toEqual([{ ...left, open: true }]);
  });
});

describe('an issue that its task force solved', () => {
  const callback = { kind: 'CALLBACK', round: 1, startedAt: at('2020-02-14 16:00'), dueAt: at('2020-02-15 16:00') };
  beforeEach(async () => {
    await issue.registered();
    await issue.dispatched();
    await intake.allHeard();
    await move('acceptTask', {});
    await solve('2020-02-14 16:00');
  });

  it('is to be called back within 24 hours', async () => {
    expect(await clocks()).toEqual([dispatched, { ...callback, open: true }]);
  });

  it('is to be called back from that very instant on, however long it takes to store it', async () => {
    passesMs = 1;
    await move('rejectSolution', { reason: '企业称无人上门' }, analyst);
    await move('proposeSolution', { text: '已安排上门采样' });
    const [task] = await tasksOf(booted, issue.issueId);
    const [ended, anew] = (await clocks()).slice(1);
    expect(ended!['cancelledAt']).toEqual(task!.ineffectiveSolutions[0]!.rejectedAt.toISOString());
    expect(anew!['startedAt']).toEqual(task!.proposedAt!.toISOString());
  });

  it('and that was called back in time is through', async () => {
    clock.set(county('2020-02-15 16:00'));
    await issue.writtenOff('2020-02-15 16:00');
    expect(await clocks()).toEqual([dispatched, { ...callback, metAt: at('2020-02-15 16:00'), open: false }]);
  });

  it('and that was called back a millisecond late, was not in time', async () => {
    clock.set(county('2020-02-15 17:00'));
    await issue.writtenOff('2020-02-15 16:00:00.001');
    const late = { breachedAt: callback.dueAt, doneLateAt: at('2020-02-15 16:00:00.001') };
    expect(await clocks()).toEqual([dispatched, { ...callback, ...late, open: false }]);
  });

  it('and whose firm nobody reached was not called back', async () => {
    clock.set(county('2020-02-15 12:00'));
    await issue.writtenOff('2020-02-15 12:00', 1, true);
    expect(await clocks()).toEqual([dispatched, { ...callback, cancelledAt: at('2020-02-15 12:00'), open: false }]);
  });

  it('found ineffective, and solved anew, is to be called back within 24 hours of that', async () => {
    clock.set(county('2020-02-14 17:00'));
    await move('rejectSolution', { reason: '企业称无人上门' }, analyst);
    await solve('2020-02-14 20:00');
    const anew = { ...callback, startedAt: at('2020-02-14 20:00'), dueAt: at('2020-02-15 20:00') };
    expect(await clocks()).toEqual([
      dispatched,
      { ...callback, cancelledAt: at('2020-02-14 17:00'), open: false },
      { ...anew, open: true },
    ]);
  });

  it('and that is not settled begins a new round; all of it replayed leaves the same clocks', async () => {
    clock.set(county('2020-02-15 09:00'));
    await issue.reopened('2020-02-15 09:00');
    await issue.dispatched('2020-02-15 09:05', 2);
    const second = {
      kind: 'DISPATCH',
      round: 2,
      startedAt: at('2020-02-15 09:00'),
      dueAt: at('2020-02-15 23:59:59.999'),
    };
    const told = [
      dispatched,
      { ...callback, metAt: at('2020-02-15 09:00'), open: false },
      { ...second, metAt: at('2020-02-15 09:05'), open: false },
    ];
    expect(await clocks()).toEqual(told);
    const stored = () => booted.schema.db.source.query('select * from centre_clock where issue_id = $1 order by id', [issue.issueId]); // prettier-ignore
    const before: unknown = await stored();
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [issue.issueId]);
    await issue.again(2);
    expect(await clocks()).toEqual(told);
    expect(await stored()).toEqual(before);
  });
});

describe('an issue that its task force gives back', () => {
  it('is to be dispatched anew on that day', async () => {
    await issue.registered();
    await issue.dispatched();
    await intake.allHeard();
    clock.set(county('2020-02-14 11:00'));
    await move('returnTask', { reason: '不属于本专班职责' });
    const returned = { ...toDispatch, startedAt: at('2020-02-14 11:00') };
    expect(await clocks()).toEqual([dispatched, { ...returned, open: true }]);
    clock.set(county('2020-02-14 11:30'));
    await move('redispatchTask', { taskForce: 'LABOUR' }, analyst);
    expect(await clocks()).toEqual([dispatched, { ...returned, metAt: at('2020-02-14 11:30'), open: false }]);
  });

  it('from that very instant on, and until the very instant of its new dispatch', async () => {
    await issue.registered();
    await issue.dispatched();
    await intake.allHeard();
    passesMs = 1;
    await move('returnTask', { reason: '不属于本专班职责' });
    await move('redispatchTask', { taskForce: 'LABOUR' }, analyst);
    const [left, opened] = await tasksOf(booted, issue.issueId);
    const instants = { startedAt: left!.handedOnAt!.toISOString(), metAt: opened!.dispatchedAt.toISOString() };
    expect((await clocks())[1]).toMatchObject(instants);
  });
});

describe('the clocks of the centre', () => {
  it('are listed, newest first, by kind, and as far as they are open or missed', async () => {
    const asked = `query ($filter: CentreClockFilter) { centreClocks(filter: $filter, first: 100) { nodes { kind open breachedAt startedAt } } }`;
    type Listed = {
      centreClocks: { nodes: { kind: string; open: boolean; breachedAt: string | null; startedAt: string }[] };
    };
    const list = async (filter: object) =>
      (await booted.ask<Listed>(asked, { filter }, analyst)).data!.centreClocks.nodes;
    const all = await list({});
    expect(all.map(({ startedAt }) => startedAt)).toEqual(
      all
        .map(({ startedAt }) => startedAt)
        .toSorted()
        .toReversed(),
    );
    expect(await list({ kind: 'CALLBACK' })).toEqual(all.filter(({ kind }) => kind === 'CALLBACK'));
    expect(await list({ open: true })).toEqual(all.filter(({ open }) => open));
    expect(await list({ missed: true, open: false })).toEqual(
      all.filter((one) => one.breachedAt !== null && !one.open),
    );
    expect(await list({ kind: 'CALLBACK', missed: true })).toHaveLength(1);
  });

  it.each([
    ['a task force', testingLead],
    ['a firm', { sub: 'f', roles: ['FIRM'], firm: '91330226MA2AG00014' }],
    ['an administrator', { sub: 'a', roles: ['ADMIN'] }],
  ] as [string, Asker][])('are not for %s', async (_, asker) => {
    const { errors } = await booted.ask('{ centreClocks { nodes { id } } }', {}, asker);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the commander on duty', () => {
  const put = async (input: object, asker = commander) => {
    const asked = `mutation ($input: SetCommanderOnDutyInput!) { answer: setCommanderOnDuty(input: $input) {
      ... on CommanderOnDuty { sub from setBy } ... on CommanderRejection { code field } } }`;
    return (await booted.ask<{ answer: object }>(asked, { input }, asker)).data?.answer;
  };
  const onDuty = async (instant: string | null) => {
    const asked = 'query ($at: DateTime) { commanderOnDuty(at: $at) { sub name } }';
    return (await booted.ask<{ commanderOnDuty: object | null }>(asked, { at: instant }, analyst)).data!
      .commanderOnDuty;
  };

  it('is named from an instant on, until another is', async () => {
    expect(await onDuty(null)).toBeNull();
    const [from, then] = [at('2020-02-14 10:00'), at('2020-02-15 08:00')];
    expect(await put({ sub: 'chen', name: '陈指挥' })).toEqual({ sub: 'chen', from, setBy: 'commander-1' });
    await put({ sub: 'wu', name: '吴指挥', from: then }, { sub: 'admin-1', roles: ['ADMIN'] });
    expect(await put({ sub: 'xu', name: '徐指挥', from: then })).toEqual({
      sub: 'xu',
      from: then,
      setBy: 'commander-1',
    });
    expect(await onDuty(null)).toEqual({ sub: 'chen', name: '陈指挥' });
    expect(await onDuty(at('2020-02-15 07:59:59.999'))).toEqual({ sub: 'chen', name: '陈指挥' });
    expect(await onDuty(then)).toEqual({ sub: 'xu', name: '徐指挥' });
  });

  it.each([
    [
      'in the past',
      { sub: 'chen', name: '陈指挥', from: at('2020-02-14 09:59:59.999') },
      'COMMANDER_DUTY_IN_PAST',
      'from',
    ],
    ['without a name', { sub: 'chen', name: ' ' }, 'FIELD_REQUIRED', 'name'],
    ['with a long subject', { sub: 'x'.repeat(201), name: '陈指挥' }, 'FIELD_TOO_LONG', 'sub'],
  ])('is not named %s', async (_, input, code, field) => {
    expect(await put(input)).toEqual({ code, field });
  });

  it('is not named by an analyst', async () => {
    expect(await put({ sub: 'chen', name: '陈指挥' }, analyst)).toBeUndefined();
  });
});
