import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gatewayHeaders } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import * as documents from './documents.ts';
import { bootIntake, type IssueSeen, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';

let intake: TestIntake;
beforeEach(async () => void (intake = await bootIntake()));
afterEach(() => intake.stop());

interface Readiness {
  readonly ready: boolean;
  readonly draining: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
}

async function readiness(): Promise<{ status: number; body: Readiness }> {
  const answer = await intake.service.app.inject('/readyz');
  return { status: answer.statusCode, body: answer.json<Readiness>() };
}

async function triageOverHttp(issueId: string): Promise<{ status: number; issue: IssueSeen }> {
  const headers = { 'content-type': 'application/json', ...(await gatewayHeaders(intake.issuer, analyst)) };
  const variables = { input: { issueId, domain: 'TESTING' } };
  const response = await fetch(`${await intake.service.app.getUrl()}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: documents.triage, variables }),
  });
  const { data } = (await response.json()) as { data: { said: IssueSeen } };
  return { status: response.status, issue: data.said };
}

describe('the service is ready', () => {
  it('when it reaches its database, its bus and its issuer', async () => {
    expect(await readiness()).toEqual({
      status: 200,
      body: { ready: true, draining: false, dependencies: { database: 'ok', nats: 'ok', issuer: 'ok' } },
    });
  });

  it('again when the bus is back: it names what was missing, took reports meanwhile, and tells of them after', async () => {
    await intake.nats.kill();
    const down = await eventually(readiness, ({ status }) => status === 503);
    expect(down.body).toEqual({
      ready: false,
      draining: false,
      dependencies: { database: 'ok', nats: expect.not.stringMatching(/^ok$/), issuer: 'ok' },
    });
    const id = await intake.registered();
    await intake.nats.restart();
    await eventually(readiness, ({ status }) => status === 200);
    const published = () =>
      intake.sql('select from event_log where aggregate_id = $1 and published_at is not null', [id]);
    await eventually(published, (rows) => rows.length === 1, 30_000);
  }, 60_000);
});

describe('a stop', () => {
  it('answers what is in hand, says that it is draining, and takes nothing more', async () => {
    const issueId = await intake.registered();
    const holder = intake.schema.db.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from issue where id = $1 for no key update', [issueId]);
    const answer = triageOverHttp(issueId);
    const waiting = () =>
      intake.sql(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'select "issue"%' and application_name = 'intake'`,
      );
    await eventually(waiting, (rows) => rows.length > 0);

    const url = await intake.service.app.getUrl();
    const stopped = intake.service.stop();
    expect(await readiness()).toMatchObject({ status: 503, body: { ready: false, draining: true } });
    await eventually(
      () =>
        fetch(`${url}/healthz`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      (seen) => seen !== 200,
    );
    await holder.commitTransaction();
    await holder.release();

    expect(await answer).toMatchObject({ status: 200, issue: { domain: 'TESTING' } });
    await stopped;
    expect(await intake.sql('select domain from issue where id = $1', [issueId])).toEqual([{ domain: 'TESTING' }]);
    expect(intake.service.db.source.isInitialized).toBe(false);
  });
});
