import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, caller, firmNo, operator } from './people.ts';

const clock = fixedClock('2020-02-14T01:00:00.000Z');
let intake: TestIntake;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  by = deciding(intake);
  await intake.firms({ creditCode: creditCodeOf(1) });
});
afterAll(() => intake.stop());

const types = async (id: string) => (await intake.events(id)).map(({ type }) => type.replace('intake.issue.', ''));

describe('an answer on the spot', () => {
  it('is kept, announced without its words, and to be called back by somebody else', async () => {
    const id = await intake.registered();
    expect(await by.answer(id, { domain: 'PASSAGE' })).toMatchObject({ status: 'ANSWERED', round: 1 });
    expect(await by.follow(id)).toMatchObject({
      domain: 'PASSAGE',
      answer: '凭复工备案即可',
      callbackDueAt: '2020-02-15T01:00:00.000Z',
    });
    expect(await intake.callBack(id, { outcome: 'SETTLED' }, operator)).toMatchObject({
      code: 'ISSUE_HANDLED_BY_CALLER',
    });
    expect(await intake.callBack(id)).toMatchObject({ status: 'WRITTEN_OFF' });
    expect(await types(id)).toEqual(['registered.v1', 'answered.v1', 'written-off.v1']);
    expect(JSON.stringify(await intake.events(id))).not.toContain('凭复工备案');
  });

  it('that did not settle it begins a new round with what the firm said', async () => {
    const id = await intake.registered();
    await by.answer(id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED', satisfaction: 'DISSATISFIED', note: '村口还是不让进' });
    expect(await by.follow(id)).toMatchObject({
      status: 'REOPENED',
      round: 2,
      answer: null,
      statusReason: '村口还是不让进',
    });
    expect(JSON.stringify(await intake.events(id))).not.toContain('村口');
  });

  it.each([
    ['without words', { answer: ' ' }, 'FIELD_REQUIRED', 'answer'],
    ['of 4,001 characters', { answer: '字'.repeat(4_001) }, 'FIELD_TOO_LONG', 'answer'],
    ['by a guidance that is none', { guidanceId: 'x' }, 'FIELD_MALFORMED', 'guidanceId'],
    [
      'by a guidance that nobody published',
      { guidanceId: '01900000-0000-7000-8000-0000000000e1' },
      'GUIDANCE_NOT_FOUND',
      'guidanceId',
    ],
  ])('%s is refused, and changes nothing', async (_, what, code, field) => {
    const id = await intake.registered();
    expect(await by.answer(id, what)).toMatchObject({ code, field });
    expect(await by.follow(id)).toMatchObject({ status: 'REGISTERED' });
  });
});

describe('a rejection', () => {
  it('has a reason of the list, which the firm sees, and a note, which it does not', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    expect(await by.reject(id, { reason: 'OUTSIDE_COUNTY', note: '在象山县' })).toMatchObject({ status: 'REJECTED' });
    expect(await by.follow(id)).toMatchObject({
      rejectionReason: 'OUTSIDE_COUNTY',
      statusReason: 'OUTSIDE_COUNTY',
      statusNote: '在象山县',
    });
    const query = `query ($id: ID!) { issue(id: $id) { rejectionReason } }`;
    expect(await intake.get(query, { id }, firmNo(1))).toEqual({ issue: { rejectionReason: 'OUTSIDE_COUNTY' } });
    expect(await intake.ask(`query ($id: ID!) { issue(id: $id) { statusNote } }`, { id }, firmNo(1))).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await types(id)).toEqual(['registered.v1', 'rejected.v1']);
  });

  it('is not to be had for a reason that is not on the list', async () => {
    const id = await intake.registered();
    const query = 'mutation ($input: RejectIssueInput!) { rejectIssue(input: $input) { __typename } }';
    const answer = await intake.ask(query, { input: { issueId: id, reason: 'NOT_OUR_BUSINESS' } }, analyst);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('is undone by reopening: readmitted in a new round, then dispatched like any other', async () => {
    const id = await intake.registered();
    await by.reject(id);
    expect(await by.reopen(id)).toMatchObject({ status: 'REOPENED', round: 2 });
    expect(await by.follow(id)).toMatchObject({ rejectionReason: null, statusReason: '企业来电' });
    await intake.triage(id);
    expect(await intake.dispatch(id)).toMatchObject({ status: 'DISPATCHED', round: 2 });
    expect(await by.follow(id)).toMatchObject({ statusReason: null });
    expect(await types(id)).toEqual(['registered.v1', 'rejected.v1', 'readmitted.v1', 'triaged.v1', 'dispatched.v1']);
  });
});

describe('reopening', () => {
  it('takes back a write-off, and who reopened has handled it', async () => {
    const id = await intake.registered();
    await by.answer(id);
    await intake.callBack(id);
    expect(await by.reopen(id)).toMatchObject({ status: 'REOPENED', round: 2 });
    const [row] = await intake.sql<{ handled_by: string[] }>('select handled_by from issue where id = $1', [id]);
    expect(row?.handled_by).toEqual(['operator-1', 'analyst-1']);
    const last = (await intake.events(id)).at(-1);
    expect([last?.type, last?.event.data['formerStatus']]).toEqual(['intake.issue.readmitted.v1', 'WRITTEN_OFF']);
  });

  it.each([
    ['REGISTERED', 'reopen'],
    ['MERGED', 'reopen'],
  ])('of a %s issue is refused, naming state and move', async (status, move) => {
    const [id, into] = [await intake.registered(), await intake.registered()];
    if (status === 'MERGED') await by.merge(id, into);
    const { number } = await by.follow(id);
    expect(await by.reopen(id)).toEqual({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      field: null,
      message: `问题 ${number} 处于 ${status} 状态,不能执行 ${move}`,
    });
  });

  it('needs a reason', async () => {
    expect(await by.reopen(await intake.registered(), ' ')).toMatchObject({ code: 'FIELD_REQUIRED', field: 'reason' });
  });
});

describe('an issue that no batch may touch', () => {
  it('is marked, and unmarked', async () => {
    const id = await intake.registered();
    await by.decide('setOptOut', { issueId: id, optedOut: true }, analyst);
    expect(await by.follow(id)).toMatchObject({ optedOut: true });
    await by.decide('setOptOut', { issueId: id, optedOut: false }, analyst);
    expect(await by.follow(id)).toMatchObject({ optedOut: false });
  });
});

describe('the timeline of an issue', () => {
  it('tells every change of its status, when, on which day of the account, and why', async () => {
    clock.set('2020-02-14T15:59:59.999Z');
    const id = await intake.registered();
    clock.set('2020-02-14T16:00:00.000Z');
    await by.answer(id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED', note: '还是不行' });
    await intake.triage(id);
    expect((await by.follow(id)).moves).toEqual(
      [
        { from: null, to: 'REGISTERED', at: '2020-02-14T15:59:59.999Z', bookedOn: '2020-02-14', reason: null },
        { from: 'REGISTERED', to: 'ANSWERED', at: '2020-02-14T16:00:00.000Z', bookedOn: '2020-02-15', reason: null },
        {
          from: 'ANSWERED',
          to: 'REOPENED',
          at: '2020-02-14T16:00:00.000Z',
          bookedOn: '2020-02-15',
          reason: '还是不行',
        },
      ].map((move) => ({ ...move, fromTaskForce: null, toTaskForce: null })),
    );
  });
});

describe('an issue by its number', () => {
  const query = 'query ($number: String!) { issueByNumber(number: $number) { id } }';

  it('is found by whom may see it', async () => {
    const id = await intake.registered({ firmCreditCode: creditCodeOf(1) });
    const { number } = await by.follow(id);
    expect(await intake.get(query, { number }, caller)).toEqual({ issueByNumber: { id } });
    expect(await intake.get(query, { number }, firmNo(1))).toEqual({ issueByNumber: { id } });
    expect(await intake.get(query, { number }, firmNo(2))).toEqual({ issueByNumber: null });
  });

  it.each(['20200214-9999', '42', '', '\u0000'])('is null where there is none: %j', async (number) => {
    expect(await intake.get(query, { number }, caller)).toEqual({ issueByNumber: null });
  });
});
