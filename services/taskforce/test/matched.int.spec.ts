import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { IntakeStream, putTask, tasksOf, withoutJobs } from './world.ts';

let booted: Booted;
let connection: NatsConnection;
let intake: IntakeStream;
beforeAll(async () => {
  booted = await boot(withoutJobs);
  connection = await connectNats(booted.nats.url, 'intake');
  intake = new IntakeStream(connection);
  await intake.open();
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

describe('an issue whose firm becomes known', () => {
  it('has its tasks become that firm’s, once, however often that is told', async () => {
    const task = await putTask(booted.service.db, { firmCreditCode: null, townCode: null });
    const firm = { firmCreditCode: '91330226MA2AG00014', townCode: '330226110' };
    const matched = issueMatched({
      issueId: task.issueId,
      number: '20200214-0042',
      domain: 'TESTING',
      ...firm,
      matchedBy: null,
      matchedAt: '2020-02-14T03:00:00.000Z',
    });
    await intake.say(matched, 1, 5);
    await intake.allHeard();
    expect(await tasksOf(booted, task.issueId)).toEqual([{ ...task, ...firm }]);
    expect(await booted.schema.db.source.query('select from dead_letter')).toEqual([]);
  });

  it('and was thought to be another’s, has its tasks become the right one’s', async () => {
    const wrong = { firmCreditCode: '91330226MA2AG00014', townCode: '330226110' };
    const right = { firmCreditCode: '91330226MA000170P0', townCode: '330226201' };
    const task = await putTask(booted.service.db, wrong);
    const about = { issueId: task.issueId, number: '20200214-0043', domain: 'TESTING' } as const;
    const at = '2020-02-14T03:00:00.000Z';
    const unmatched = { ...about, ...wrong, townCode: null, unmatchedBy: 'analyst-1', unmatchedAt: at };
    await intake.say(issueUnmatched(unmatched), 1);
    await intake.say(issueMatched({ ...about, ...right, matchedBy: 'analyst-1', matchedAt: at }), 2);
    await intake.allHeard();
    expect(await tasksOf(booted, task.issueId)).toEqual([{ ...task, ...right }]);
  });
});
