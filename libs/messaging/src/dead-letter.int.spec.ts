import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { envelope } from '@qifutong/persistence/append';
import { v7 as uuidv7 } from 'uuid';
import { listener, type Listener } from '../test/listener.ts';
import { reopened } from '../test/speaker.ts';
import { discard, openDeadLetters, requestRetry } from './dead-letter.ts';
import { deliver } from './deliver.ts';
import { PermanentFailure } from './handler.ts';
import { retryRequested } from './retry.ts';

let taskforce: Listener;
let issue: string;
let faulty: Set<string>;

beforeEach(async () => {
  taskforce = await listener();
  issue = uuidv7();
  faulty = new Set();
  taskforce.before = ({ subject, sequence }) => {
    if (faulty.has(`${subject} ${Number(sequence)}`)) throw new PermanentFailure('no such department');
  };
});
afterEach(() => taskforce.schema.drop());

function event(of: string, version: number): CloudEvent {
  return envelope(reopened(of, version), version, new Date());
}

async function hear(of: string, ...versions: number[]): Promise<string[]> {
  const disposals: string[] = [];
  for (const version of versions) disposals.push(await deliver(taskforce, event(of, version), 1));
  return disposals;
}

async function allRetries(): Promise<void> {
  while (await retryRequested(taskforce));
}

async function idOf(version: number): Promise<string> {
  const letters = await openDeadLetters(taskforce.schema.db.source.manager);
  return letters.find(({ event: { subject, sequence } }) => subject === issue && Number(sequence) === version)!.id;
}

async function stateOf(of: string) {
  return { effects: await taskforce.effects(of), letters: await taskforce.letters(of) };
}

const manager = () => taskforce.schema.db.source.manager;

describe('an event that cannot be handled', () => {
  it('is set aside; later ones of its issue wait behind it, those of others go on', async () => {
    const other = uuidv7();
    faulty.add(`${issue} 1`);
    const disposals = await Promise.all([hear(issue, 1, 2, 3), hear(other, 1, 2, 3)]);
    expect({ disposals, issue: await stateOf(issue), other: await stateOf(other) }).toEqual({
      disposals: [
        ['SET_ASIDE', 'SET_ASIDE', 'SET_ASIDE'],
        ['HANDLED', 'HANDLED', 'HANDLED'],
      ],
      issue: { effects: [], letters: ['1 PERMANENT', '2 WAITING', '3 WAITING'] },
      other: { effects: [1, 2, 3], letters: [] },
    });
  });

  it('is listed with its reason and its whole event, oldest first', async () => {
    faulty.add(`${issue} 1`);
    const [first, second] = [event(issue, 1), event(issue, 2)];
    for (const one of [first, second]) await deliver(taskforce, one, 1);
    const open = await openDeadLetters(manager());
    expect(open.map(({ consumer, event: kept, reason, error }) => ({ consumer, kept, reason, error }))).toEqual([
      { consumer: 'listener', kept: first, reason: 'PERMANENT', error: 'no such department' },
      {
        consumer: 'listener',
        kept: second,
        reason: 'WAITING',
        error: 'an earlier event of this aggregate is set aside',
      },
    ]);
  });

  it('is set aside once, however often it is delivered', async () => {
    faulty.add(`${issue} 1`);
    const one = event(issue, 1);
    await Promise.all([1, 2, 3].map(() => deliver(taskforce, one, 1)));
    expect(await taskforce.letters(issue)).toEqual(['1 PERMANENT']);
  });

  it('that does not fit its schema is set aside as well', async () => {
    const misfit = { ...event(issue, 1), data: { issueId: issue } };
    expect({ disposal: await deliver(taskforce, misfit, 1), ...(await stateOf(issue)) }).toEqual({
      disposal: 'SET_ASIDE',
      effects: [],
      letters: ['1 PERMANENT'],
    });
  });
});

describe('a retry', () => {
  it('handles all that is set aside, in the order of each issue', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2, 3);
    faulty.clear();
    const asked = await requestRetry(manager(), null);
    await allRetries();
    expect({ asked, ...(await stateOf(issue)) }).toEqual({
      asked: 3,
      effects: [1, 2, 3],
      letters: ['1 PERMANENT HANDLED', '2 WAITING HANDLED', '3 WAITING HANDLED'],
    });
  });

  it('of the one at fault lets those follow that only waited for it', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2, 3);
    faulty.clear();
    const asked = await requestRetry(manager(), await idOf(1));
    await allRetries();
    expect({ asked, effects: await taskforce.effects(issue) }).toEqual({ asked: 1, effects: [1, 2, 3] });
  });

  it('that fails again leaves the event set aside, with the newest reason, until it is asked for once more', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2);
    taskforce.before = () => {
      throw new PermanentFailure('still no such department');
    };
    await requestRetry(manager(), null);
    await allRetries();
    const [first] = await openDeadLetters(manager());
    expect({ error: first?.error, ...(await stateOf(issue)) }).toEqual({
      error: 'still no such department',
      effects: [],
      letters: ['1 PERMANENT', '2 WAITING'],
    });
  });

  it('of a later event does nothing while the earlier one is set aside', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2);
    await requestRetry(manager(), await idOf(2));
    await allRetries();
    expect(await stateOf(issue)).toEqual({ effects: [], letters: ['1 PERMANENT', '2 WAITING'] });
  });

  it('by five instances at once handles each event once', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2, 3);
    faulty.clear();
    await requestRetry(manager(), null);
    await Promise.all([1, 2, 3, 4, 5].map(allRetries));
    await allRetries();
    expect(await taskforce.effects(issue)).toEqual([1, 2, 3]);
  });

  it('of an event that was delivered again and handled meanwhile has no second effect', async () => {
    faulty.add(`${issue} 1`);
    const one = event(issue, 1);
    await deliver(taskforce, one, 1);
    faulty.clear();
    await deliver(taskforce, one, 2);
    await requestRetry(manager(), null);
    await allRetries();
    expect(await stateOf(issue)).toEqual({ effects: [1], letters: ['1 PERMANENT HANDLED'] });
  });
});

