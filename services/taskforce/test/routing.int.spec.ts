import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Domain } from '@qifutong/contracts/fields';
import { commonIssueConfirmed } from '@qifutong/contracts/intake/common-issue-confirmed';
import { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import { issueRegistered } from '@qifutong/contracts/intake/issue-registered';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { TaskTable } from '../src/task/task.table.ts';
import { dissolved as dissolutionOf } from './asking.ts';
import { aCommonDispatch, county } from './builders.ts';
import { announced, commander, dispatchOf, IntakeStream, putTask, tasksOf, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 11:00'));
const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };
const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
let booted: Booted;
let connection: NatsConnection;
let intake: IntakeStream;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  connection = await connectNats(booted.nats.url, 'intake');
  intake = new IntakeStream(connection);
  await intake.open();
});
beforeEach(async () => {
  await booted.schema.db.source.query(
    `update task_force set dissolved_at = null, dissolved_by = null, dissolution_reason = null;
     delete from routing_rule where version > 1; delete from routing_rules_version where version > 1`,
  );
  await behindTheTriggers(booted.schema.db.source, 'truncate event_log');
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

interface Outcome {
  readonly version?: number;
  readonly code?: string;
  readonly field?: string;
  readonly [name: string]: unknown;
}

async function ask(query: string, variables: object, asker: Asker): Promise<Outcome> {
  const { data, errors } = await booted.ask<{ answer: Outcome }>(query, variables, asker);
  if (!data) throw new TypeError(JSON.stringify(errors));
  return data.answer;
}

const set = (rules: object[], version = 1, asker = commander) =>
  ask(
    `mutation ($input: SetRoutingRulesInput!) { answer: setRoutingRules(input: $input) {
      ... on RoutingRules { version setBy rules { position domain townCode urgency taskForce { code } } }
      ... on RoutingRejection { code message field } } }`,
    { input: { version, rules } },
    asker,
  );
const dryRun = (input: object, asker = analyst) =>
  ask(
    `query ($input: RoutingDryRunInput!) { answer: routingDryRun(input: $input) {
      ... on RoutingDryRun { version domain nature townCode urgency founded taskForce { code }
        rule { position } passed { rule { position } dissolved unmet { criterion asked found } } }
      ... on RoutingRejection { code message field } } }`,
    { input },
    asker,
  );
const rulesOf = (version: number | null) =>
  ask(
    'query ($version: Int) { answer: routingRules(version: $version) { version setBy rules { taskForce { code } } } }',
    { version },
    commander,
  );

async function dispatched(named: Parameters<typeof dispatchOf>[0]): Promise<string[]> {
  const issueId = uuidv7();
  await intake.say(dispatchOf({ issueId, dispatchedAt: county('2020-02-14 11:00'), ...named }), 1);
  await intake.allHeard();
  return (await tasksOf(booted, issueId)).map(({ taskForceCode }) => taskForceCode);
}

describe('setting the routing rules', () => {
  it('sends what is dispatched from then on by the newest version, and leaves where it is what was dispatched before', async () => {
    const before = await putTask(booted.service.db, { taskForceCode: 'TESTING' });
    const rules = [
      { domain: 'TESTING', urgency: 'URGENT', taskForce: 'LABOUR' },
      { domain: 'FINANCE', taskForce: 'POLICY' },
    ];
    expect(await set(rules)).toEqual({
      version: 2,
      setBy: 'commander-1',
      rules: [
        { position: 1, domain: 'TESTING', townCode: null, urgency: 'URGENT', taskForce: { code: 'LABOUR' } },
        { position: 2, domain: 'FINANCE', townCode: null, urgency: null, taskForce: { code: 'POLICY' } },
      ],
    });
    expect(await dispatched({ domain: 'TESTING', urgency: 'URGENT' })).toEqual(['LABOUR']);
    expect(await dispatched({ domain: 'TESTING' })).toEqual(['COORDINATION']);
    expect(await tasksOf(booted, before.issueId)).toEqual([before]);
    const told = (await announced(booted.service.db)).filter(({ type }) => type === 'taskforce.routing-rules.set.v1');
    expect(told.map(({ data }) => data)).toEqual([
      { routing: 'ROUTING', rulesVersion: 2, lines: 2, setBy: 'commander-1', setAt: '2020-02-14T03:00:00.000Z' },
    ]);
  });

  it('binds what was dispatched by the version that was in force then, whenever that is heard', async () => {
    await set([{ domain: 'TESTING', taskForce: 'LABOUR' }]);
    const forces = ['10:59:59.999', '11:00', '11:00:00.001'].map((at) =>
      dispatched({ domain: 'TESTING', dispatchedAt: county(`2020-02-14 ${at}`) }),
    );
    expect(await Promise.all(forces)).toEqual([['TESTING'], ['LABOUR'], ['LABOUR']]);
  });

  it('to none sends everything to COORDINATION; the versions before can be read', async () => {
    expect(await set([], 1, admin)).toMatchObject({ version: 2, rules: [] });
    expect(await dispatched({ domain: 'TESTING' })).toEqual(['COORDINATION']);
    expect(await rulesOf(null)).toEqual({ version: 2, setBy: 'admin-1', rules: [] });
    const first = await rulesOf(1);
    expect([first['setBy'], (first['rules'] as unknown[]).length]).toEqual([null, 11]);
    expect(await rulesOf(7)).toBeNull();
  });

  it('is won by one of five who replace the same version; the others are told', async () => {
    const rules = ['TESTING', 'LABOUR', 'POLICY', 'FINANCE', 'PROJECT'].map((taskForce) => [{ taskForce }]);
    const answers = await Promise.all(rules.map((some) => set(some)));
    expect(answers.filter(({ version }) => version === 2)).toHaveLength(1);
    expect(answers.filter(({ code, field }) => code === 'ROUTING_RULES_CHANGED' && field === 'version')).toHaveLength(
      4,
    );
    expect((await rulesOf(null)).version).toBe(2);
    expect(await set([], 1)).toMatchObject({ code: 'ROUTING_RULES_CHANGED', message: expect.stringContaining('2') });
  });

  it.each([
    ['an unknown task force', [{ domain: 'LABOUR', taskForce: 'LABOUR' }, { taskForce: 'NOWHERE' }], 'ROUTING_TASK_FORCE_UNKNOWN', 'rules.1.taskForce'], // prettier-ignore
    ['a town that is none', [{ townCode: '宁海', taskForce: 'LABOUR' }], 'FIELD_MALFORMED', 'rules.0.townCode'],
    ['no task force', [{ taskForce: ' ' }], 'FIELD_REQUIRED', 'rules.0.taskForce'],
    ['a rule twice', [{ taskForce: 'LABOUR' }, { taskForce: 'POLICY' }], 'ROUTING_RULE_UNREACHABLE', 'rules.1'],
    ['too many', Array.from({ length: 201 }, () => ({ taskForce: 'LABOUR' })), 'FIELD_MALFORMED', 'rules'],
  ])('with %s is refused, and changes nothing', async (_, rules, code, field) => {
    expect(await set(rules)).toMatchObject({ code, field });
    expect((await rulesOf(null)).version).toBe(1);
  });

  it('to a dissolved task force is refused; a rule that was set before passes its issues on', async () => {
    await booted.schema.db.source.query(
      `update task_force set dissolved_at = now(), dissolved_by = 'a', dissolution_reason = '任务完成' where code = 'PROJECT'`,
    );
    const rules = [{ domain: 'LABOUR', taskForce: 'LABOUR' }, { taskForce: 'PROJECT' }];
    expect(await set(rules)).toMatchObject({ code: 'ROUTING_TASK_FORCE_DISSOLVED', field: 'rules.1.taskForce' });
    expect(await dispatched({ domain: 'PROJECT' })).toEqual(['COORDINATION']);
    const tried = await dryRun({ domain: 'PROJECT' });
    expect(tried).toMatchObject({ rule: null, taskForce: { code: 'COORDINATION' } });
    expect((tried['passed'] as unknown[]).at(-1)).toEqual({ rule: { position: 11 }, dissolved: true, unmet: [] });
  });
});

describe('a dry run', () => {
  it('says which rule would take an issue, and of each before it what did not hold', async () => {
    const tried = await dryRun({ domain: 'FINANCE', townCode: '330226110' });
    const unmet = (asked: string) => [{ criterion: 'DOMAIN', asked, found: 'FINANCE' }];
    expect(tried).toEqual({
      ...{ version: 1, domain: 'FINANCE', nature: 'INDIVIDUAL', townCode: '330226110', urgency: 'NORMAL' },
      founded: false,
      taskForce: { code: 'FINANCE' },
      rule: { position: 3 },
      passed: [
        { rule: { position: 1 }, dissolved: false, unmet: unmet('LABOUR') },
        { rule: { position: 2 }, dissolved: false, unmet: unmet('LOGISTICS') },
      ],
    });
  });

  const registered = async () => {
    const issueId = uuidv7();
    const told = { number: '20200214-0043', reportId: uuidv7(), channel: 'HOTLINE', firmCreditCode: null } as const;
    const registeredAt = '2020-02-14T01:00:00Z';
    await intake.say(issueRegistered({ ...told, issueId, townCode: '330226111', registeredAt }), 1);
    return issueId;
  };
  const triaged = (issueId: string, domain: Domain, round: number, sequence: number) => {
    const about = { number: '20200214-0043', round, nature: 'INDIVIDUAL', domain, urgency: 'URGENT' } as const;
    const when = { triagedAt: '2020-02-14T02:00:00Z', triagedBy: 'analyst-1' };
    return intake.say(issueTriaged({ issueId, ...about, townCode: '330226111', ...when }), sequence);
  };

  it('takes from the task that an issue has what is known of it, and what is said instead of that', async () => {
    const { issueId } = await putTask(booted.service.db, { domain: 'TESTING', urgency: 'NORMAL' });
    const known = { domain: 'TESTING', urgency: 'NORMAL', townCode: '330226110', taskForce: { code: 'TESTING' } };
    expect(await dryRun({ issueId })).toMatchObject(known);
    expect(await dryRun({ issueId, domain: 'LABOUR' })).toMatchObject({ ...known, domain: 'LABOUR', taskForce: { code: 'LABOUR' } }); // prettier-ignore
  });

  it('of an issue that is not dispatched yet goes by what intake said, and asks for its domain until it was triaged', async () => {
    const issueId = await registered();
    await intake.allHeard();
    expect(await dryRun({ issueId })).toMatchObject({ code: 'ROUTING_DOMAIN_UNKNOWN', field: 'domain' });
    expect(await dryRun({ issueId, domain: 'TESTING' })).toMatchObject({ townCode: '330226111', nature: 'INDIVIDUAL' });
    await triaged(issueId, 'LOGISTICS', 1, 2);
    await intake.allHeard();
    const known = { nature: 'INDIVIDUAL', urgency: 'URGENT', townCode: '330226111' };
    expect(await dryRun({ issueId })).toMatchObject({ ...known, domain: 'LOGISTICS', taskForce: { code: 'LOGISTICS' } }); // prettier-ignore
    await triaged(issueId, 'FINANCE', 1, 3);
    await triaged(issueId, 'LOGISTICS', 1, 2);
    await intake.allHeard();
    expect(await dryRun({ issueId })).toMatchObject({ domain: 'FINANCE' });
  });

  it('of an issue that was reopened and triaged anew goes by that, as dispatching it does', async () => {
    const issueId = await registered();
    await intake.say(dispatchOf({ issueId, domain: 'MATERIALS', townCode: '330226111' }), 2);
    const again = { number: '20200214-0043', round: 2, domain: 'MATERIALS', callbackId: uuidv7() } as const;
    await intake.say(issueReopened({ issueId, ...again, reopenedAt: '2020-02-14T02:30:00Z' }), 3);
    await triaged(issueId, 'LABOUR', 2, 4);
    await intake.allHeard();
    expect(await tasksOf(booted, issueId)).toMatchObject([{ status: 'CLOSED', taskForceCode: 'MATERIALS' }]);
    const tried = await dryRun({ issueId });
    expect(tried).toMatchObject({ domain: 'LABOUR', urgency: 'URGENT', taskForce: { code: 'LABOUR' } });
    const dispatching = { issueId, domain: 'LABOUR', urgency: 'URGENT', townCode: '330226111', round: 2 } as const;
    await intake.say(dispatchOf({ ...dispatching, dispatchedAt: county('2020-02-14 10:45') }), 5);
    await intake.allHeard();
    expect((await tasksOf(booted, issueId)).at(-1)).toMatchObject({ round: 2, taskForceCode: 'LABOUR' });
  });

  it('of an issue of which nobody heard, or that is none of the viewer’s, says that it is not known', async () => {
    const { issueId } = await putTask(booted.service.db);
    for (const [id, asker] of [
      [uuidv7(), analyst],
      [issueId, admin],
    ] as const)
      expect(await dryRun({ issueId: id }, asker)).toMatchObject({ code: 'ROUTING_ISSUE_UNKNOWN', field: 'issueId' });
    expect(await dryRun({ issueId: 'x' })).toMatchObject({ code: 'FIELD_MALFORMED', field: 'issueId' });
    expect(await dryRun({})).toMatchObject({ code: 'ROUTING_DOMAIN_UNKNOWN', field: 'domain' });
  });

  it('dispatches nothing', async () => {
    const counted = (): Promise<unknown> => booted.schema.db.source.query('select count(*) from task');
    const before = await counted();
    await dryRun({ domain: 'FINANCE' });
    expect(await counted()).toEqual(before);
  });
});

describe('a common issue that a task force was founded for', () => {
  const about = { domain: 'TESTING', commonIssueNumber: '共20200214-0003' } as const;
  const confirmed = async () => {
    const commonIssueId = uuidv7();
    await intake.say(commonIssueConfirmed({ commonIssueId, ...about, confirmedAt: '2020-02-14T01:00:00Z' }), 1);
    await intake.allHeard();
    return commonIssueId;
  };
  const founded = async (commonIssueId: string, code: string) => {
    const members = [{ sub: `${code}-lead`, name: '组长', role: 'LEAD' }];
    const input = { code, name: `${code}专班`, leadDepartment: 'HEALTH', reason: '共性问题', commonIssueId, members };
    return ask(
      `mutation ($input: FoundTaskForceInput!) { answer: foundTaskForce(input: $input) {
        ... on TaskForce { code } ... on TaskForceRejection { refused: code message field } } }`,
      { input },
      commander,
    );
  };
  const taskOf = async (commonIssueId: string) => {
    const told = aCommonDispatch({ commonIssueId });
    const instants = { registeredAt: told.registeredAt.toISOString(), dispatchedAt: told.dispatchedAt.toISOString() };
    await intake.say(commonIssueDispatched({ ...told, ...instants }), 2);
    await intake.allHeard();
    return (await booted.service.db.source.manager.findOneByOrFail(TaskTable, { commonIssueId })).taskForceCode;
  };

  it('goes to that, whatever the rules say, and the dry run says so', async () => {
    const commonIssueId = await confirmed();
    expect(await founded(commonIssueId, 'SAMPLING_ONE')).toEqual({ code: 'SAMPLING_ONE' });
    expect(await founded(commonIssueId, 'SAMPLING_TWO')).toEqual({ code: 'SAMPLING_TWO' });
    expect(await dryRun({ commonIssueId })).toEqual({
      ...{ version: 1, domain: 'TESTING', nature: 'COMMON', townCode: null, urgency: 'NORMAL' },
      ...{ founded: true, taskForce: { code: 'SAMPLING_ONE' }, rule: null, passed: [] },
    });
    expect(await taskOf(commonIssueId)).toBe('SAMPLING_ONE');
  });

  it('goes by the rules once that is dissolved, as does one that none was founded for', async () => {
    const [commonIssueId, another] = [await confirmed(), await confirmed()];
    await founded(commonIssueId, 'SAMPLING_THREE');
    await booted.schema.db.source.query(dissolutionOf('SAMPLING_THREE'));
    for (const id of [commonIssueId, another]) {
      expect(await dryRun({ commonIssueId: id })).toMatchObject({ founded: false, taskForce: { code: 'TESTING' } });
      expect(await taskOf(id)).toBe('TESTING');
    }
  });

  it('is one that was confirmed, and asked for instead of an issue, by whoever sees cases', async () => {
    const commonIssueId = uuidv7();
    const proposed = { code: 'ROUTING_COMMON_ISSUE_UNKNOWN', field: 'commonIssueId' };
    expect(await dryRun({ commonIssueId })).toMatchObject({
      ...proposed,
      message: expect.stringContaining('尚未确认'),
    });
    expect(await dryRun({ commonIssueId: await confirmed() }, admin)).toMatchObject(proposed);
    expect(await dryRun({ commonIssueId, issueId: uuidv7() })).toMatchObject({ code: 'FIELD_MALFORMED', field: 'commonIssueId' }); // prettier-ignore
    expect(await founded(commonIssueId, 'SAMPLING_FOUR')).toMatchObject({
      ...{ refused: 'COMMON_ISSUE_UNKNOWN', field: 'commonIssueId' },
      message: expect.stringContaining('尚未确认'),
    });
  });
});
