import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { migrate } from '@qifutong/platform/migrate';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema } from '@qifutong/testkit/schema';
import { intake as definition } from '../src/service.ts';
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

  const refusal = { extensions: { code: 'FORBIDDEN' } };
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
      const { errors } = await intake.ask(query, { issues }, leadOf('MATERIALS'));
      expect(errors?.[0]).toMatchObject(refusal);
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
    expect(errors?.[0]).toMatchObject(refusal);
    expect(JSON.stringify(data ?? null)).not.toContain('村口');
  });
});

describe('the migration', () => {
  const idOf = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
  const toCallBack = { callback_due_at: now, callback_policy_version: 1 };
  const answered = { status: 'ANSWERED', answer: '凭复工备案即可', solved_at: now, ...toCallBack };
  const into = (n: number) => ({
    status: 'MERGED',
    former_status: 'ANSWERED',
    merged_into: idOf(n),
    callback_due_at: null,
  });

  it('carries over the answers that stand, to where their issues live on, and the notes that stand', async () => {
    const before = definition.migrations.filter(({ name }) => name !== 'AnswersKept1700000000028');
    const schema = await freshSchema({ ...definition, migrations: before });
    const sql = (text: string, values: unknown[] = []) => schema.db.source.query<unknown[]>(text, values);
    const anOld = {
      ...{
        version: 1,
        status: 'REGISTERED',
        round: 1,
        channel: 'HOTLINE',
        urgency: 'NORMAL',
        first_contact_sub: 'operator-1',
      },
      ...{
        first_contact_name: '接线员甲',
        handled_by: ['operator-1'],
        registered_at: now,
        changed_at: now,
        changed_on: '2020-02-14',
      },
      ...{ loaded: false, review_due: false, opted_out: false, unreached: false },
    };
    const put = (n: number, what: object) =>
      sql(
        `insert into issue select * from jsonb_populate_record(null::issue, to_jsonb($1::json) || jsonb_build_object('number', '20200214-000' || $2))`,
        [{ ...anOld, id: idOf(n), ...what }, n],
      );
    await put(1, { ...answered, round: 2 });
    await put(2, {});
    await put(3, { ...answered, ...into(2) });
    await put(4, { ...answered, answer: '明日送到', ...into(3) });
    await put(5, { status: 'REJECTED', status_reason: 'OUTSIDE_COUNTY', status_note: '在象山县' });
    expect(await migrate(definition, schema.url, schema.schema)).toContain('AnswersKept1700000000028');
    const kept = await sql(
      'select issue_id, first_issue_id, round, answer, answered_by, answered_at from issue_answer order by coalesce(first_issue_id, issue_id)',
    );
    const told = { round: 1, answer: given.answer, answered_by: null, answered_at: new Date(now) };
    expect(kept).toEqual([
      { ...told, issue_id: idOf(1), first_issue_id: null, round: 2 },
      { ...told, issue_id: idOf(2), first_issue_id: idOf(3) },
      { ...told, issue_id: idOf(2), first_issue_id: idOf(4), answer: '明日送到' },
    ]);
    expect(await sql('select to_status, note from issue_move where note is not null')).toEqual([
      { to_status: 'REJECTED', note: '在象山县' },
    ]);
    await schema.drop();
  });
});

it('nobody else is let in by that: an operator still reads all of it', async () => {
  const id = await submitted();
  await by.answer(id);
  expect((await seen(id, operator)).answers).toEqual([given]);
});