describe('an event whose predecessor did not come in eight deliveries', () => {
  beforeEach(() => deliver(taskforce, event(issue, 2), 8));

  it('is set aside', async () => {
    expect(await stateOf(issue)).toEqual({ effects: [], letters: ['2 WAITING'] });
  });

  it('is not called handled when somebody retries it too early', async () => {
    await requestRetry(manager(), null);
    await allRetries();
    expect(await stateOf(issue)).toEqual({ effects: [], letters: ['2 WAITING'] });
  });

  it('follows by itself when the predecessor has been handled', async () => {
    await hear(issue, 1);
    await allRetries();
    expect(await stateOf(issue)).toEqual({ effects: [1, 2], letters: ['2 WAITING HANDLED'] });
  });

  it('stays set aside when it then fails, and is not tried for ever', async () => {
    faulty.add(`${issue} 2`);
    await hear(issue, 1);
    await allRetries();
    expect(await stateOf(issue)).toEqual({ effects: [1], letters: ['2 PERMANENT'] });
  });

  it('keeps waiting for its next turn when it fails for now', async () => {
    const before = taskforce.before;
    taskforce.before = () => {
      throw new TypeError('the database is busy');
    };
    const inboxOfFirst = `insert into inbox (consumer, event_id, aggregate_type, aggregate_id, version) values ('listener', $1, 'issue', $2, 1)`;
    await manager().query(inboxOfFirst, [uuidv7(), issue]);
    await allRetries();
    const meanwhile = await stateOf(issue);
    taskforce.before = before;
    await manager().query('update dead_letter set retry_not_before = null');
    await allRetries();
    expect([meanwhile, await stateOf(issue)]).toEqual([
      { effects: [], letters: ['2 WAITING'] },
      { effects: [2], letters: ['2 WAITING HANDLED'] },
    ]);
  });
});

describe('a retry', () => {
  it('is claimed before it is tried: one that ends the process is not taken again as soon as it is up', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1);
    await requestRetry(manager(), null);
    let seen: unknown;
    // another connection than the attempt's: it sees what a new process would
    taskforce.before = async () => {
      seen = await manager().query('select retry_requested_at, retries from dead_letter');
    };
    await allRetries();
    expect(seen).toEqual([{ retry_requested_at: null, retries: 1 }]);
  });
});

describe('an event that is given up', () => {
  it('lets those through that waited behind it', async () => {
    faulty.add(`${issue} 1`);
    await hear(issue, 1, 2, 3);
    const given = await discard(manager(), await idOf(1), 'the department was dissolved');
    await allRetries();
    const disposals = await hear(issue, 4);
    expect({ given, disposals, ...(await stateOf(issue)) }).toEqual({
      given: true,
      disposals: ['HANDLED'],
      effects: [2, 3, 4],
      letters: ['1 PERMANENT DISCARDED', '2 WAITING HANDLED', '3 WAITING HANDLED'],
    });
  });

  it('keeps the reason, and cannot be given up twice', async () => {
    faulty.add(`${issue} 1`);
    const one = event(issue, 1);
    await deliver(taskforce, one, 1);
    const id = await idOf(1);
    const given = [
      await discard(manager(), id, 'the department was dissolved'),
      await discard(manager(), id, 'once more'),
    ];
    const rows: object[] = await taskforce.schema.db.source.query('select ended_as, ended_because from dead_letter');
    expect({ given, rows }).toEqual({
      given: [true, false],
      rows: [{ ended_as: 'DISCARDED', ended_because: 'the department was dissolved' }],
    });
  });

  it('has no effect when it is delivered again', async () => {
    faulty.add(`${issue} 1`);
    const one = event(issue, 1);
    await deliver(taskforce, one, 1);
    await discard(manager(), await idOf(1), 'the department was dissolved');
    faulty.clear();
    expect({ disposal: await deliver(taskforce, one, 2), effects: await taskforce.effects(issue) }).toEqual({
      disposal: 'HANDLED',
      effects: [],
    });
  });
});
