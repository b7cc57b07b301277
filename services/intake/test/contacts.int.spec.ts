import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type Said, type TestIntake } from './intake.ts';
import { firmNo, operator } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms({ creditCode: creditCodeOf(1) }, { creditCode: creditCodeOf(2), name: '宁海二号模具厂' });
});
afterAll(() => intake.stop());

const call = async (input: object) =>
  (
    await intake.get<{ said: Said<{ id: string }> }>(
      documents.recordCall,
      { input: { channel: 'HOTLINE', purpose: 'ENQUIRY', ...input } },
      operator,
    )
  ).said;
const calls = async () => (await intake.sql<{ n: number }>('select count(*)::int as n from call'))[0]!.n;

describe('a call that becomes no issue', () => {
  it('is counted, with what it was about', async () => {
    const before = await intake.stock();
    const { id } = await call({ purpose: 'WRONG_NUMBER', townCode: '330226110', note: '问快递', externalRef: 'H-7' });
    expect(await intake.sql('select * from call where id = $1', [id])).toEqual([
      {
        id,
        channel: 'HOTLINE',
        purpose: 'WRONG_NUMBER',
        town_code: '330226110',
        note: '问快递',
        external_ref: 'H-7',
        request_id: null,
        taken_by: 'operator-1',
        taken_at: expect.any(Date),
        booked_at: expect.any(Date),
      },
    ]);
    expect(await intake.stock()).toEqual({ ...before, events: before['events']! + 1 });
  });

  it('counts once, however often and however much at once it is sent', async () => {
    const before = await calls();
    const answers = await Promise.all(Array.from({ length: 50 }, () => call({ requestId: 'c-1' })));
    await call({ requestId: 'c-1', purpose: 'SILENT' });
    await Promise.all([call({ externalRef: 'c-2' }), call({ externalRef: 'c-2' }), call({ externalRef: 'c-3' })]);
    expect([new Set(answers.map(({ id }) => id)).size, (await calls()) - before]).toEqual([1, 3]);
  });

  it.each([
    [{ townCode: '330226999' }, 'CALL_TOWN_UNKNOWN', 'townCode'],
    [{ townCode: 'nowhere' }, 'CALL_TOWN_UNKNOWN', 'townCode'],
    [{ note: '字'.repeat(1_001) }, 'FIELD_TOO_LONG', 'note'],
    [{ requestId: 'r'.repeat(101) }, 'FIELD_TOO_LONG', 'requestId'],
  ])('is refused with %j', async (input, code, field) => {
    expect(await call(input)).toEqual({ code, field, message: expect.any(String) });
  });
});

describe('a report about an issue that there is', () => {
  it('is added to it: no number is drawn and no issue registered', async () => {
    const issueId = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    const before = await intake.stock();
    const again = { issueId, firmCreditCode: creditCodeOf(1), text: '还是没有口罩', requestId: 'again-1' };
    const { id, issue } = await intake.submit({ ...again, channel: 'VISIT' });
    expect([issue.id, (await intake.submit(again)).id]).toEqual([issueId, id]);
    const after = await intake.stock();
    expect(after).toEqual({
      ...before,
      reports: before['reports']! + 1,
      reporters: before['reporters']! + 1,
      events: before['events']! + 1,
    });
    expect((await intake.events(issueId)).at(-1)).toMatchObject({
      version: 2,
      type: 'intake.issue.reported-again.v1',
      event: { data: { issueId, reportId: id, channel: 'VISIT' } },
    });
  });

  it('is added once when it is sent 50 times at once', async () => {
    const issueId = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => intake.submit({ issueId, requestId: 'again-50' })),
    );
    expect([new Set(answers.map(({ id }) => id)).size, (await intake.events(issueId)).length]).toEqual([1, 2]);
  });

  it('says whose issue it is, where nobody knew', async () => {
    const issueId = await intake.registered({ firmName: '没听清' });
    const { issue } = await intake.submit({ issueId, firmCreditCode: creditCodeOf(2) });
    expect(issue).toMatchObject({ firm: { creditCode: creditCodeOf(2) }, firmName: '没听清' });
    expect((await intake.events(issueId)).map(({ type }) => type)).toEqual([
      'intake.issue.registered.v1',
      'intake.issue.matched.v1',
      'intake.issue.reported-again.v1',
    ]);
  });

  it('is refused where the issue is closed, of another firm, or not there', async () => {
    const issueId = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    const before = await intake.stock();
    const nobodyKnows = '01900000-0000-7000-8000-000000000000';
    const ofOther = { code: 'REPORT_ISSUE_OF_OTHER_FIRM', field: 'issueId' };
    const unknown = { code: 'REPORT_ISSUE_UNKNOWN', field: 'issueId' };
    expect(await intake.submit({ issueId, firmCreditCode: creditCodeOf(2) })).toMatchObject(ofOther);
    expect(await intake.submit({ issueId, firmCreditCode: creditCodeOf(9) })).toMatchObject(ofOther);
    expect(await intake.submit({ issueId: nobodyKnows })).toMatchObject(unknown);
    expect(await intake.submit({ issueId: 'x' })).toMatchObject({ code: 'FIELD_MALFORMED', field: 'issueId' });
    expect(await intake.submit({ issueId, channel: 'ONLINE' }, firmNo(2))).toMatchObject(unknown);
    await intake.sql(`update issue set status = 'WRITTEN_OFF', written_off_at = now() where id = $1`, [issueId]);
    expect(await intake.submit({ issueId })).toMatchObject({ code: 'REPORT_ISSUE_CLOSED', field: 'issueId' });
    expect(await intake.stock()).toEqual(before);
  });

  it('gives who took it a hand in the issue: somebody else calls the firm back', async () => {
    const issueId = await intake.dispatched();
    await intake.submit({ issueId }, { ...operator, sub: 'operator-9' });
    await intake.sql(
      `update issue set status = 'SOLVED', solved_at = now(), callback_due_at = now(), callback_policy_version = 1 where id = $1`,
      [issueId],
    );
    const [taker, other] = ['operator-9', 'operator-8'].map((sub) => ({ ...operator, sub }));
    expect(await intake.callBack(issueId, undefined, taker)).toMatchObject({ code: 'ISSUE_HANDLED_BY_CALLER' });
    expect(await intake.callBack(issueId, undefined, other)).toMatchObject({ status: 'WRITTEN_OFF' });
  });

  it('comes from the firm itself too', async () => {
    const issueId = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    expect((await intake.submit({ issueId, channel: 'ONLINE' }, firmNo(1))).issue.id).toBe(issueId);
  });
});
