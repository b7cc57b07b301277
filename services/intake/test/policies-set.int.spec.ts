import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { deciding } from './deciding.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { admin, analyst, commander } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock: fixedClock('2020-02-14T02:00:00.000Z') });
});
afterAll(() => intake.stop());

const WHOLE = `callback { withinMinutes attempts attemptDays againAfterMinutes } likenessVersion
  likeness { domain alike duplicate firms windowHours duplicateDays } batchVersion doubtfulBelow`;

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
      batchVersion: 1,
      doubtfulBelow: 0.5,
    });
  });

  it('how soon a firm is called back holds for what is answered from then on', async () => {
    const { answer } = deciding(intake);
    const before = await intake.registered();
    await answer(before);
    const callback = { withinMinutes: 60, attempts: 2, attemptDays: 1, againAfterMinutes: [30] };
    expect(await set('Callback', callback, commander)).toMatchObject({ callback });
    const after = await intake.registered();
    await answer(after);
    const rows = await intake.sql('select callback_due_at from issue where id = any($1) order by registered_at, id', [
      [before, after],
    ]);
    expect(rows).toEqual([
      { callback_due_at: new Date('2020-02-15T02:00:00.000Z') },
      { callback_due_at: new Date('2020-02-14T03:00:00.000Z') },
    ]);
  });

  it('how alike is enough is a new version, and the one before stays', async () => {
    const lines = [
      { ...rest, domain: null },
      { ...rest, domain: 'LABOUR', firms: 5 },
    ];
    expect(await set('Likeness', { lines }, analyst)).toMatchObject({ likenessVersion: 3, likeness: lines });
    expect(await intake.sql('select distinct version from likeness_policy order by 1')).toEqual([
      { version: 1 },
      { version: 2 },
      { version: 3 },
    ]);
  });

  it('when a batch doubts is a new version too; twenty at once make twenty', async () => {
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, i) => set<{ batchVersion: number }>('Batch', { doubtfulBelow: i / 100 })),
    );
    expect(said.map(({ batchVersion }) => batchVersion).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 2),
    );
  });

  it.each([
    ['Callback', { withinMinutes: 0, attempts: 3, attemptDays: 2, againAfterMinutes: [1] }, 'withinMinutes'],
    ['Callback', { withinMinutes: 60, attempts: 2, attemptDays: 3, againAfterMinutes: [1] }, 'attemptDays'],
    ['Callback', { withinMinutes: 60, attempts: 2, attemptDays: 1, againAfterMinutes: [] }, 'againAfterMinutes'],
    ['Likeness', { lines: [{ ...rest, alike: 1.5 }] }, 'lines.0.alike'],
    ['Likeness', { lines: [{ ...rest, firms: 1 }] }, 'lines.0.firms'],
    ['Likeness', { lines: [{ ...rest, domain: 'LABOUR' }] }, 'lines'],
    ['Batch', { doubtfulBelow: -0.1 }, 'doubtfulBelow'],
  ] as const)('set%sPolicy refuses %j, naming %s, and changes nothing', async (what, input, field) => {
    const before = await inForce();
    expect(await set(what, input)).toMatchObject({ code: expect.any(String), field });
    expect(await inForce()).toEqual(before);
  });
});
