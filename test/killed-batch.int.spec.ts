import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ServiceConfig } from '@qifutong/platform/config';
import { gatewayHeaders, testConfig, type Asker } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { intake } from '../services/intake/src/service.ts';
import { build, startChild, type Child } from './kill/killed-service.ts';

jest.setTimeout(120_000);

const analyst: Asker = { sub: 'analyst-1', name: '研判员甲', roles: ['ANALYST'] };
const MEMBERS = 5_000;

const said = (name: string, input: string, fields: string) =>
  `mutation ($input: ${input}!) { said: ${name}(input: $input) { __typename ${fields} } }`;
const PROPOSE = said('proposeCommonIssue', 'ProposeCommonIssueInput', '... on CommonIssue { id }');
const CONFIRM = said('confirmCommonIssue', 'ConfirmCommonIssueInput', '... on CommonIssue { id }');
const PUBLISH = said('publishGuidance', 'PublishGuidanceInput', '... on Guidance { id }');
const batch = '... on Batch { id state counts { match applied pending failed skipped reverted } }';
const PREVIEW = said('previewBatch', 'PreviewBatchInput', batch);
const APPLY = said('applyBatch', 'ApplyBatchInput', batch);
const REVERT = said('revertBatch', 'RevertBatchInput', batch);

interface BatchSaid {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
}

let nats: TestNats;
let issuer: TestIssuer;
let schema: TestSchema;
let config: ServiceConfig;
const children: Child[] = [];

beforeAll(async () => {
  [nats, issuer] = await Promise.all([freshNats(), testIssuer(), build()]);
}, 120_000);
afterAll(() => Promise.all([nats.stop(), issuer.stop()]));
beforeEach(async () => {
  schema = await freshSchema(intake);
  config = testConfig({ databaseUrl: schema.url, natsUrl: nats.url, issuer });
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((one) => one.kill()));
  await schema.drop();
});

async function child(): Promise<Child> {
  await schema.db.source.query('create table if not exists tally (of text not null)');
  const started = await startChild({ config, schema: schema.schema }, 'NOWHERE');
  children.push(started);
  return started;
}

async function ask(url: string, query: string, input: object): Promise<BatchSaid> {
  const headers = { 'content-type': 'application/json', ...(await gatewayHeaders(issuer, analyst)) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) });
  const { data, errors } = (await response.json()) as { data: { said: BatchSaid } | null; errors?: unknown };
  if (!data) throw new TypeError(JSON.stringify(errors));
  return data.said;
}

async function count(sql: string): Promise<number> {
  const rows: { n: number }[] = await schema.db.source.query(`select count(*)::int as n from ${sql}`);
  return rows[0]!.n;
}

/** So many issues of one common issue, whose guidance is published. @returns the id of a batch that was previewed */
async function previewed(url: string): Promise<string> {
  await schema.db.source.query(
    `insert into issue (id, version, number, status, round, firm_name, channel, urgency, first_contact_sub, first_contact_name, handled_by,
       registered_at, changed_at, changed_on)
     select uuidv7(), 1, '20200214-' || lpad(i::text, 4, '0'), 'REGISTERED', 1, i || '号厂', 'HOTLINE', 'NORMAL', 'operator-1', '接线员甲', '{operator-1}',
       now(), now(), now()::date from generate_series(1, $1::int) i`,
    [MEMBERS],
  );
  const issueIds = (await schema.db.source.query<{ id: string }[]>('select id from issue')).map(({ id }) => id);
  const common = await ask(url, PROPOSE, { title: '村口卡点', domain: 'PASSAGE', issueIds });
  await ask(url, CONFIRM, { commonIssueId: common.id });
  const guidance = await ask(url, PUBLISH, {
    commonIssueId: common.id,
    title: '通行规定',
    text: '凭证通行',
    domain: 'PASSAGE',
    effectiveFrom: '2020-02-01',
  });
  const preview = await ask(url, PREVIEW, { guidanceId: guidance.id });
  expect(preview).toMatchObject({ state: 'PREVIEWED', counts: { match: MEMBERS } });
  return preview.id;
}

const applied = () => count(`batch_item where outcome = 'APPLIED'`);

