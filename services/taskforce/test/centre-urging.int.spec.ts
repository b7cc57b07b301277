import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import { connectNats } from '@qifutong/messaging/connection';
import { create } from '@qifutong/persistence/change';
import type { Service } from '@qifutong/platform/service';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { HEARING_MS } from '../src/centre/domain/centre-clock.ts';
import { centreClocks, CentreClockTable } from '../src/centre/centre.table.ts';
import { UrgeCentre } from '../src/centre/urge-centre.job.ts';
import { UrgingNoticeTable } from '../src/notice/urging-notice.table.ts';
import { county, later } from './builders.ts';
import { aCentreClock } from './courses.ts';
import { Telling } from './intake-says.ts';
import { announced, anotherInstance, commander, IntakeStream, withoutJobs } from './world.ts';

const due = county('2020-02-14 23:59:59.999');
const noticed = later(due, HEARING_MS + 1);
const HALF_A_DAY_MS = 12 * 3_600_000;
const clock = fixedClock(due);
let booted: Booted;
let connection: NatsConnection;
let intake: IntakeStream;
let instances: Service[] = [];
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  connection = await connectNats(booted.nats.url, 'intake');
  intake = new IntakeStream(connection);
  await intake.open();
});
beforeEach(async () => {
  clock.set(county('2020-02-14 12:00'));
  await behindTheTriggers(
    booted.schema.db.source,
    'truncate task, centre_clock, issue_course, commander_on_duty, urging_notice, supervision, event_log, number_series',
  );
  const input = { sub: 'chen', name: '陈指挥' };
  const asked = `mutation ($input: SetCommanderOnDutyInput!) { setCommanderOnDuty(input: $input) { __typename } }`;
  await booted.ask(asked, { input }, commander);
});
afterEach(async () => {
  await Promise.all(instances.map((one) => one.stop()));
  instances = [];
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

/** Stores so many clocks of issues that nobody dispatches on 14 Feb. */
async function put(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  const stored = ids.map((id) => ({ state: aCentreClock({ id, issueId: uuidv7() }), events: [] }));
  await Promise.all(stored.map((one) => create(booted.service.db, centreClocks, one, one.state.startedAt)));
  return ids;
}

async function start(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) instances.push(await anotherInstance(booted, clock));
}

/** Every instance looks, all at the same time, until nobody finds anything. */
async function look(): Promise<void> {
  const left = await Promise.all(instances.map((one) => one.app.get(UrgeCentre).run()));
  if (left.includes(0)) await look();
}

/** Those to the centre itself: the tasks of what was dispatched have clocks of their own. */
function notices() {
  const where = { centreClockId: Not(IsNull()) };
  return booted.schema.db.source.manager.find(UrgingNoticeTable, { where, order: { number: 'ASC' } });
}

const clockOf = (id: string) => booted.schema.db.source.manager.findOneByOrFail(CentreClockTable, { id });
async function told(): Promise<Record<string, number>> {
  const types = Map.groupBy(await announced(booted.service.db), ({ type }) => type);
  return Object.fromEntries([...types].map(([type, events]) => [type, events.length]));
}

describe('issues that nobody dispatched on their day', () => {
  it('are urged once each, with three instances up, at the commander on duty', async () => {
    const ids = await put(1_200);
    await start(3);
    clock.set(due);
    await look();
    expect(await notices()).toEqual([]);
    clock.set(noticed);
    await eventually(notices, (found) => found.length >= ids.length);
    await look();
    const issued = await notices();
    expect(issued.map(({ number }) => number)).toEqual(
      ids.map((_, i) => `催20200215-${String(i + 1).padStart(4, '0')}`),
    );
    expect(new Set(issued.map(({ centreClockId }) => centreClockId))).toEqual(new Set(ids));
    expect(issued[0]).toMatchObject({
      ...{ taskId: null, taskForceCode: null, commander: 'chen', commanderName: '陈指挥', about: '20200214-0042' },
      ...{ clock: 'DISPATCH', ordinal: 1, dueAt: due, issuedAt: noticed },
    });
    expect(await told()).toEqual({
      'taskforce.centre-clock.warned.v1': 1_200,
      'taskforce.centre-clock.breached.v1': 1_200,
      'taskforce.centre.urged.v1': 1_200,
      // who put the commander on duty
      'taskforce.mutation.performed.v1': 1,
    });
  });

  it('are urged again every 12 hours, once though several such intervals have passed, and at whoever is on duty then', async () => {
    const [id] = await put(1);
    await start(2);
    clock.set(noticed);
    await eventually(notices, (found) => found.length === 1);
    clock.set(later(noticed, HALF_A_DAY_MS - 1));
    await look();
    expect(await notices()).toHaveLength(1);
    const { manager } = booted.schema.db.source;
    await manager.query(`insert into commander_on_duty values ($1, 'xu', '徐指挥', 'admin-1')`, [later(noticed, 1)]);
    clock.advance(1);
    await eventually(notices, (found) => found.length === 2);
    clock.advance(5 * HALF_A_DAY_MS);
    await eventually(notices, (found) => found.length === 3);
    await look();
    const issued = await notices();
    expect(issued.map(({ ordinal, commander: to }) => [ordinal, to])).toEqual([
      [1, 'chen'],
      [2, 'xu'],
      [3, 'xu'],
    ]);
    expect(new Set(issued.map(({ dueAt }) => dueAt!.getTime()))).toEqual(new Set([due.getTime()]));
    const types = (await clockOf(id!)).clock.history.map(({ type }) => type);
    expect(types).toEqual(['STARTED', 'BREACHED', 'URGED', 'URGED', 'URGED']);
  });

  it('and that fell due while all were down are urged on start-up, once, with the true due time', async () => {
    const [id] = await put(1);
    clock.set(later(due, 6 * 3_600_000));
    await start(3);
    const [notice, ...more] = await eventually(notices, (found) => found.length > 0);
    await look();
    expect([notice!.dueAt, notice!.issuedAt, more]).toEqual([due, later(due, 6 * 3_600_000), []]);
    expect(await clockOf(id!)).toMatchObject({ missed: true, open: true, dueAt: due });
  });

  it('are urged once, though the clocks are set back an hour in between', async () => {
    await put(3);
    await start(2);
    clock.set(noticed);
    await eventually(notices, (found) => found.length === 3);
    clock.set(later(noticed, -3_600_000));
    await look();
    clock.set(later(noticed, 3_600_000));
    await look();
    expect(await notices()).toHaveLength(3);
  });

  it('while nobody is on duty are urged all the same', async () => {
    await booted.schema.db.source.query('truncate commander_on_duty');
    await put(1);
    await start(1);
    clock.set(noticed);
    const [notice] = await eventually(notices, (found) => found.length > 0);
    expect([notice!.commander, notice!.commanderName]).toEqual([null, null]);
  });
});

describe('the notice of an issue that was not dispatched', () => {
  const about = { number: '20200214-0042', domain: 'TESTING', firmCreditCode: '91330226MA2AG00014' } as const;
  const instant = '2020-02-15T01:00:00.000Z';
  const reads = async (town: string) => {
    const asker = { sub: 'd', roles: ['DEPARTMENT'], town };
    const { data } = await booted.ask<{ urgingNotices: { nodes: object[] } }>('{ urgingNotices { nodes { number } } }', {}, asker); // prettier-ignore
    return data!.urgingNotices.nodes.length;
  };

  it('follows it to the town of its firm, as does the next; no other town reads them', async () => {
    await start(1);
    const issue = new Telling(intake);
    await issue.registered();
    await put(1);
    await intake.allHeard();
    clock.set(noticed);
    await eventually(notices, (found) => found.length === 2);
    expect([await reads('330226110'), await reads('330226004')]).toEqual([2, 0]);
    const { issueId } = issue;
    await intake.say(issueUnmatched({ issueId, ...about, townCode: null, unmatchedBy: 'a', unmatchedAt: instant }), 2);
    await intake.allHeard();
    expect([await reads('330226110'), await reads('330226004')]).toEqual([1, 0]);
    const matched = { ...about, firmCreditCode: '91330226MA000170P0', townCode: '330226004' };
    await intake.say(issueMatched({ issueId, ...matched, matchedBy: 'a', matchedAt: instant }), 3);
    await intake.allHeard();
    expect([await reads('330226110'), await reads('330226004')]).toEqual([1, 1]);
    clock.advance(HALF_A_DAY_MS);
    await eventually(notices, (found) => found.length === 4);
    expect([await reads('330226110'), await reads('330226004')]).toEqual([2, 2]);
  });
});

describe('members of a common issue that is settled', () => {
  it('and that no batch settled on that day are urged at the commander on duty; what it settled in time is not', async () => {
    const [settled, forgotten, linked] = [new Telling(intake), new Telling(intake), new Telling(intake)];
    for (const member of [settled, forgotten, linked]) await member.registered('2020-02-14 08:00');
    for (const member of [settled, forgotten]) {
      await member.linked('2020-02-14 10:00', 'DISPATCHED');
      await member.leftToBatch('2020-02-14 11:00');
    }
    await linked.linked('2020-02-14 11:30', 'SETTLED');
    await settled.settled('2020-02-14 12:00');
    await intake.allHeard();
    await start(2);
    clock.set(noticed);
    await eventually(notices, (found) => found.length >= 2);
    await look();
    const { manager } = booted.schema.db.source;
    const urged = await manager.findBy(CentreClockTable, { missed: true });
    expect(urged.map(({ issueId }) => issueId).toSorted()).toEqual([forgotten.issueId, linked.issueId].toSorted());
    expect(await notices()).toMatchObject([
      { clock: 'DISPATCH', commander: 'chen', dueAt: due },
      { clock: 'DISPATCH', commander: 'chen', dueAt: due },
    ]);
  });
});

describe('what intake said while the service was down', () => {
  it('is heard before anything is taken for missed: issues that were dispatched in time bring no notice', async () => {
    const issues = Array.from({ length: 300 }, () => new Telling(intake));
    for (const issue of issues) await issue.registered();
    await intake.allHeard();
    await Promise.all(booted.service.consumers.map((one) => one.stop()));
    for (const issue of issues) await issue.dispatched('2020-02-14 18:00');
    clock.set(later(due, 6 * 3_600_000));
    await start(2);
    await intake.allHeard();
    await look();
    expect(await notices()).toEqual([]);
    const { manager } = booted.schema.db.source;
    expect(await manager.countBy(CentreClockTable, { missed: false, open: false })).toBe(300);
  });

  it('and is heard later than a notice was issued, was in time all the same', async () => {
    await start(1);
    const issue = new Telling(intake);
    await issue.registered();
    await intake.allHeard();
    clock.set(noticed);
    await eventually(notices, (found) => found.length === 1);
    await issue.dispatched('2020-02-14 23:59:59.999');
    await intake.allHeard();
    clock.advance(2 * HALF_A_DAY_MS);
    await look();
    expect(await notices()).toHaveLength(1);
    const found = await booted.schema.db.source.manager.findOneByOrFail(CentreClockTable, { issueId: issue.issueId });
    expect(found).toMatchObject({ missed: false, open: false, endedAt: due, wakeAt: null });
  });
});
