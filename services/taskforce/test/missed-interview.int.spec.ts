import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { interviewMissed } from '@qifutong/contracts/inspection/interview-missed';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema } from '@qifutong/testkit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { county, later } from './builders.ts';
import { HeardSinceTable } from '../src/notice/heard-since.table.ts';
import { announced, commander, IntakeStream, testingLead, withoutJobs } from './world.ts';

const due = county('2020-02-15 10:00');

/** An installation that heard of a missed interview on 14 Feb. */
class HeardBefore1700000000017 implements MigrationInterface {
  name = 'HeardBefore1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    const heard = `insert into inbox values ('taskforce', $1::uuid, 'interview', $1::text, 1, $2)`;
    await runner.query(heard, [uuidv7(), county('2020-02-14 10:00')]);
  }

  async down(): Promise<void> {}
}
const last = withoutJobs.migrations.findIndex(({ name }) => name.startsWith('HeardSince'));
const migrations = withoutJobs.migrations.toSpliced(last, 0, HeardBefore1700000000017);
const clock = fixedClock(later(due, 1_000));
let booted: Booted;
let connection: NatsConnection;
let inspection: IntakeStream;
beforeAll(async () => {
  booted = await boot({ ...withoutJobs, migrations }, { clock });
  connection = await connectNats(booted.nats.url, 'inspection');
  inspection = new IntakeStream(connection, 'inspection');
  await inspection.open();
  await ask('mutation { setCommanderOnDuty(input: { sub: "chen", name: "陈指挥" }) { __typename } }');
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

async function ask<T>(document: string, asker: Asker = commander): Promise<T> {
  const { data, errors } = await booted.ask<T>(document, {}, asker);
  if (!data) throw new TypeError(JSON.stringify(errors));
  return data;
}

const missedAt = (interviewId: string, dueAt: Date) =>
  interviewMissed({
    ...{ interviewId, number: '约20200214-0001', firmCreditCode: '91330226T00000001X', townCode: '330226110' },
    ...{ inspectionId: uuidv7(), shutdownId: null },
    ...{ dueAt: dueAt.toISOString(), noticedAt: later(dueAt, 1).toISOString() },
  });

interface Noticed {
  readonly id: string;
  readonly number: string;
  readonly issuedAt: string;
}

async function noticesOf(interviewId: string, asker = commander) {
  const { urgingNotices } = await ask<{ urgingNotices: { nodes: (Noticed & { interview: { id: string } })[] } }>(
    `{ urgingNotices(filter: { answered: false }) { nodes { id number about commanderName clock dueAt issuedAt printable
      task { id } taskForce { code } interview { id } } } }`,
    asker,
  );
  return urgingNotices.nodes.filter(({ interview }) => interview?.id === interviewId);
}

describe('an interview that was missed', () => {
  it('is told the commander on duty by a notice, once, though it is heard five times and replayed', async () => {
    const id = uuidv7();
    await inspection.say(missedAt(id, due), 1, 5);
    await inspection.allHeard();
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [id]);
    await inspection.say(missedAt(id, due), 1);
    await inspection.allHeard();
    const [notice, ...more] = await noticesOf(id);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      ...{ number: '催20200215-0001', about: '约20200214-0001', commanderName: '陈指挥' },
      ...{ task: null, taskForce: null, clock: null, dueAt: due.toISOString() },
      issuedAt: later(due, 1_000).toISOString(),
      printable: expect.stringContaining('主送:陈指挥'),
    });
    const told = (await announced(booted.service.db)).filter(({ data }) => data['interviewId'] === id);
    expect(told.map(({ type, data }) => [type, data['urgingNoticeId']])).toEqual([
      ['taskforce.interview.urged.v1', notice!.id],
    ]);
    expect(await noticesOf(id, testingLead)).toEqual([]);
    const acknowledged = `mutation { acknowledgeNotice(input: { noticeId: "${notice!.id}" }) {
      ... on UrgingNotice { acknowledgedBy } ... on UrgingNoticeRejection { code } } }`;
    expect(await ask(acknowledged, testingLead)).toEqual({ acknowledgeNotice: { code: 'NOTICE_OF_SOMEBODY_ELSE' } });
    expect(await ask(acknowledged)).toEqual({ acknowledgeNotice: { acknowledgedBy: 'commander-1' } });
  });

  it('again, under a new time limit, is told again; by a clock behind the one that noticed it, as of then', async () => {
    const [id, again] = [uuidv7(), later(due, 24 * 3_600_000)];
    for (const [i, dueAt] of [due, again].entries()) await inspection.say(missedAt(id, dueAt), i + 1);
    await inspection.allHeard();
    const issued = await noticesOf(id);
    expect(issued.map(({ issuedAt }) => issuedAt)).toEqual(
      [later(again, 1), later(due, 1_000)].map((at) => at.toISOString()),
    );
  });
  it.each([
    [-1, 0],
    [0, 1],
  ])('noticed %d ms after this service began to hear of them brings %d notices', async (ms, notices) => {
    const since = later(county('2020-02-14 10:00'), ms);
    const id = uuidv7();
    await inspection.say(missedAt(id, later(since, -1)), 1, 2);
    await inspection.allHeard();
    expect(await noticesOf(id)).toHaveLength(notices);
  });
});

describe('a service that is new beside an inspection of long standing', () => {
  it('tells of no interview that was missed before it was there, and of those since', async () => {
    const before = Date.now();
    const stored = await freshSchema(withoutJobs);
    const [since] = await stored.db.source.manager.find(HeardSinceTable).finally(() => stored.drop());
    expect(since).toMatchObject({ source: 'inspection' });
    expect(since!.fromAt.getTime()).toBeGreaterThan(before - 1_000);
  });
});
