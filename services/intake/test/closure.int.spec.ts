import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '@qifutong/persistence/database';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { ClosureQueries } from '../src/closure/closure.queries.ts';
import { dayAfter } from '../src/closure/domain/day.ts';
import { intake } from '../src/service.ts';
import { closer, frozenLines, idOf, put, putDecoy, wiped } from './closing.ts';
import type { Kept, Step } from './history.ts';

const DAY = '2020-02-14';
const clock = fixedClock(`${DAY}T04:00:00Z`);
let schema: TestSchema;
beforeAll(async () => void (schema = await freshSchema(intake, clock)));
afterAll(() => schema.drop());
beforeEach(() => wiped(schema));

const sql = <T>(text: string, values: unknown[] = []) => schema.db.source.query<T[]>(text, values);
const registered: Step = {
  day: 0,
  verb: 'register',
  status: 'REGISTERED',
  open: true,
  former: null,
  taskForce: null,
  townCode: '330226110',
  channel: 'HOTLINE',
};
const noonOf = (day: string) => new Date(`${day}T04:00:00Z`);
/** One issue that was registered at noon of a day. */
const anIssueOf = (day: string, n = 1) => put(schema, n, { path: [registered] }, { at: noonOf(day), on: day });
const closedDays = async () =>
  (await sql<{ day: string }>('select day::text from daily_closure order by day')).map(({ day }) => day);
const overallOf = async (day: string) =>
  (await frozenLines(schema)).find((line) => line.day === day && line.dimension === 'OVERALL');

