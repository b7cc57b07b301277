import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Announcement } from '@qifutong/contracts/define-event';
import { lightChanged } from '@qifutong/contracts/inspection/light-changed';
import { subjectOf } from '@qifutong/contracts/subject';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import { connectNats } from '@qifutong/messaging/connection';
import { ensureStream } from '@qifutong/messaging/stream';
import { envelope } from '@qifutong/persistence/append';
import { verify } from '@qifutong/persistence/verify';
import type { ServiceConfig } from '@qifutong/platform/config';
import { gatewayHeaders, testConfig, type Asker } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { messagesOf } from '@qifutong/testkit/stream';
import { v7 as uuidv7 } from 'uuid';
import { intake } from '../services/intake/src/service.ts';
import type { Point } from './kill/intake-child.ts';
import { build, startChild, type Child } from './kill/killed-service.ts';

jest.setTimeout(60_000);

const operator: Asker = { sub: 'operator-1', name: '接线员甲', roles: ['OPERATOR'] };
const analyst: Asker = { sub: 'analyst-1', name: '研判员甲', roles: ['ANALYST'] };
const REPORTS = 12;

const SUBMIT = `mutation ($input: SubmitReportInput!) { outcome: submitReport(input: $input) { ... on Report { issue { id number } } ... on ReportRejection { code } } }`;
const TRIAGE = `mutation ($input: TriageIssueInput!) { outcome: triageIssue(input: $input) { ... on Issue { id number } ... on IssueRejection { code } } }`;
const DISPATCH = `mutation ($input: DispatchIssueInput!) { outcome: dispatchIssue(input: $input) { ... on Issue { id number } ... on IssueRejection { code } } }`;

interface Outcome {
  readonly issue: { readonly id: string; readonly number: string };
}

let nats: TestNats;
let issuer: TestIssuer;
let connection: NatsConnection;
let schema: TestSchema;
let config: ServiceConfig;
const children: Child[] = [];

beforeAll(async () => {
  [nats, issuer] = await Promise.all([freshNats(), testIssuer(), build()]);
  connection = await connectNats(nats.url, 'kill-spec');
}, 120_000);
afterAll(async () => {
  await connection.close();
  await Promise.all([nats.stop(), issuer.stop()]);
});

/** A county in which nothing happened yet. */
async function anew(): Promise<void> {
  schema = await freshSchema(intake);
  await schema.db.source.query('create table tally (of text not null)');
  config = testConfig({ databaseUrl: schema.url, natsUrl: nats.url, issuer });
  const { streams } = await jetstreamManager(connection);
  for await (const { config: known } of streams.list()) await streams.delete(known.name);
}

async function child(point: Point): Promise<Child> {
  const started = await startChild({ config, schema: schema.schema }, point);
  children.push(started);
  return started;
}

async function ask(url: string, query: string, input: object, asker: Asker): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', ...(await gatewayHeaders(issuer, asker)) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) });
  const { data } = (await response.json()) as { data: { outcome: Outcome } };
  return data.outcome;
}

/** Submits the first so many reports as a client does that got no answer: again, under the same request ids. */
function submit(url: string, reports: number): Promise<PromiseSettledResult<Outcome>[]> {
  const inputs = Array.from({ length: reports }, (_, i) => ({
    channel: 'ONLINE',
    text: `口罩不够 ${i}`,
    requestId: `request-${i}`,
  }));
  return Promise.allSettled(inputs.map((input) => ask(url, SUBMIT, input, operator)));
}

async function count(sql: string): Promise<number> {
  const rows: { n: number }[] = await schema.db.source.query(`select count(*)::int as n from ${sql}`);
  return rows[0]!.n;
}

/** What there is of the reports, everywhere. */
async function traces() {
  const streamed = (await messagesOf(connection, 'intake')).map(({ event }) => event.id);
  const logged: { id: string }[] = await schema.db.source.query('select id from event_log');
  return {
    issues: await count('issue'),
    reports: await count('report'),
    logged: logged.length,
    unmarked: await count('event_log where published_at is null'),
    streamed: streamed.length,
    streamIsLog:
      streamed.toSorted().join() ===
      logged
        .map(({ id }) => id)
        .toSorted()
        .join(),
    chain: await verify(schema.db.source.manager, []).then(({ entries, fault }) => ({ entries, fault })),
  };
}

const NOTHING_LOST_NOTHING_DOUBLED = {
  issues: REPORTS,
  reports: REPORTS,
  logged: REPORTS,
  unmarked: 0,
  streamed: REPORTS,
  streamIsLog: true,
  chain: { entries: REPORTS, fault: null },
};

async function killedWhileSubmitting(reports: number, point: Point): Promise<void> {
  const doomed = await child(point);
  const [signal] = await Promise.all([doomed.ended, submit(doomed.url, reports)]);
  expect(signal).toBe('SIGKILL');
}

async function recovered() {
  const sound = await child('NOWHERE');
  const answers = await submit(sound.url, REPORTS);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: REPORTS }, () => 'fulfilled'));
  await eventually(
    () => count('event_log where published_at is null or link is null'),
    (open) => open === 0,
  );
  await sound.kill();
  return traces();
}

