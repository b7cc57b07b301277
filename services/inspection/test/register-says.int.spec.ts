import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@qifutong/contracts/define-event';
import { firmChanged } from '@qifutong/contracts/intake/firm-changed';
import { firmRegistered } from '@qifutong/contracts/intake/firm-registered';
import { subjectOf } from '@qifutong/contracts/subject';
import { connectNats } from '@qifutong/messaging/connection';
import { ensureStream } from '@qifutong/messaging/stream';
import { envelope } from '@qifutong/persistence/append';
import type { Tx } from '@qifutong/persistence/database';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { EnrolmentService } from '../src/enrolment/enrolment.service.ts';
import type { HeardTown } from '../src/enrolment/firm-town.queries.ts';
import { inspection } from '../src/service.ts';
import { enrolAs, enrolled, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { decideAs, firmOf } from './process-asks.ts';

const [OLD, NEW, OTHER] = ['330226110', '330226111', '330226112'];
const at = feb(12);
let booted: Booted;
let connection: NatsConnection;
let published = 0;
beforeAll(async () => {
  booted = await boot({ ...inspection, schedule: () => [] }, { clock: fixedClock(feb(20)) });
  connection = await connectNats(booted.nats.url, 'intake');
  await ensureStream(connection, 'intake', { maxBytes: 16 * 1024 * 1024, replicas: 1 });
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

async function say(announcement: Announcement, version: number): Promise<void> {
  await jetstream(connection).publish(subjectOf(announcement), JSON.stringify(envelope(announcement, version, at)));
  published += 1;
}

async function allHeard(): Promise<void> {
  const { consumers } = await jetstreamManager(connection);
  await eventually(
    () => consumers.info('INTAKE', 'inspection').catch(() => null),
    (info) => info?.num_pending === 0 && info.num_ack_pending === 0 && info.ack_floor.stream_seq === published,
  );
}

const follow = (tx: Tx, heard: HeardTown) => booted.service.app.get(EnrolmentService).follow(tx, heard);

const facts = { industry: null, size: null };
const registered = (firmCreditCode: string, townCode: string) =>
  firmRegistered({ firmCreditCode, townCode, ...facts, registeredAt: at.toISOString() });
const changed = (firmCreditCode: string, townCode: string) =>
  firmChanged({ firmCreditCode, townCode, ...facts, changedAt: at.toISOString() });

const TOWNS = `select e.town_code as enrolment, l.town_code as light from enrolment e join light l using (credit_code) where credit_code = $1`;
const TOLD = `select event->'data'->>'formerTownCode' as from, event->'data'->>'townCode' as to, event->'data'->'movedBy' as by
  from event_log where aggregate_id = $1 and event->>'type' = 'inspection.enrolment.moved.v1' order by seq`;
const of = (firm: string) =>
  Promise.all([TOWNS, TOLD].map((sql) => booted.schema.db.source.query<object[]>(sql, [firm])));

it('a firm is where the register says, each move once, however often it is delivered', async () => {
  const firm = await enrolled(booted, OLD);
  await say(registered(firm, NEW), 1);
  for (const _ of [1, 2, 3]) await say(changed(firm, OTHER), 2);
  await say(changed(firm, OTHER), 3);
  await allHeard();
  expect(await of(firm)).toEqual([
    [{ enrolment: OTHER, light: OTHER }],
    [
      { from: OLD, to: NEW, by: null },
      { from: NEW, to: OTHER, by: null },
    ],
  ]);
});

it('a firm that is not enrolled stays so, and is enrolled with what is said then', async () => {
  const firm = newCreditCode();
  await say(registered(firm, NEW), 1);
  await allHeard();
  expect(await of(firm)).toEqual([[], []]);
  await enrolAs(booted, { creditCode: firm, townCode: OLD });
  expect(await of(firm)).toEqual([[{ enrolment: OLD, light: OLD }], []]);
});

describe('a firm that the register knew before', () => {
  let firm: string;
  beforeEach(async () => {
    firm = newCreditCode();
    await say(registered(firm, OLD), 1);
    await say(changed(firm, NEW), 2);
    await allHeard();
  });

  it('is enrolled where the register said last, when nothing else is said', async () => {
    await enrolAs(booted, { creditCode: firm });
    expect(await of(firm)).toEqual([[{ enrolment: NEW, light: NEW }], []]);
  });

  it('applies from where the register says, whatever it says itself', async () => {
    const applied = await decideAs(
      booted,
      'applyForAcceptance',
      { creditCode: firm, kind: 'FIRST', townCode: OTHER },
      firmOf(firm),
    );
    expect([applied['status'], await of(firm)]).toEqual(['OPEN', [[{ enrolment: NEW, light: NEW }], []]]);
  });

  it('stays where it was corrected to when old news comes again, and follows what is new', async () => {
    await enrolAs(booted, { creditCode: firm, townCode: OTHER });
    const heard = async (townCode: string, version: number) => {
      await booted.service.db.note((tx) => follow(tx, { creditCode: firm, townCode, version }));
      return (await of(firm))[0];
    };
    const at = (town: string) => [{ enrolment: town, light: town }];
    expect([await heard(OLD, 1), await heard(NEW, 2), await heard(OLD, 3)]).toEqual([at(OTHER), at(OTHER), at(OLD)]);
  });
});

it('a firm that is enrolled while the register speaks of it is there too', async () => {
  const creditCode = newCreditCode();
  let enrolling: Promise<unknown> = Promise.resolve();
  await booted.service.db.note(async (tx) => {
    await follow(tx, { creditCode, townCode: NEW, version: 1 });
    let isDone = false;
    enrolling = enrolAs(booted, { creditCode }).then(() => (isDone = true));
    await eventually(async () => isDone || (await waiting(creditCode)), Boolean);
  });
  await enrolling;
  expect(await of(creditCode)).toEqual([[{ enrolment: NEW, light: NEW }], []]);
});

/** Somebody waits for his turn to say, or to be told, the firm's town. */
async function waiting(creditCode: string): Promise<boolean> {
  const WAITS = `select from pg_locks where locktype = 'advisory' and not granted
    and objid = (hashtext('firm town ' || current_schema() || $1)::bigint & 4294967295)::oid`;
  return (await booted.schema.db.source.query<object[]>(WAITS, [creditCode])).length > 0;
}
