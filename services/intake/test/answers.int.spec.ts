import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst, auditor, caller, commander, departmentOf, firmNo, leadOf, operator } from './people.ts';

const now = '2020-02-14T01:00:00.000Z';
let intake: TestIntake;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake({ clock: fixedClock(now) });
  by = deciding(intake);
  await intake.firms({ creditCode: creditCodeOf(1) });
});
afterAll(() => intake.stop());

const submitted = () => intake.registered({ firmCreditCode: creditCodeOf(1) });
interface Seen {
  readonly answer: string | null;
  readonly answers: readonly object[];
}
const seen = async (id: string, asker = analyst) =>
  (
    await intake.get<{ issue: Seen }>(
      'query ($id: ID!) { issue(id: $id) { answer answers { round answer guidanceVersion at guidance { id } } } }',
      { id },
      asker,
    )
  ).issue;
const given = { round: 1, answer: '凭复工备案即可', guidance: null, guidanceVersion: null, at: now };

describe('what a firm was told on the spot', () => {
  it('stays when the firm says that it is not settled, and is told in no event', async () => {
    const id = await submitted();
    await by.answer(id);
    expect(await seen(id)).toEqual({ answer: given.answer, answers: [given] });
    await intake.callBack(id, { outcome: 'NOT_SETTLED', note: '村口还是不让进' });
    expect(await seen(id)).toEqual({ answer: null, answers: [given] });
    expect(JSON.stringify(await intake.events(id))).not.toContain('凭复工备案');
  });

  it('stays when what was written off is reopened', async () => {
    const id = await submitted();
    await by.answer(id);
    await intake.callBack(id);
    await by.reopen(id);
    expect(await seen(id)).toEqual({ answer: null, answers: [given] });
  });

  it('is seen by whoever sees the answer that stands; who gave it by the centre alone', async () => {
    const id = await submitted();
    await by.answer(id);
    expect((await seen(id, firmNo(1))).answers).toEqual([given]);
    const WHO = 'query ($id: ID!) { issue(id: $id) { answers { by } } }';
    expect(await intake.get(WHO, { id }, auditor)).toEqual({ issue: { answers: [{ by: 'operator-1' }] } });
    const ALL = 'query ($id: ID!) { issue(id: $id) { answers { answer } } }';
    for (const [query, asker] of [[WHO, firmNo(1)] as const, [ALL, departmentOf(null)] as const])
      expect(await intake.ask(query, { id }, asker)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('goes with the issue that is merged, along the whole chain, and comes back with it', async () => {
    const [a, b, c] = [await submitted(), await submitted(), await submitted()];
    await by.answer(a);
    await by.merge(a, b);
    expect([await seen(a), await seen(b)]).toEqual([
      { answer: null, answers: [] },
      { answer: null, answers: [given] },
    ]);
    await by.answer(b, { answer: '明日送到' });
    await by.merge(b, c);
    expect((await seen(c)).answers).toEqual([given, { ...given, answer: '明日送到' }]);
    await by.unmerge(a);
    expect([await seen(a), await seen(b), (await seen(c)).answers]).toEqual([
      { answer: given.answer, answers: [given] },
      { answer: null, answers: [] },
      [{ ...given, answer: '明日送到' }],
    ]);
    await by.unmerge(b);
    expect([await seen(b), await seen(c)]).toEqual([
      { answer: '明日送到', answers: [{ ...given, answer: '明日送到' }] },
      { answer: null, answers: [] },
    ]);
  });
});

describe('the note of a rejection', () => {
  it('stays with the move when the issue is reopened', async () => {
    const id = await submitted();
    await by.reject(id, { reason: 'OUTSIDE_COUNTY', note: '在象山县' });
    await by.reopen(id);
    const query = 'query ($id: ID!) { issue(id: $id) { statusNote moves { to reason note } } }';
    expect(await intake.get(query, { id }, commander)).toEqual({
      issue: {
        statusNote: null,
        moves: [
          { to: 'REGISTERED', reason: null, note: null },
          { to: 'REJECTED', reason: 'OUTSIDE_COUNTY', note: '在象山县' },
          { to: 'REOPENED', reason: '企业来电', note: null },
        ],
      },
    });
  });
});

describe('the task force of the new round', () => {
  const WORDS = `query ($issues: [_Any!]!) { _entities(representations: $issues) { ... on Issue {
    statusReason callbacks { note } moves { to reason } answers { answer } } } }`;
  const words = (id: string, asker: Asker) => intake.ask(WORDS, { issues: [{ __typename: 'Issue', id }] }, asker);
  const member: Asker = { ...leadOf('MATERIALS'), sub: 'member-1', roles: ['TASKFORCE_MEMBER'] };

  it.each([
    ['its lead', leadOf('MATERIALS')],
    ['its member', member],
  ])('reads what the firm said, and why the issue was reopened: %s', async (_, asker) => {
    const id = await submitted();
    await by.answer(id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED', note: '村口还是不让进' }, caller);
    expect((await words(id, asker)).data).toEqual({
      _entities: [
        {
          statusReason: '村口还是不让进',
          callbacks: [{ note: '村口还是不让进' }],
          moves: [
            { to: 'REGISTERED', reason: null },
            { to: 'ANSWERED', reason: null },
            { to: 'REOPENED', reason: '村口还是不让进' },
          ],
          answers: [{ answer: given.answer }],
        },
      ],
    });
  });

  const refusal = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };
  const reopened = async () => {
    const id = await submitted();
    await by.answer(id);
    await intake.callBack(id, { outcome: 'NOT_SETTLED', note: '村口还是不让进' });
    return id;
  };

  it.each(['statusNote', 'moves { note }', 'answers { by }', 'callbacks { calledBy }'])(
    'reads nothing of what the centre keeps to itself: %s',
    async (kept) => {
      const query = `query ($issues: [_Any!]!) { _entities(representations: $issues) { ... on Issue { ${kept} } } }`;
      const issues = [{ __typename: 'Issue', id: await reopened() }];
      expect(await intake.ask(query, { issues }, leadOf('MATERIALS'))).toMatchObject(refusal);
      expect((await intake.ask(query, { issues }, auditor)).errors).toBeUndefined();
    },
  );

  it.each([
    ['by id', 'query ($id: ID!) { issue(id: $id) { callbacks { note } } }'],
    ['in its list', '{ issues(first: 1) { nodes { callbacks { note } } } }'],
    ["in the firm's file", `{ firm(creditCode: "${creditCodeOf(1)}") { issues { nodes { callbacks { note } } } } }`],
  ])('comes to an issue by its own tasks alone, and reads none %s', async (_, query) => {
    const variables = query.startsWith('query') ? { id: await reopened() } : {};
    const { data, errors } = await intake.ask<unknown>(query, variables, leadOf('LABOUR'));
    expect(errors).toMatchObject(refusal.errors);
    expect(JSON.stringify(data ?? null)).not.toContain('村口');
  });
});

it('nobody else is let in by that: an operator still reads all of it', async () => {
  const id = await submitted();
  await by.answer(id);
  expect((await seen(id, operator)).answers).toEqual([given]);
});
