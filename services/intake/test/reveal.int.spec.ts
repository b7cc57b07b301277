import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type Said, type TestIntake } from './intake.ts';
import { analyst, auditor, commander, firmNo, leadOf, operator } from './people.ts';
import { postAs } from './post.ts';

const now = '2020-02-14T01:00:00.000Z';
const who = { reporterName: '欧阳震华', reporterPhone: '13900000042' };
const contact = { name: '欧阳震华', phone: '13900000042' };

interface Shown {
  readonly reportId: string;
  readonly name: string | null;
  readonly phone: string | null;
}

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock: fixedClock(now) });
  await intake.firms({ creditCode: creditCodeOf(1) });
});
afterAll(() => intake.stop());

const reported = async (input: object = {}) => (await intake.submit({ ...who, ...input })).id;
const showings = (reportId: string) =>
  intake.sql('select * from reporter_showing where report_id = $1 order by id', [reportId]);
const revealed = (reportId: string, { reason = '回电核对厂址', asker = operator } = {}) =>
  intake.ask<{ said: Said<Shown> }>(documents.reveal, { input: { reportId, reason } }, asker);
const shown = async (reportId: string, how: Parameters<typeof revealed>[1] = {}) =>
  (await revealed(reportId, how)).data?.said;

describe('revealReporter', () => {
  it('shows name and telephone, and records who, why, when and from where', async () => {
    const id = await reported();
    const traceId = 'c'.repeat(32);
    const { data } = await postAs<{ said: Shown }>(intake, operator, {
      query: documents.reveal,
      variables: { input: { reportId: id.toUpperCase(), reason: ' 回电核对厂址 ' } },
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(data?.said).toEqual({ reportId: id, ...contact, confidential: false });
    const [report] = await intake.sql<{ issue_id: string }>('select issue_id from report where id = $1', [id]);
    expect(await showings(id)).toEqual([
      {
        id: expect.any(String),
        report_id: id,
        issue_id: report!.issue_id,
        sub: operator.sub,
        name: operator.name,
        roles: ['OPERATOR'],
        task_force: null,
        reason: '回电核对厂址',
        refused_as: null,
        correlation_id: traceId,
        asked_at: new Date(now),
      },
    ]);
  });

  it('shows one half where only that was given', async () => {
    const id = await reported({ reporterName: null });
    expect(await shown(id)).toEqual({ reportId: id, name: null, phone: contact.phone, confidential: false });
  });

  it.each<[string, string, { code: string; field: string }]>([
    ['no reason', ' ', { code: 'FIELD_REQUIRED', field: 'reason' }],
    ['a reason of three characters', ' 核地址 ', { code: 'REPORTER_REASON_TOO_SHORT', field: 'reason' }],
    ['a reason of 501 characters', '字'.repeat(501), { code: 'FIELD_TOO_LONG', field: 'reason' }],
    ['a reason with a NUL', '核对\u0000厂址', { code: 'FIELD_MALFORMED', field: 'reason' }],
  ])('for %s shows and records nothing', async (_, reason, refusal) => {
    const id = await reported();
    expect(await shown(id, { reason })).toEqual({ ...refusal, message: expect.stringMatching(/^reason/) });
    expect(await showings(id)).toEqual([]);
  });

  it('of a report that is not there, or that is no id, shows nothing', async () => {
    expect(await shown(uuidv7())).toMatchObject({ code: 'REPORT_NOT_FOUND', field: 'reportId' });
    expect(await shown('13900000042')).toMatchObject({ code: 'FIELD_MALFORMED', field: 'reportId' });
  });

  it('shows nothing when the record cannot be kept', async () => {
    const id = await reported();
    await intake.sql(`alter table reporter_showing add constraint full_up check (reason <> '写不进去') not valid`);
    const { data, errors } = await revealed(id, { reason: '写不进去' });
    await intake.sql('alter table reporter_showing drop constraint full_up');
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([null, ['INTERNAL_SERVER_ERROR']]);
    expect(JSON.stringify([errors, intake.logged])).not.toMatch(/欧阳震华|13900000042|写不进去/);
    expect(await showings(id)).toEqual([]);
  });

  it.each([
    ['changed', `update reporter_showing set reason = '另一个理由'`],
    ['deleted', 'delete from reporter_showing'],
    ['emptied', 'truncate reporter_showing'],
  ])('records what cannot be %s', async (_, statement) => {
    const id = await reported();
    await shown(id);
    await expect(intake.sql(statement)).rejects.toThrow('what was shown of a reporter stays recorded');
    expect(await showings(id)).toMatchObject([{ reason: '回电核对厂址' }]);
  });
});

/** A report whose issue a task force has in hand. */
async function inHandOf(taskForce: string, input: object = {}): Promise<{ reportId: string; issueId: string }> {
  const { id: reportId, issue } = await intake.submit({ ...who, ...input });
  await intake.triage(issue.id);
  await intake.dispatch(issue.id);
  await intake.sql('update issue set task_force = $2 where id = $1', [issue.id, taskForce]);
  return { reportId, issueId: issue.id };
}

describe('a task force', () => {
  it('is shown the reporters of the issues that it has, and no others; who tried is recorded', async () => {
    const { reportId } = await inHandOf('MATERIALS');
    expect(await shown(reportId, { asker: leadOf('LABOUR') })).toEqual({
      code: 'REPORTER_OF_OTHER_TASK_FORCE',
      field: 'reportId',
      message: 'reportId: 问题不在您的专班办理,不能查看反映人',
    });
    expect(await shown(reportId, { asker: leadOf('MATERIALS') })).toMatchObject(contact);
    expect(await showings(reportId)).toMatchObject([
      { sub: 'lead-LABOUR', task_force: 'LABOUR', refused_as: 'REPORTER_OF_OTHER_TASK_FORCE' },
      { sub: 'lead-MATERIALS', task_force: 'MATERIALS', refused_as: null },
    ]);
  });

  it('is shown the reporters of what was merged into its issue', async () => {
    const { id: reportId, issue } = await intake.submit(who);
    const { issueId } = await inHandOf('MATERIALS');
    await intake.sql(
      `update issue set status = 'MERGED', former_status = 'REGISTERED', merged_into = $2 where id = $1`,
      [issue.id, issueId],
    );
    expect(await shown(reportId, { asker: leadOf('MATERIALS') })).toMatchObject(contact);
    expect(await showings(reportId)).toMatchObject([{ issue_id: issueId, refused_as: null }]);
  });

  it('is not shown who asked for confidence, not even the masks; the centre is', async () => {
    const { reportId, issueId } = await inHandOf('MATERIALS', { confidential: true });
    expect(await shown(reportId, { asker: leadOf('MATERIALS') })).toMatchObject({ code: 'REPORTER_CONFIDENTIAL' });
    expect(await shown(reportId, { asker: analyst })).toMatchObject(contact);
    expect(await showings(reportId)).toMatchObject([{ refused_as: 'REPORTER_CONFIDENTIAL' }, { refused_as: null }]);
    expect(await seenBy(leadOf('MATERIALS'), issueId)).toEqual({ name: null, phone: null, confidential: true });
    expect(await seenBy(auditor, issueId)).toEqual({ name: '欧**', phone: '139****0042', confidential: true });
  });

  it('that helps comes to the issue by its task: it reads it with the masks, is shown nobody, and nothing of who asked for confidence', async () => {
    const helper = leadOf('LABOUR');
    const open = await inHandOf('MATERIALS');
    const confidential = await inHandOf('MATERIALS', { confidential: true });
    expect([await seenBy(helper, open.issueId), await seenBy(helper, confidential.issueId)]).toEqual([
      { name: '欧**', phone: '139****0042', confidential: false },
      { name: null, phone: null, confidential: true },
    ]);
    for (const { reportId } of [open, confidential])
      expect(await shown(reportId, { asker: helper })).toMatchObject({ code: 'REPORTER_OF_OTHER_TASK_FORCE' });
  });
});

/** The reporter as one sees it who comes from another service. */
async function seenBy(asker: Asker, issueId: string): Promise<unknown> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Issue { reports { reporter { name phone confidential } } } } }`;
  const of = [{ __typename: 'Issue', id: issueId }];
  const { _entities: found } = await intake.get<{ _entities: ({ reports: { reporter: unknown }[] } | null)[] }>(
    query,
    { of },
    asker,
  );
  return found[0]?.reports[0]?.reporter;
}

describe('a firm', () => {
  it('sees masked whom it named itself, and of a confidential report that somebody else took nothing', async () => {
    const input = { ...who, confidential: true, firmCreditCode: creditCodeOf(1) };
    const own = await intake.registered({ ...input, channel: 'ONLINE' }, firmNo(1));
    const taken = await intake.registered(input);
    expect(await seenBy(firmNo(1), own)).toEqual({ name: '欧**', phone: '139****0042', confidential: true });
    expect(await seenBy(firmNo(1), taken)).toEqual({ name: null, phone: null, confidential: true });
  });
});

describe('the showings of a report', () => {
  interface Seen {
    readonly issue: {
      readonly reports: readonly [
        { readonly showings: { readonly nodes: readonly object[]; readonly pageInfo: { readonly endCursor: string } } },
      ];
    };
  }
  const page = async (asker: Asker, variables: object) =>
    (await intake.get<Seen>(documents.showings, variables, asker)).issue.reports[0].showings;

  it('are read by the commander and the auditor, newest first, page by page', async () => {
    const { reportId, issueId: id } = await inHandOf('MATERIALS');
    await shown(reportId, { reason: '第一次核对' });
    await shown(reportId, { reason: '第二次核对', asker: leadOf('LABOUR') });
    await shown(reportId, { reason: '第三次核对', asker: leadOf('MATERIALS') });
    const first = await page(commander, { id, first: 2 });
    expect(first.nodes).toMatchObject([{ reason: '第三次核对' }, { reason: '第二次核对' }]);
    const second = await page(auditor, { id, first: 2, after: first.pageInfo.endCursor });
    expect(second).toEqual({
      nodes: [
        {
          sub: operator.sub,
          name: operator.name,
          roles: ['OPERATOR'],
          taskForce: null,
          reason: '第一次核对',
          refusedAs: null,
          correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
          askedAt: now,
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });
});
