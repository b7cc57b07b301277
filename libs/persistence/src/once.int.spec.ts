import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { counted, stored } from '../test/tally.ts';
import { envelope } from './append.ts';
import { enter, type Turn } from './once.ts';

let schema: TestSchema;
let id: string;

beforeAll(async () => {
  schema = await freshSchema(stored);
});
afterAll(() => schema.drop());
beforeEach(() => {
  id = uuidv7();
});

function event(version: number, of = id): CloudEvent {
  return envelope(counted(of, version), version, new Date());
}

function entered(one: CloudEvent, consumer = 'taskforce'): Promise<Turn> {
  return schema.db.transaction((tx) => enter(tx, consumer, one));
}

async function inTurn(...events: CloudEvent[]): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const one of events) turns.push(await entered(one));
  return turns;
}

describe('the inbox of a consumer', () => {
  it('takes the events of an aggregate in order, each the first time only', async () => {
    const [first, second] = [event(1), event(2)];
    expect(await inTurn(first, second, second, first)).toEqual(['FIRST', 'FIRST', 'SEEN', 'SEEN']);
  });

  it('hands back one that comes before its predecessor', async () => {
    const [first, second, third] = [event(1), event(2), event(3)];
    expect(await inTurn(second, third, first, third, second, third)).toEqual([
      'EARLY',
      'EARLY',
      'FIRST',
      'EARLY',
      'FIRST',
      'FIRST',
    ]);
  });

  it('knows aggregates and consumers apart', async () => {
    const first = event(1);
    expect([
      await entered(first),
      await entered(event(1, uuidv7())),
      await entered(first, 'inspection'),
      await entered(event(2), 'inspection'),
    ]).toEqual(['FIRST', 'FIRST', 'FIRST', 'FIRST']);
  });

  it('forgets the entry with the transaction of its effect', async () => {
    const first = event(1);
    const undone = schema.db.transaction(async (tx) => {
      await enter(tx, 'taskforce', first);
      throw new TypeError('the effect failed');
    });
    await expect(undone).rejects.toThrow('the effect failed');
    expect(await entered(first)).toBe('FIRST');
  });

  it('lets one of twenty in that bring the same event at the same time', async () => {
    const first = event(1);
    const turns = await Promise.all(Array.from({ length: 20 }, () => entered(first)));
    expect(turns.toSorted()).toEqual(['FIRST', ...Array.from({ length: 19 }, () => 'SEEN')]);
  });
});
