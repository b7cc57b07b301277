import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectionTrailSealed } from '@qifutong/contracts/inspection/trail-sealed';
import { subjectOf } from '@qifutong/contracts/subject';
import { taskforceTrailSealed } from '@qifutong/contracts/taskforce/trail-sealed';
import { connectNats } from '@qifutong/messaging/connection';
import { ensureStream } from '@qifutong/messaging/stream';
import { envelope } from '@qifutong/persistence/append';
import { chainEnd, type Head } from '@qifutong/persistence/chain';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { ClosingService } from '../src/closure/closing.service.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { auditor } from './people.ts';

const DAY = '2020-02-14';
const clock = fixedClock(`${DAY}T04:00:00Z`);
let intake: TestIntake;
let connection: NatsConnection;
let end: Head;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  connection = await connectNats(intake.nats.url, 'others');
  for (const service of ['taskforce', 'inspection'])
    await ensureStream(connection, service, { maxBytes: 1024 * 1024, replicas: 1 });
  await intake.registered();
  const open = () => intake.sql('select from event_log where link is null');
  await eventually(open, (rows) => rows.length === 0);
  end = (await chainEnd(intake.schema.db.source.manager))!;
  clock.set('2020-02-14T16:00:00.100Z');
  await intake.service.app.get(ClosingService).closeEndedDays();
});
afterAll(async () => {
  await connection.close();
  await intake.stop();
});

interface Seen {
  readonly trails: readonly {
    readonly service: string;
    readonly link: number;
    readonly hash: string;
    toldAt: string;
  }[];
  readonly printable: string;
}

async function seen(): Promise<Seen> {
  const asked = `{ it: dailyClosure(day: "${DAY}") { trails { service link hash toldAt } printable } }`;
  return (await intake.get<{ it: Seen }>(asked, {}, auditor)).it;
}

async function say(announcement: Announcement, version = 1): Promise<string> {
  const event = envelope(announcement, version, await clock.now(undefined as never));
  await jetstream(connection).publish(subjectOf(announcement), JSON.stringify(event));
  return event.id;
}

const hashOf = (byte: string) => byte.repeat(32);
const own = () => ({
  service: 'intake',
  link: end.link,
  hash: end.hash.toString('hex'),
  toldAt: '2020-02-14T16:00:00.100Z',
});

describe("a day's account", () => {
  it('holds in what the trail of intake ended when it was frozen', async () => {
    expect((await seen()).trails).toEqual([own()]);
  });

  it('gets those of the other services when they tell, and prints all', async () => {
    clock.set('2020-02-14T16:00:01Z');
    await say(taskforceTrailSealed({ day: DAY, link: 31_415, hash: hashOf('ab') }));
    await say(inspectionTrailSealed({ day: DAY, link: 27, hash: hashOf('cd') }));
    await eventually(seen, (one) => one.trails.length === 3);
    // the one may have come while the other was read
    const { trails, printable } = await seen();
    const toldAt = '2020-02-14T16:00:01.000Z';
    expect(trails).toEqual([
      { service: 'inspection', link: 27, hash: hashOf('cd'), toldAt },
      own(),
      { service: 'taskforce', link: 31_415, hash: hashOf('ab'), toldAt },
    ]);
    for (const { hash } of trails) expect(printable).toContain(hash);
  });

  it('keeps what was told first: another hash of that day is set aside, for a person to see', async () => {
    const before = (await seen()).trails;
    const id = await say(inspectionTrailSealed({ day: DAY, link: 27, hash: hashOf('ef') }), 2);
    const tried = () =>
      intake.logged.some((line) => line['eventId'] === id && String(line['msg']).includes('not handled'));
    await eventually(() => Promise.resolve(tried()), Boolean);
    expect((await seen()).trails).toEqual(before);
  });

  it.each([
    `update daily_closure_trail set hash = repeat('0', 64)`,
    'update daily_closure_trail set link = 1',
    'delete from daily_closure_trail',
    'truncate daily_closure_trail',
  ])('does not change afterwards: %s', async (sql) => {
    await expect(intake.sql(sql)).rejects.toThrow('what is frozen is not changed');
  });
});