/** What there is of the batch, everywhere: ledger, issues, moves, events, uses. */
async function traces() {
  return {
    ledger: await applied(),
    inHand: await count(`batch_item where outcome is distinct from 'APPLIED'`),
    solved: await count(`issue where status = 'SOLVED' and batch_id is not null and callback_due_at is not null`),
    moves: await count(`issue_move where to_status = 'SOLVED'`),
    events: await count(`event_log where event->>'type' = 'intake.issue.settled.v1'`),
    ofSoManyIssues: await count(
      `(select distinct aggregate_id from event_log where event->>'type' = 'intake.issue.settled.v1') as issues`,
    ),
    uses: await count('guidance_use'),
  };
}

const reverted = () => count(`batch_item where revert_outcome = 'REVERTED'`);
const UNSETTLED = `event_log where event->>'type' = 'intake.issue.unsettled.v1'`;

/** What there is of the revert, everywhere. */
async function tracesBack() {
  return {
    ledger: await reverted(),
    stillSolved: await count(`issue where status = 'SOLVED' or batch_id is not null or callback_due_at is not null`),
    back: await count(`issue where status = 'REGISTERED'`),
    moves: await count(`issue_move where from_status = 'SOLVED' and to_status = 'REGISTERED'`),
    events: await count(UNSETTLED),
    ofSoManyIssues: await count(`(select distinct aggregate_id from ${UNSETTLED}) as issues`),
  };
}

describe('a batch of 5,000 whose process is killed with kill -9 in the middle', () => {
  it('goes on by itself on the next instance, and each of the 5,000 is applied once', async () => {
    const doomed = await child();
    const batchId = await previewed(doomed.url);
    const answer = ask(doomed.url, APPLY, { batchId }).then(
      () => 'answered',
      () => 'died',
    );
    await eventually(applied, (done) => done > 0);
    await doomed.kill();
    const whenKilled = await applied();
    expect({ answer: await answer, inTheMiddle: whenKilled > 0 && whenKilled < MEMBERS }).toEqual({
      answer: 'died',
      inTheMiddle: true,
    });
    // a transaction is whole or not there
    expect(await traces()).toMatchObject({ solved: whenKilled, events: whenKilled, moves: whenKilled });
    const sound = await child();
    await eventually(applied, (done) => done === MEMBERS, 60_000);
    const again = await ask(sound.url, APPLY, { batchId });
    expect(again).toMatchObject({ state: 'APPLIED', counts: { applied: MEMBERS, pending: 0, failed: 0, skipped: 0 } });
    expect(await traces()).toEqual({
      ledger: MEMBERS,
      inHand: 0,
      solved: MEMBERS,
      moves: MEMBERS,
      events: MEMBERS,
      ofSoManyIssues: MEMBERS,
      uses: MEMBERS,
    });
  });

  it('is reverted to its end by the next instance too, and each of the 5,000 goes back once', async () => {
    const doomed = await child();
    const batchId = await previewed(doomed.url);
    await ask(doomed.url, APPLY, { batchId });
    await eventually(applied, (done) => done === MEMBERS, 60_000);
    const answer = ask(doomed.url, REVERT, { batchId, reason: '规定有误' }).then(
      () => 'answered',
      () => 'died',
    );
    await eventually(reverted, (done) => done > 0);
    await doomed.kill();
    const whenKilled = await reverted();
    expect({ answer: await answer, inTheMiddle: whenKilled > 0 && whenKilled < MEMBERS }).toEqual({
      answer: 'died',
      inTheMiddle: true,
    });
    const left = { stillSolved: MEMBERS - whenKilled, back: whenKilled, moves: whenKilled };
    expect(await tracesBack()).toEqual({ ledger: whenKilled, ...left, events: whenKilled, ofSoManyIssues: whenKilled });
    const sound = await child();
    await eventually(reverted, (done) => done === MEMBERS, 60_000);
    const again = await ask(sound.url, REVERT, { batchId, reason: '规定有误' });
    expect(again).toMatchObject({ counts: { applied: 0, reverted: MEMBERS, pending: 0, failed: 0 } });
    expect(await tracesBack()).toEqual({
      ledger: MEMBERS,
      stillSolved: 0,
      back: MEMBERS,
      moves: MEMBERS,
      events: MEMBERS,
      ofSoManyIssues: MEMBERS,
    });
  });
});