/** Who waits to hold the day of this register. */
const waiting = () =>
  sql<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and not granted
       and objid = (hashtext('daily_closure' || current_schema())::bigint & 4294967295)::oid`,
  );

describe('a day is closed', () => {
  it('not at 23:59:59.999, but at 24:00 of the county, and tells how long it is until then', async () => {
    await anIssueOf(DAY);
    clock.set(`${DAY}T15:59:59.999Z`);
    expect(await closer(schema.db).closing.closeEndedDays()).toBe(1);
    expect(await closedDays()).toEqual([]);
    clock.set(`${DAY}T16:00:00.000Z`);
    expect(await closer(schema.db).closing.closeEndedDays()).toBe(24 * 3_600_000);
    expect(await closedDays()).toEqual([DAY]);
    expect(await sql('select ended_at, frozen_at from daily_closure')).toEqual([
      { ended_at: new Date(`${DAY}T16:00:00Z`), frozen_at: new Date(`${DAY}T16:00:00Z`) },
    ]);
  });

  it('once, in order and with one event, of three instances that wake after four days of downtime at once', async () => {
    await anIssueOf(DAY);
    clock.set(noonOf(dayAfter(DAY, 4)));
    const instances = [1, 2, 3].map(() => closer(new Database(schema.db.source, clock)));
    await Promise.all(instances.map(({ closing }) => closing.closeEndedDays()));
    const days = [0, 1, 2, 3].map((n) => dayAfter(DAY, n));
    expect(await closedDays()).toEqual(days);
    const events = await sql<{ day: string; data: object }>(
      `select aggregate_id as day, event->'data' as data from event_log where aggregate_type = 'daily-closure' order by seq`,
    );
    expect(events.map(({ day }) => day)).toEqual(days);
    expect(events[1]?.data).toMatchObject({ day: dayAfter(DAY, 1), carriedIn: 1, registered: 0, carriedOver: 1 });
  });

  it('not at all while the register has not opened', async () => {
    await putDecoy(schema, { at: noonOf(DAY), on: DAY });
    clock.set(noonOf(dayAfter(DAY, 4)));
    await closer(schema.db).closing.closeEndedDays();
    expect(await closedDays()).toEqual([]);
  });

  it('first when the register opens: what was loaded before and is open is carried in', async () => {
    await sql(
      `insert into issue (id, version, number, status, round, channel, urgency, first_contact_sub, first_contact_name, handled_by,
         registered_at, changed_at, changed_on, loaded)
       values ($1, 1, '20200201-0001', 'REGISTERED', 1, 'VISIT', 'NORMAL', 'operator-1', '接线员甲', '{operator-1}', $2, $2, '2020-02-01', true)`,
      [idOf(7), noonOf('2020-02-01')],
    );
    await anIssueOf(DAY);
    clock.set(noonOf(dayAfter(DAY)));
    await closer(schema.db).closing.closeEndedDays();
    expect(await closedDays()).toEqual([DAY]);
    expect(await overallOf(DAY)).toMatchObject({ carriedIn: 1, registered: 1, carriedOver: 2 });
  });

  it('with what is under way at midnight: it is waited for and counted', async () => {
    await anIssueOf(DAY);
    const writer = schema.db.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(`update issue set status = 'REJECTED', status_reason = '重复', changed_on = $1`, [DAY]);
    clock.set(`${DAY}T16:00:00Z`);
    const closed = closer(schema.db).closing.closeEndedDays();
    await eventually(waiting, (rows) => rows.length > 0);
    await writer.commitTransaction();
    await writer.release();
    await closed;
    expect(await overallOf(DAY)).toMatchObject({ registered: 1, rejected: 1, carriedOver: 0 });
  });
});

describe('what comes late', () => {
  it('is counted on the day that is open then: a move, a report and a callback that are dated before 24:00', async () => {
    const kept: Kept = { path: [registered] };
    await put(schema, 1, kept, { at: noonOf(DAY), on: DAY });
    clock.set(noonOf(dayAfter(DAY)));
    await closer(schema.db).closing.closeEndedDays();
    const frozen = await frozenLines(schema);

    kept.path.push({ ...registered, verb: 'work', status: 'ANSWERED' });
    await put(schema, 1, kept, { at: noonOf(DAY), on: DAY });
    await sql(
      `insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at) values (gen_random_uuid(), $1, 'ONLINE', '催', 'x', $2, $2)`,
      [idOf(1), noonOf(DAY)],
    );
    await sql(
      `insert into callback (id, issue_id, round, outcome, called_at, called_by) values (gen_random_uuid(), $1, 1, 'SETTLED', $2, 'operator-2')`,
      [idOf(1), noonOf(DAY)],
    );
    kept.path.push({ ...registered, verb: 'writeOff', status: 'WRITTEN_OFF', open: false });
    await put(schema, 1, kept, { at: noonOf(DAY), on: DAY });

    clock.set(noonOf(dayAfter(DAY, 2)));
    await closer(schema.db).closing.closeEndedDays();
    expect((await frozenLines(schema)).filter(({ day }) => day === DAY)).toEqual(frozen);
    expect(await overallOf(dayAfter(DAY))).toMatchObject({
      carriedIn: 1,
      writtenOff: 1,
      carriedOver: 0,
      reports: 1,
      callbacks: 1,
      callbacksReached: 1,
      callbacksSettled: 1,
    });
  });
});

describe('what is frozen', () => {
  it.each([
    ['a number', 'update daily_closure_line set registered = 2, carried_over = 2'],
    ['a line', 'delete from daily_closure_line'],
    ['an issue carried over', 'delete from daily_closure_carried'],
    ['a reason', `update daily_closure_carried set reason = 'COMMON_ISSUE'`],
    ['the stock', 'update daily_closure_stock set total = 7'],
    ['the whole list', 'truncate daily_closure_carried'],
    ['the day', 'delete from daily_closure'],
    ['when it was frozen', `update daily_closure set frozen_at = now()`],
    [
      'a line more',
      `insert into daily_closure_line select day, 'TOWN', '1', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from daily_closure`,
    ],
    [
      'an issue more',
      `insert into daily_closure_carried (day, issue_id, number, status, channel, registered_at, reason)
       select day, gen_random_uuid(), '1', 'SOLVED', 'VISIT', now(), 'AWAITING_CALLBACK' from daily_closure`,
    ],
  ])('cannot be changed: %s', async (_, statement) => {
    await anIssueOf(DAY);
    clock.set(noonOf(dayAfter(DAY)));
    await closer(schema.db).closing.closeEndedDays();
    await expect(sql(statement)).rejects.toThrow(/frozen/);
  });

  it('has no stock of which more is written off than there is', async () => {
    const stock = (writtenOff: number) =>
      sql(
        `insert into daily_closure_stock (day, channel, total, written_off) values ('2020-02-01', 'VISIT', 1, ${writtenOff})`,
      );
    await expect(stock(2)).rejects.toThrow(/daily_closure_stock_counts/);
    await expect(stock(1)).rejects.toThrow(/foreign key/);
  });

  it('can be signed once, and then no more', async () => {
    await anIssueOf(DAY);
    clock.set(noonOf(dayAfter(DAY)));
    await closer(schema.db).closing.closeEndedDays();
    const signature = `update daily_closure set signed_at = now(), signed_by = 'commander-1', signed_by_name = '指挥长'`;
    await sql(signature);
    await expect(sql(signature)).rejects.toThrow(/frozen/);
  });
});

describe('a violated identity', () => {
  const lose = () => sql('delete from issue_move');

  it('closes nothing, raises an alarm with the difference, and is tried again until it is mended', async () => {
    await anIssueOf(DAY);
    clock.set(noonOf(dayAfter(DAY)));
    await lose();
    const { closing, errors } = closer(schema.db);
    expect(await closing.closeEndedDays()).toBeNull();
    expect(await closedDays()).toEqual([]);
    expect(errors).toHaveLength(1);
    const alarms = await new ClosureQueries(schema.db).alarms();
    expect(alarms).toMatchObject([{ day: DAY, endedAt: null }]);
    expect(alarms[0]?.violations).toContainEqual({ dimension: 'OVERALL', key: '', difference: -1 });

    await sql(
      `insert into issue_move (issue_id, moved_at, booked_on, to_status, to_town_code, channel) values ($1, $2, $3, 'REGISTERED', '330226110', 'HOTLINE')`,
      [idOf(1), noonOf(DAY), DAY],
    );
    clock.advance(60_000);
    await closing.closeEndedDays();
    expect(await closedDays()).toEqual([DAY]);
    expect(await new ClosureQueries(schema.db).alarms()).toEqual([]);
  });
});

describe('a closing that is cut off', () => {
  it('has written nothing, and the next one closes the day', async () => {
    await anIssueOf(DAY);
    const writer = schema.db.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(`select pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()))`);
    clock.set(noonOf(dayAfter(DAY)));
    const cut = closer(schema.db).closing.closeEndedDays();
    const [{ pid } = { pid: 0 }] = await eventually(waiting, (rows) => rows.length > 0);
    await Promise.all([expect(cut).rejects.toThrow(/terminat/i), sql('select pg_terminate_backend($1)', [pid])]);
    await writer.rollbackTransaction();
    await writer.release();
    expect([await closedDays(), await frozenLines(schema)]).toEqual([[], []]);
    await closer(schema.db).closing.closeEndedDays();
    expect(await closedDays()).toEqual([DAY]);
  });
});
