import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { messagesOf } from '@qifutong/testkit/stream';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, operator } from './people.ts';
import { postAs } from './post.ts';
import { solve, taskForcesOf, type TaskForces } from './task-events.ts';

let intake: TestIntake;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake();
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

describe('the events of an issue', () => {
  it('stand in the log in order, with contiguous versions, and reach the stream so', async () => {
    const id = await intake.dispatched();
    await solve(taskForces, id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED' });
    await intake.dispatch(id);
    await solve(taskForces, id, 2);
    await intake.callBack(id);

    const events = await intake.events(id);
    expect(
      events.map(({ version, type, event }) => [version, type, event.sequence, event.data['round'] ?? null]),
    ).toEqual([
      [1, 'intake.issue.registered.v1', '0000000001', null],
      [2, 'intake.issue.triaged.v1', '0000000002', 1],
      [3, 'intake.issue.dispatched.v1', '0000000003', 1],
      [4, 'intake.issue.reopened.v1', '0000000004', 2],
      [5, 'intake.issue.dispatched.v1', '0000000005', 2],
      [6, 'intake.issue.written-off.v1', '0000000006', 2],
    ]);
    const relayed = async () =>
      (await messagesOf(taskForces.connection, 'intake')).filter(({ event }) => event.subject === id);
    const streamed = await eventually(relayed, (messages) => messages.length === 6);
    expect(streamed.map(({ event }) => event)).toEqual(events.map(({ event }) => event));
  });

  it('carry the trace of the request that caused them, and so does its line in the log', async () => {
    const [registering, dispatching] = ['a'.repeat(32), 'b'.repeat(32)];
    const traced = (traceId: string) => ({ headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } });
    const input = { channel: 'HOTLINE', text: '口罩不够' };
    const report = { query: documents.submit, variables: { input }, ...traced(registering) };
    const submitted = await postAs<{ said: { issue: { id: string } } }>(intake, operator, report);
    const issueId = submitted.data!.said.issue.id;
    await intake.triage(issueId);
    await postAs(intake, analyst, {
      query: documents.dispatch,
      variables: { input: { issueId } },
      ...traced(dispatching),
    });

    const traces = (await intake.events(issueId)).map(({ event }) => event.traceparent?.split('-')[1]);
    expect(traces).toEqual([registering, expect.any(String), dispatching]);
    const lines = intake.logged.filter(({ correlationId }) => correlationId === registering);
    expect(lines).toMatchObject([{ msg: 'request', operation: 'mutation submitReport', outcome: 'ok' }]);
  });

  it('are entries of the trail: who, as what, from where, which no event tells', async () => {
    const input = { channel: 'HOTLINE', text: '口罩不够' };
    const report = { query: documents.submit, variables: { input }, headers: { 'x-qifutong-origin': '192.0.2.7' } };
    const { data } = await postAs<{ said: { issue: { id: string } } }>(intake, operator, report);
    const issueId = data!.said.issue.id;
    await intake.triage(issueId);
    await intake.dispatch(issueId);
    await solve(taskForces, issueId);
    await intake.callBack(issueId);
    expect(
      await intake.sql(
        `select actor, actor_roles as roles, origin, event::text like '%192.0.2.7%' as told from event_log where aggregate_id = $1 order by seq`,
        [issueId],
      ),
    ).toEqual([
      { actor: 'operator-1', roles: ['OPERATOR'], origin: '192.0.2.7', told: false },
      { actor: 'analyst-1', roles: ['ANALYST'], origin: null, told: false },
      { actor: 'analyst-1', roles: ['ANALYST'], origin: null, told: false },
      { actor: 'operator-2', roles: ['OPERATOR'], origin: null, told: false },
    ]);
    expect(JSON.stringify(intake.logged)).not.toContain('192.0.2.7');
  });

  it('are not written when the change is refused', async () => {
    const id = await intake.registered();
    await intake.dispatch(id);
    await intake.callBack(id);
    expect((await intake.events(id)).map(({ type }) => type)).toEqual(['intake.issue.registered.v1']);
  });
});

describe('personal data', () => {
  const report = {
    channel: 'HOTLINE',
    reporterName: '欧阳震华',
    reporterPhone: '13900000042',
    text: '我厂的难处不便明说',
    externalRef: 'REF-7731',
  };
  const note = '家中有事,明日再打';
  const { channel: _, ...said } = report;
  const secrets = [...Object.values(said), note];
  const secretsIn = (told: unknown) => secrets.filter((secret) => JSON.stringify(told).includes(secret));

  it('is in no event and no line of the log, from the report to the write-off, refusals included', async () => {
    const id = await intake.registered(report);
    await intake.submit({ ...report, externalRef: null, townCode: '330226999' });
    await intake.submit({ ...report, reporterName: `欧阳震华${'\u0000'}` });
    await intake.ask(documents.submit, { input: { ...report, channel: 'FAX' } }, operator);
    await intake.triage(id);
    await intake.dispatch(id);
    await solve(taskForces, id);
    await intake.callBack(id, { outcome: 'NOT_REACHED', note });
    await intake.callBack(id);
    const kept = await intake.sql(
      'select * from report join reporter on report_id = report.id join callback using (issue_id) where issue_id = $1',
      [id],
    );
    expect(secretsIn([kept])).toEqual([report.text, report.externalRef, note]);
    expect((await intake.events(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(secretsIn([await intake.events(), intake.logged])).toEqual([]);
  });

  it('is in no line of the log either when the database fails with them in hand', async () => {
    await intake.sql(`alter table reporter add constraint full_up check (name_mask <> '欧**') not valid`);
    const { errors } = await intake.ask(documents.submit, { input: { ...report, externalRef: null } }, operator);
    await intake.sql('alter table reporter drop constraint full_up');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(secretsIn(errors)).toEqual([]);
    expect(intake.faultLines()).not.toEqual([]);
    expect(secretsIn(intake.logged)).toEqual([]);
  });
});
