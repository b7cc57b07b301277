import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { MissingOrders } from '../src/order/missing-orders.service.ts';
import { enrolled, inspectOn } from './asks.ts';
import { feb } from './builders.ts';
import { processOf, toldOf, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let mended: string;
let open: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  mended = await enrolled(booted);
  open = await enrolled(booted);
  for (const [day, unmet] of [
    [11, 2],
    [12, 1],
    [13, 0],
  ] as const)
    await inspectOn(booted, mended, day, unmet);
  await inspectOn(booted, open, 14, 1);
  // as an earlier release left them, which issued no orders
  await booted.schema.db.source.query('delete from rectification_order');
  await behindTheTriggers(booted.schema.db.source, `delete from event_log where aggregate_type = 'order'`);
  clock.set(feb(21));
});
afterAll(() => booted.stop());

const run = (mend: boolean) => booted.service.app.get(MissingOrders).run({ mend });
const ordersOf = async (firm: string) => (await processOf(booted, firm)).orders.nodes;

describe('failed inspections from before there were orders', () => {
  it('are counted, and nothing written, unless it is asked for', async () => {
    expect(await run(false)).toBe(3);
    expect([await ordersOf(mended), await ordersOf(open)]).toEqual([[], []]);
  });

  it('get their orders, once however many ask at the same time; what was mended since is fulfilled', async () => {
    await Promise.all([run(true), run(true), run(true)]);
    expect((await ordersOf(mended)).map(({ status, late }) => [status, late])).toEqual([
      ['FULFILLED', false],
      ['FULFILLED', false],
    ]);
    expect((await ordersOf(open)).map(({ status, dueAt }) => [status, dueAt])).toEqual([
      ['OPEN', '2020-02-22T15:59:59.999Z'],
    ]);
    expect(await toldOf(booted, open)).toEqual(['order.issued']);
    expect((await toldOf(booted, mended)).toSorted()).toEqual([
      'order.fulfilled',
      'order.fulfilled',
      'order.issued',
      'order.issued',
    ]);
    expect([await run(false), await run(true)]).toEqual([0, 0]);
  });
});
