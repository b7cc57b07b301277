import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import * as documents from './documents.ts';
import { bootIntake, type ReportSeen, type Said, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';

const now = '2026-11-21T01:00:00.000Z';
let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock: fixedClock(now) })));
afterAll(() => intake.stop());

const load = async (input: object) =>
  (
    await intake.get<{ said: Said<ReportSeen> }>(
      documents.load,
      { input: { channel: 'HOTLINE', text: '口罩不够', ...input } },
      analyst,
    )
  ).said;

describe('loading reports of the past', () => {
  it('registers each as of the moment it was received, under a number of that county day', async () => {
    const times = ['2020-02-13T15:59:59.999Z', '2020-02-13T16:00:00.000Z', '2020-02-13T16:00:00.000Z'];
    const loaded = [];
    for (const [i, receivedAt] of times.entries()) loaded.push(await load({ receivedAt, externalRef: `R-${i}` }));
    expect(loaded.map(({ issue }) => issue)).toMatchObject(
      ['20200213-0001', '20200214-0001', '20200214-0002'].map((number, i) => ({ number, registeredAt: times[i] })),
    );
    expect(await intake.sql('select distinct loaded, changed_at = registered_at as dated from issue')).toEqual([
      { loaded: true, dated: true },
    ]);
    expect(await intake.sql('select booked_on::text from issue_move order by id')).toEqual([
      { booked_on: '2020-02-13' },
      { booked_on: '2020-02-14' },
      { booked_on: '2020-02-14' },
    ]);
    const [event] = await intake.events(loaded[0]!.issue.id);
    expect(event!.event).toMatchObject({ time: now, data: { registeredAt: times[0] } });
  });

  it('gives the same report again, also out of order', async () => {
    const before = await intake.stock();
    expect(await load({ receivedAt: '2020-02-13T15:59:59.999Z', externalRef: 'R-0' })).not.toHaveProperty('code');
    expect(await intake.stock()).toEqual(before);
  });

  it.each([
    ['without the moment of receipt', {}, 'REPORT_RECEIPT_UNKNOWN'],
    ['before the newest', { receivedAt: '2020-02-13T15:59:59.999Z' }, 'REPORT_OUT_OF_ORDER'],
    ['of the future', { receivedAt: '2027-01-01T00:00:00Z' }, 'REPORT_RECEIVED_IN_FUTURE'],
  ])('is refused %s, and no number is drawn', async (_, input, code) => {
    const before = await intake.stock();
    expect(await load(input)).toMatchObject({ code, field: 'receivedAt' });
    expect(await intake.stock()).toEqual(before);
  });

  it('goes on beside live reports, which do not count as loaded', async () => {
    await intake.submit({});
    expect(await load({ receivedAt: '2020-02-14T00:00:00Z' })).not.toHaveProperty('code');
  });

  it('of two at once in the wrong order loads both or refuses the older', async () => {
    const [newer, older] = await Promise.all([
      load({ receivedAt: '2020-02-16T00:00:00Z' }),
      load({ receivedAt: '2020-02-15T00:00:00Z' }),
    ]);
    expect(newer).not.toHaveProperty('code');
    expect([undefined, 'REPORT_OUT_OF_ORDER']).toContain(older.code);
  });

  it('is refused once a day is closed', async () => {
    await intake.sql(
      `insert into daily_closure (day, version, ended_at, frozen_at) values ('2020-02-14', 1, '2020-02-14T16:00:00Z', '2020-02-14T16:00:01Z')`,
    );
    expect(await load({ receivedAt: '2020-02-20T00:00:00Z' })).toMatchObject({ code: 'REPORT_DAYS_CLOSED' });
  });
});
