import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { warn } from '../src/clock/domain/clock-moves.ts';
import { cached } from '../src/task/domain/task.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { aTask, county, noCalendar, type IssueTask } from './builders.ts';
import { fillTasks } from './many.ts';
import { planOf } from './statements.ts';
import { commander, labourLead, putTask, statementsOf, testingLead, withoutJobs } from './world.ts';

const now = county('2020-02-15 13:00');
const member: Asker = { sub: 'testing-2', roles: ['TASKFORCE_MEMBER'], task_force: 'TESTING' };
const put: Record<string, IssueTask> = {};
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(now) });
  const recent = { dispatchedAt: county('2020-02-15 00:30'), acceptedAt: county('2020-02-15 01:00') };
  const running = aTask(recent);
  const clocks = running.clocks.map((one) =>
    one.kind === 'SOLUTION' ? warn(one, county('2020-02-15 12:59'), noCalendar) : one,
  );
  const named: Record<string, Partial<IssueTask>> = {
    waiting: { dispatchedAt: county('2020-02-15 12:30') },
    ownSolved: {
      acceptedAt: county('2020-02-14 10:00'),
      acceptedBy: 'testing-2',
      proposedAt: county('2020-02-14 12:00'),
    },
    theirs: { ...recent, acceptedBy: 'testing-2' },
    near: cached({ ...running, clocks }) as IssueTask,
    late: aTask({ acceptedAt: county('2020-02-14 10:00') }),
    ownLate: aTask({ acceptedAt: county('2020-02-14 11:00'), acceptedBy: 'testing-2' }),
    untaken: { dispatchedAt: county('2020-02-15 09:30') },
    helped: { ...recent, taskForceCode: 'LABOUR', domain: 'LABOUR', coHandlers: ['TESTING'] },
    labour: { ...recent, taskForceCode: 'LABOUR', domain: 'LABOUR', acceptedBy: 'testing-2' },
  };
  for (const [name, of] of Object.entries(named))
    put[name] = await putTask(booted.service.db, { ...of, id: uuidv7(), issueId: uuidv7() });
  await booted.service.app.get(UrgeOverdue).run();
});
afterAll(() => booted?.stop());

const LISTS = ['mine', 'coHandled', 'waiting', 'nearLimit', 'overdue'] as const;
const WORK = `taskForce { code } counts { mine coHandled waiting nearLimit overdue urged unacknowledged }
  ${LISTS.map((list) => `${list} { nodes { id } }`).join(' ')} urgingNotices { nodes { task { id } } }`;
interface Work {
  readonly taskForce: { code: string };
  readonly counts: Record<string, number>;
  readonly urgingNotices: { nodes: { task: { id: string } }[] };
}
type Asked = {
  _entities: ({ work: (Work & Record<(typeof LISTS)[number], { nodes: { id: string }[] }>) | null } | null)[];
};

const nameOf = ({ id }: { id: string }) => Object.keys(put).find((name) => put[name]!.id === id);
const ask = (asker: Asker, sub = asker.sub, work = WORK) =>
  booted.ask<Asked>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Viewer { work { ${work} } } } }`,
    { of: [{ __typename: 'Viewer', sub }] },
    asker,
  );

async function workOf(asker: Asker) {
  const { data, errors } = await ask(asker);
  expect(errors).toBeUndefined();
  const { work } = data!._entities[0]!;
  return {
    of: work!.taskForce.code,
    counts: work!.counts,
    ...Object.fromEntries(LISTS.map((list) => [list, work![list].nodes.map(nameOf)])),
    urged: work!.urgingNotices.nodes.map(({ task }) => nameOf(task)),
  };
}

describe("a member's view", () => {
  const everybodys = { of: 'TESTING', coHandled: ['helped'], waiting: ['untaken', 'waiting'] };

  it('tells what is theirs, of that and of what nobody has taken what presses, and what their task force helps with', async () => {
    const { urged, counts, ...work } = await workOf(member);
    expect(work).toEqual({
      ...everybodys,
      mine: ['ownLate', 'theirs', 'ownSolved'],
      nearLimit: [],
      overdue: ['ownLate', 'untaken'],
    });
    expect(urged.toSorted()).toEqual(['ownLate', 'untaken']);
    expect(counts).toEqual({
      mine: 3,
      coHandled: 1,
      waiting: 2,
      nearLimit: 0,
      overdue: 2,
      urged: 2,
      unacknowledged: 2,
    });
  });

  it('of a lead tells what presses the whole task force', async () => {
    const { urged, counts, ...work } = await workOf(testingLead);
    const all = { nearLimit: ['near'], overdue: ['late', 'ownLate', 'untaken'] };
    expect(work).toEqual({ ...everybodys, mine: ['late', 'near'], ...all });
    expect(urged.toSorted()).toEqual(['late', 'ownLate', 'untaken']);
    expect(counts).toEqual({
      mine: 2,
      coHandled: 1,
      waiting: 2,
      nearLimit: 1,
      overdue: 3,
      urged: 3,
      unacknowledged: 3,
    });
  });

  it('is of the own task force alone, also for who is an analyst besides', async () => {
    const both = { sub: 'labour-lead', roles: ['TASKFORCE_LEAD', 'ANALYST'], task_force: 'LABOUR' };
    const nothing = { coHandled: [], waiting: [], nearLimit: [], overdue: [], urged: [] };
    expect(await workOf(both)).toMatchObject({ of: 'LABOUR', mine: [], ...nothing });
  });

  it.each([
    ['who is in no task force', commander],
    ['a member of none', { sub: 'm', roles: ['TASKFORCE_MEMBER'] }],
    ['a firm', { sub: 'f', roles: ['FIRM'], firm: '91330226MA2AG00014' }],
  ] as [string, Asker][])('is nothing for %s', async (_, asker) => {
    expect(await ask(asker)).toEqual({ status: 200, data: { _entities: [{ work: null }] } });
  });

  it('is never another’s', async () => {
    expect((await ask(labourLead, 'testing-2')).data).toEqual({ _entities: [null] });
  });

  it('is counted and listed through indexes, among 60,000 tasks', async () => {
    await fillTasks(booted.schema.db.source, 60_000);
    const seen = statementsOf(booted);
    await ask({ ...member, sub: 'member-7' }, 'member-7');
    await ask({ ...testingLead, sub: 'member-8' }, 'member-8');
    const plans = await Promise.all([...seen].map((one) => planOf(booted.schema.db.source, one)));
    expect(plans.flatMap(({ whole }) => whole)).toEqual([]);
    const used = plans.flatMap(({ indexes }) => indexes);
    expect(used).toEqual(
      expect.arrayContaining(['task_board', 'task_accepted_by', 'task_near_limit', 'task_co_handled']),
    );
  });
});
