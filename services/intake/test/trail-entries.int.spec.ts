import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { whileNothingIsEntered } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, commander, firmNo, leadOf, operator } from './people.ts';
import { postAs } from './post.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
});
afterAll(() => intake.stop());

interface Entered {
  readonly type: string;
  readonly actor: string;
  readonly origin: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The entries that one person made. */
function entriesOf({ sub }: Asker): Promise<Entered[]> {
  return intake.sql(
    `select event->>'type' as type, actor, origin, event->'data' as data from event_log where actor = $1 order by event_log.seq`,
    [sub],
  );
}

const somebody = (asker: Asker): Asker => ({ ...asker, sub: `${asker.roles[0]}-${uuidv7()}` });
const CALL = `mutation ($input: RecordCallInput!) { said: recordCall(input: $input) { ... on Call { id } ... on CallRejection { code } } }`;
const COUNTS = 'select (select count(*) from call)::int as calls, (select count(*) from event_log)::int as entries';
const EXPORT = `mutation ($input: RecordExportInput!) { said: recordExport(input: $input) { ... on Export { id } ... on ExportRejection { code field } } }`;

describe('an entry is made', () => {
  it('of every showing of a reporter, and of every try that was refused', async () => {
    const { id: reportId, issue } = await intake.submit({ reporterName: '欧阳震华', reporterPhone: '13900000042' });
    const [one, other] = [somebody(operator), somebody(leadOf('LABOUR'))];
    const variables = { input: { reportId, reason: '回电核对厂址' } };
    const headers = { 'x-qifutong-origin': '192.0.2.7' };
    await postAs(intake, one, { query: documents.reveal, variables, headers });
    await postAs(intake, other, { query: documents.reveal, variables });
    const told = { showingId: expect.any(String), reportId, issueId: issue.id };
    const type = 'intake.reporter-showing.recorded.v1';
    expect([...(await entriesOf(one)), ...(await entriesOf(other))]).toEqual([
      { type, actor: one.sub, origin: '192.0.2.7', data: { ...told, refused: false } },
      { type, actor: other.sub, origin: null, data: { ...told, refused: true } },
    ]);
    expect(JSON.stringify(await entriesOf(one))).not.toMatch(/欧阳震华|13900000042|核对/);
  });

  it('of every export', async () => {
    const asker = somebody(commander);
    const input = { exported: 'DAILY_CLOSURE', day: '2020-02-14', rows: 42 };
    const { said } = await intake.get<{ said: { id: string } }>(EXPORT, { input }, asker);
    expect(await entriesOf(asker)).toEqual([
      { type: 'intake.export.taken.v1', actor: asker.sub, origin: null, data: { exportId: said.id, ...input } },
    ]);
    expect(await intake.get(EXPORT, { input: { ...input, rows: -1 } }, asker)).toEqual({
      said: { code: 'FIELD_MALFORMED', field: 'rows' },
    });
    expect((await intake.ask(EXPORT, { input }, firmNo(1))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await entriesOf(asker)).toHaveLength(1);
  });

  it('of a change that no event tells, once', async () => {
    const asker = somebody(operator);
    const input = { channel: 'HOTLINE', purpose: 'ENQUIRY', requestId: uuidv7() };
    const { said } = await intake.get<{ said: { id: string } }>(CALL, { input }, asker);
    expect(await entriesOf(asker)).toEqual([
      {
        type: 'intake.mutation.performed.v1',
        actor: asker.sub,
        origin: null,
        data: { entryId: expect.any(String), mutation: 'recordCall', of: said.id },
      },
    ]);
  });

  it('of a mutation that announces something by that alone, and of one that was refused not at all', async () => {
    const [caller, judge] = [somebody(operator), somebody(analyst)];
    const solvedId = await intake.dispatched();
    await intake.triage(solvedId, judge);
    await intake.callBack(solvedId, { outcome: 'SETTLED' }, caller);
    await intake.get(CALL, { input: { channel: 'HOTLINE', purpose: 'ENQUIRY', townCode: '999999999' } }, caller);
    expect([await entriesOf(caller), await entriesOf(judge)]).toEqual([[], []]);
    const issueId = await intake.registered();
    await intake.triage(issueId, judge);
    await intake.dispatch(issueId, judge);
    const entries = await entriesOf(judge);
    expect(entries.map(({ type, data }) => [type, data['of'] ?? null])).toEqual([
      ['intake.issue.triaged.v1', null],
      ['intake.issue.dispatched.v1', null],
    ]);
  });
});

describe('no change is without its entry', () => {
  it('whichever mutation makes it', () => {
    const mutations = intake.mutations();
    expect(Object.keys(mutations)).toContain('recordCall');
    expect(Object.keys(mutations).filter((name) => !mutations[name])).toEqual([]);
  });

  it('even where the entry cannot be made: then there is no change', async () => {
    const input = { channel: 'HOTLINE', purpose: 'ENQUIRY', requestId: uuidv7() };
    const before = await intake.sql(COUNTS);
    const failed = await whileNothingIsEntered(intake.schema.db.source, () => intake.ask(CALL, { input }, operator));
    expect([failed.errors?.[0]?.extensions.code, await intake.sql(COUNTS)]).toEqual(['INTERNAL_SERVER_ERROR', before]);
    await intake.get(CALL, { input }, operator);
    const [{ calls, entries }] = before as [{ calls: number; entries: number }];
    expect(await intake.sql(COUNTS)).toEqual([{ calls: calls + 1, entries: entries + 1 }]);
  });
});
