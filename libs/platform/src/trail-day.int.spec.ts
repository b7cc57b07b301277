import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { inspectionTrailSealed } from '@qifutong/contracts/inspection/trail-sealed';
import { addDays, countyDay, countyInstant } from '@qifutong/kernel/county-time';
import { append } from '@qifutong/persistence/append';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { dayToTell, tellEndedDays } from './trail-day.ts';

const timeZone = 'Asia/Shanghai';
const told = { timeZone, event: inspectionTrailSealed };
const today = countyDay(new Date(), timeZone);
const clock = fixedClock(new Date());
let schema: TestSchema;

beforeEach(async () => {
  schema = await freshSchema({ name: 'inspection', tables: [], migrations: [] }, clock);
  clock.set(countyInstant(today, '24:00', timeZone));
});
afterEach(() => schema.drop());

/** Something happens, and is linked as the relay does it. */
async function linked(link: number, byte: string): Promise<void> {
  const issueId = uuidv7();
  const data = {
    issueId,
    number: '20200214-0001',
    round: 1,
    domain: null,
    callbackId: issueId,
    reopenedAt: '2020-02-14T08:00:00.000Z',
  };
  await schema.db.transaction((tx) => append(tx, [issueReopened(data)], 0, new Date()));
  await schema.db.source.query('update event_log set link = $2, hash = $3 where aggregate_id = $1', [
    issueId,
    link,
    Buffer.alloc(32, byte, 'hex'),
  ]);
}

function daysTold(): Promise<unknown[]> {
  return schema.db.source.query(
    `select event->'data' as data, actor, version from event_log where aggregate_type = 'inspection-trail' order by event_log.seq`,
  );
}

const entry = (day: string, link: number, byte: string) => ({
  data: { day, link, hash: byte.repeat(32) },
  actor: null,
  version: 1,
});

describe('the day that a trail tells of', () => {
  it.each<[string, Parameters<typeof dayToTell>, string | null]>([
    ['nothing while the first day runs', [null, '2020-02-14', '2020-02-14'], null],
    ['the first day once it is over', [null, '2020-02-14', '2020-02-15'], '2020-02-14'],
    ['yesterday where there was a trail long before', [null, '2019-12-31', '2020-02-15'], '2020-02-14'],
    ['nothing before there was a trail', [null, '2020-02-20', '2020-02-15'], null],
    ['the one after the last', ['2020-02-12', '2020-01-01', '2020-02-15'], '2020-02-13'],
    ['nothing twice', ['2020-02-14', '2020-01-01', '2020-02-15'], null],
  ])('is %s', (_, course, day) => {
    expect(dayToTell(...course)).toBe(day);
  });
});

describe('of every day that ended it is told in what the chain ends', () => {
  it('once, however many do it at the same time, and not before it ended', async () => {
    await linked(1, 'aa');
    clock.advance(-1);
    const ten = () => Promise.all(Array.from({ length: 10 }, () => tellEndedDays(schema.db, told)));
    expect(new Set(await ten())).toEqual(new Set([1]));
    expect(await daysTold()).toEqual([]);
    clock.advance(1);
    expect(new Set(await ten())).toEqual(new Set([86_400_000]));
    expect(await daysTold()).toEqual([entry(today, 1, 'aa')]);
  });

  it('also of days on which nobody was there to tell', async () => {
    await linked(1, 'aa');
    await tellEndedDays(schema.db, told);
    await linked(2, 'bb');
    clock.advance(3 * 86_400_000);
    await tellEndedDays(schema.db, told);
    const later = [1, 2, 3].map((days) => entry(addDays(today, days), 2, 'bb'));
    expect(await daysTold()).toEqual([entry(today, 1, 'aa'), ...later]);
  });

  it('but not where nothing is linked', async () => {
    await tellEndedDays(schema.db, told);
    expect(await daysTold()).toEqual([]);
  });
});
