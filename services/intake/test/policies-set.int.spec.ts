import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { admin, analyst, auditor, commander } from './people.ts';

const clock = fixedClock('2020-02-14T02:00:00.000Z');
let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock });
});
afterAll(() => intake.stop());

const WHOLE = `callback { version setBy withinMinutes attempts attemptDays againAfterMinutes } likenessVersion
  likeness { domain alike duplicate firms windowHours duplicateDays } batchVersion doubtfulBelow batchLines { domain doubtfulBelow }`;

async function set<T = object>(
  what: 'Callback' | 'Likeness' | 'Batch',
  input: object,
  asker: Asker = admin,
): Promise<T> {
  const document = `mutation ($input: Set${what}PolicyInput!) { said: set${what}Policy(input: $input) {
    ... on IntakePolicy { ${WHOLE} } ... on PolicyRejection { code field } } }`;
  return (await intake.get<{ said: T }>(document, { input }, asker)).said;
}
const rest = { alike: 0.5, duplicate: 0.25, firms: 4, windowHours: 48, duplicateDays: 7 };
const inForce = async () =>
  (await intake.get<{ intakePolicy: object }>(`{ intakePolicy { ${WHOLE} } }`, {}, analyst)).intakePolicy;

describe('what people may set', () => {
  it('is asked by those who work by it', async () => {
    expect(await inForce()).toMatchObject({
      callback: { withinMinutes: 1440, attempts: 3, attemptDays: 2, againAfterMinutes: [120, 1440] },
      likenessVersion: 2,
      batchVersion: 2,
      doubtfulBelow: 0.5,
      batchLines: [
        { domain: 'MATERIALS', doubtfulBelow: 0.54 },
        { domain: 'OTHER', doubtfulBelow: 0.56 },
      ],
    });
  });

  it('how soon a firm is called back holds for what is answered from then on', async () => {
    const { answer } = deciding(intake);
    const before = await intake.registered();
    await answer(before);
    const limits = { withinMinutes: 60, attempts: 2, attemptDays: 1, againAfterMinutes: [30] };
    const callback = { ...limits, version: 2, setBy: commander.sub };
    expect(await set('Callback', { ...limits, expectedVersion: 1 }, commander)).toMatchObject({ callback });
    const after = await intake.registered();
    await answer(after);
    const rows = await intake.sql(
      'select callback_due_at, callback_policy_version from issue where id = any($1) order by registered_at, id',
      [[before, after]],
    );
    expect(rows).toEqual([
      { callback_due_at: new Date('2020-02-15T02:00:00.000Z'), callback_policy_version: 1 },
      { callback_due_at: new Date('2020-02-14T03:00:00.000Z'), callback_policy_version: 2 },
    ]);
  });

  it('a firm that was told before is called back by the version of then', async () => {
    const { answer, follow, writeOff } = deciding(intake);
    const id = await intake.registered();
    await answer(id);
    expect(await follow(id)).toMatchObject({ callbackPolicyVersion: 2 });
    await set('Callback', { withinMinutes: 1440, attempts: 3, attemptDays: 2, againAfterMinutes: [120, 1440] });
    for (const after of ['02:30', '03:00']) {
      await intake.callBack(id, { outcome: 'NOT_REACHED' });
      expect(await follow(id)).toMatchObject({ callAgainAt: `2020-02-14T${after}:00.000Z` });
      clock.set(`2020-02-14T${after}:00.000Z`);
    }
    expect(await writeOff(id)).toMatchObject({ status: 'WRITTEN_OFF' });
    expect(await follow(id)).toMatchObject({ callbackDueAt: null, callbackPolicyVersion: 2 });
  });

  it('how alike is enough is a new version, and the one before stays', async () => {
    const lines = [
      { ...rest, domain: null },
      { ...rest, domain: 'LABOUR', firms: 5 },
    ];
    expect(await set('Likeness', { lines }, analyst)).toMatchObject({ likenessVersion: 3, likeness: lines });
    expect(await intake.sql('select version, set_by from likeness_policy_version order by 1')).toEqual([
      { version: 1, set_by: null },
      { version: 2, set_by: null },
      { version: 3, set_by: analyst.sub },
    ]);
  });

  it('when a batch doubts is a new version too; twenty at once make twenty', async () => {
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, i) => set<{ batchVersion: number }>('Batch', { doubtfulBelow: i / 100 })),
    );
    expect(said.map(({ batchVersion }) => batchVersion).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 3),
    );
  });

  it('when a batch doubts is said for each domain that differs; who says nothing of them leaves them as they are', async () => {
    const batchLines = [
      { domain: 'LABOUR', doubtfulBelow: 0.75 },
      { domain: 'PASSAGE', doubtfulBelow: 0.25 },
    ];
    expect(await set('Batch', { doubtfulBelow: 0.5, lines: batchLines })).toMatchObject({ batchLines });
    expect(await set('Batch', { doubtfulBelow: 0.5 })).toMatchObject({ batchVersion: 24, batchLines });
    expect(await set('Batch', { doubtfulBelow: 0.5, lines: [] })).toMatchObject({ batchLines: [] });
    const { then } = await intake.get<object & { then: object }>(
      '{ then: batchPolicy(version: 23) { doubtfulBelow lines { domain doubtfulBelow } } }',
      {},
      auditor,
    );
    expect(then).toEqual({ doubtfulBelow: 0.5, lines: batchLines });
  });

  it('every version stays to be asked for, with who set it and when, and is announced once', async () => {
    const versions = await intake.get<object>(
      `{ first: callbackPolicy(version: 1) { version withinMinutes setBy } second: callbackPolicy(version: 2) { version withinMinutes setBy setAt }
         newest: callbackPolicy { version } none: callbackPolicy(version: 99) { version }
         alike: likenessPolicy(version: 3) { version setBy lines { domain firms } } all: likenessPolicy { version }
         batch: batchPolicy(version: 3) { version setBy } doubt: batchPolicy { version } }`,
      {},
      auditor,
    );
    expect(versions).toEqual({
      first: { version: 1, withinMinutes: 1440, setBy: null },
      second: { version: 2, withinMinutes: 60, setBy: commander.sub, setAt: '2020-02-14T02:00:00.000Z' },
      newest: { version: 3 },
      none: null,
      alike: {
        version: 3,
        setBy: analyst.sub,
        lines: [
          { domain: null, firms: 4 },
          { domain: 'LABOUR', firms: 5 },
        ],
      },
      all: { version: 3 },
      batch: { version: 3, setBy: admin.sub },
      doubt: { version: 25 },
    });
    const told = await intake.sql(
      `select event->>'type' as type, count(*)::int as count, max(version) as newest from event_log where event->>'type' like '%policy%' group by 1 order by 1`,
    );
    expect(told).toEqual([
      { type: 'intake.batch-policy.set.v1', count: 23, newest: 25 },
      { type: 'intake.callback-policy.set.v1', count: 2, newest: 3 },
      { type: 'intake.likeness-policy.set.v1', count: 1, newest: 3 },
    ]);
  });

  it.each([
    ['Callback', { expectedVersion: 1, withinMinutes: 60, attempts: 2, attemptDays: 1, againAfterMinutes: [1] }],
    ['Likeness', { expectedVersion: 4, lines: [{ ...rest }] }],
    ['Batch', { expectedVersion: 1, doubtfulBelow: 0.5 }],
  ] as const)('set%sPolicy is refused where another version was set meanwhile', async (what, input) => {
    const before = await inForce();
    expect(await set(what, input)).toEqual({ code: 'POLICY_CHANGED', field: 'expectedVersion' });
    expect(await inForce()).toEqual(before);
  });

  it.each([
    ['Callback', { withinMinutes: 0, attempts: 3, attemptDays: 2, againAfterMinutes: [1] }, 'withinMinutes'],
    ['Callback', { withinMinutes: 60, attempts: 2, attemptDays: 3, againAfterMinutes: [1] }, 'attemptDays'],
    ['Callback', { withinMinutes: 60, attempts: 2, attemptDays: 1, againAfterMinutes: [] }, 'againAfterMinutes'],
    ['Likeness', { lines: [{ ...rest, alike: 1.5 }] }, 'lines.0.alike'],
    ['Likeness', { lines: [{ ...rest, firms: 1 }] }, 'lines.0.firms'],
    ['Likeness', { lines: [{ ...rest, domain: 'LABOUR' }] }, 'lines'],
    ['Batch', { doubtfulBelow: -0.1 }, 'doubtfulBelow'],
    ['Batch', { doubtfulBelow: 0.5, lines: [{ domain: 'LABOUR', doubtfulBelow: 1.1 }] }, 'lines.0.doubtfulBelow'],
    [
      'Batch',
      {
        doubtfulBelow: 0.5,
        lines: [
          { domain: 'LABOUR', doubtfulBelow: 0.5 },
          { domain: 'LABOUR', doubtfulBelow: 0.6 },
        ],
      },
      'lines.1.domain',
    ],
  ] as const)('set%sPolicy refuses %j, naming %s, and changes nothing', async (what, input, field) => {
    const before = await inForce();
    expect(await set(what, input)).toMatchObject({ code: expect.any(String), field });
    expect(await inForce()).toEqual(before);
  });
});