async function dispatchedIssue(): Promise<string> {
  const sound = await child('NOWHERE');
  const { issue } = await ask(sound.url, SUBMIT, { channel: 'HOTLINE', text: '口罩不够' }, operator);
  await ask(sound.url, TRIAGE, { issueId: issue.id, domain: 'LABOUR' }, analyst);
  await ask(sound.url, DISPATCH, { issueId: issue.id }, analyst);
  await sound.kill();
  return issue.id;
}

function lightOf(firmCreditCode: string): Announcement {
  const at = new Date().toISOString();
  const inspectionId = uuidv7();
  return lightChanged({
    firmCreditCode,
    townCode: null,
    colour: 'YELLOW',
    previous: 'GREEN',
    run: 1,
    since: at,
    inspectionId,
    changedAt: at,
  });
}

async function announce(announcement: Announcement, version: number): Promise<void> {
  const event = envelope(announcement, version, new Date());
  await jetstream(connection).publish(subjectOf(announcement), JSON.stringify(event), { msgID: event.id });
}

async function pending(stream: string): Promise<number> {
  const manager = await jetstreamManager(connection);
  const info = await manager.consumers.info(stream, 'intake');
  return info.num_pending + info.num_ack_pending;
}

async function heardOf(issueId: string) {
  const rows: object[] = await schema.db.source.query('select status, handled_by from issue where id = $1', [issueId]);
  return {
    ...rows[0],
    inbox: await count('inbox'),
    setAside: await count('dead_letter'),
    pending: await pending('TASKFORCE'),
  };
}

describe('a service that is killed with kill -9', () => {
  beforeEach(anew);
  afterEach(async () => {
    await Promise.all(children.splice(0).map((one) => one.kill()));
    await schema.drop();
  });

  it('between commit and publish loses no event and doubles none', async () => {
    await killedWhileSubmitting(4, 'BEFORE_PUBLISH');
    const afterFirst = await traces();
    await killedWhileSubmitting(8, 'BEFORE_PUBLISH');
    expect({ streamed: afterFirst.streamed, committed: afterFirst.unmarked > 0 }).toEqual({
      streamed: 0,
      committed: true,
    });
    expect(await recovered()).toEqual(NOTHING_LOST_NOTHING_DOUBLED);
  });

  it('between publish and its mark loses no event and doubles none', async () => {
    await killedWhileSubmitting(4, 'BEFORE_MARK');
    const afterFirst = await traces();
    await killedWhileSubmitting(8, 'BEFORE_MARK');
    expect({ marked: afterFirst.logged - afterFirst.unmarked, published: afterFirst.streamed > 0 }).toEqual({
      marked: 0,
      published: true,
    });
    expect(await recovered()).toEqual(NOTHING_LOST_NOTHING_DOUBLED);
  });

  it('between handling and its acknowledgement handles each event once in effect', async () => {
    const issueId = await dispatchedIssue();
    await ensureStream(connection, 'taskforce', { maxBytes: 1024 * 1024, replicas: 1 });
    const task = { taskId: uuidv7(), issueId, round: 1, domain: 'LABOUR', taskForce: 'LABOUR' } as const;
    const at = new Date().toISOString();
    await announce(taskAccepted({ ...task, acceptedBy: 'lead-1', acceptedAt: at, solutionDueAt: at }), 1);
    await announce(taskSolved({ ...task, solvedBy: 'member-1', solvedAt: at }), 2);
    const first = await child('BEFORE_ACKNOWLEDGEMENT');
    expect(await first.ended).toBe('SIGKILL');
    const afterFirst = await heardOf(issueId);
    const second = await child('BEFORE_ACKNOWLEDGEMENT');
    expect(await second.ended).toBe('SIGKILL');
    const sound = await child('NOWHERE');
    await eventually(
      () => pending('TASKFORCE'),
      (left) => left === 0,
      40_000,
    );
    await sound.kill();
    expect(afterFirst).toEqual({
      status: 'IN_PROGRESS',
      handled_by: ['operator-1', 'analyst-1', 'lead-1'],
      inbox: 1,
      setAside: 0,
      pending: 2,
    });
    expect(await heardOf(issueId)).toEqual({
      status: 'SOLVED',
      handled_by: ['operator-1', 'analyst-1', 'lead-1', 'member-1'],
      inbox: 2,
      setAside: 0,
      pending: 0,
    });
  });

  it('between handling and its acknowledgement does no effect twice that nothing else would stop', async () => {
    await ensureStream(connection, 'inspection', { maxBytes: 1024 * 1024, replicas: 1 });
    for (const version of [1, 2]) await announce(lightOf('91350100M000100Y43'), version);
    const tallies: number[] = [];
    for (const _ of [1, 2]) {
      const doomed = await child('BEFORE_ACKNOWLEDGEMENT');
      expect(await doomed.ended).toBe('SIGKILL');
      tallies.push(await count('tally'));
    }
    const sound = await child('NOWHERE');
    await eventually(
      () => pending('INSPECTION'),
      (left) => left === 0,
      40_000,
    );
    await sound.kill();
    expect({ first: tallies[0], last: await count('tally'), inbox: await count('inbox') }).toEqual({
      first: 1,
      last: 2,
      inbox: 2,
    });
  });
});
