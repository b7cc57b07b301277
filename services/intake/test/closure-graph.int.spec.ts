import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { ClosingService } from '../src/closure/closing.service.ts';
import { bootIntake, type Refused, type TestIntake } from './intake.ts';
import { analyst, commander, departmentOf } from './people.ts';

const DAY = '2020-02-14';
const clock = fixedClock(`${DAY}T04:00:00Z`);
let intake: TestIntake;
let first: string;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  first = await intake.registered({ townCode: '330226110' });
  await intake.registered({ townCode: '330226202' });
  clock.set('2020-02-15T04:00:00Z');
  await intake.service.app.get(ClosingService).closeEndedDays();
  await intake.triage(first);
  await intake.dispatch(first);
});
afterAll(() => intake.stop());

const FIELDS = `day frozenAt overall { carriedIn registered carriedOver reports } lines(dimension: TOWN) { dimension key registered carriedOver }
  carriedOver(first: 1) { nodes { number reason status registeredAt taskForceCode issue { id } town { name } } pageInfo { hasNextPage endCursor } }
  addenda { text addedBy } signature { signedBy name remark signedAt }`;
interface Seen {
  readonly day: string;
  readonly frozenAt: string | null;
  readonly overall: object;
  readonly lines: readonly object[];
  readonly carriedOver: { nodes: { number: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  readonly addenda: readonly object[];
  readonly signature: object | null;
}
const ofDay = async (day: string, asker = commander) =>
  (
    await intake.get<{ it: Seen | null }>(
      `query ($day: Date!) { it: dailyClosure(day: $day) { ${FIELDS} } }`,
      { day },
      asker,
    )
  ).it;
const mutate = async (what: 'signDailyClosure' | 'addAddendum', input: object, asker = commander) => {
  const type = what === 'signDailyClosure' ? 'SignDailyClosureInput' : 'AddAddendumInput';
  const query = `mutation ($input: ${type}!) { it: ${what}(input: $input) {
    ... on DailyClosure { ${FIELDS} } ... on DailyClosureRejection { code message field } } }`;
  return (await intake.get<{ it: Partial<Seen & Refused> }>(query, { input }, asker)).it;
};

describe("a day's account in the graph", () => {
  it('that is frozen', async () => {
    expect(await ofDay(DAY)).toMatchObject({
      day: DAY,
      frozenAt: '2020-02-15T04:00:00.000Z',
      overall: { carriedIn: 0, registered: 2, carriedOver: 2, reports: 2 },
      lines: [
        { dimension: 'TOWN', key: '330226110', registered: 1, carriedOver: 1 },
        { dimension: 'TOWN', key: '330226202', registered: 1, carriedOver: 1 },
      ],
      carriedOver: { nodes: [{ reason: 'AWAITING_TRIAGE', status: 'REGISTERED', taskForceCode: null }] },
      addenda: [],
      signature: null,
    });
  });

  it('that still runs, as it stands, page by page', async () => {
    const today = (await ofDay('2020-02-15'))!;
    expect(today).toMatchObject({
      frozenAt: null,
      overall: { carriedIn: 2, registered: 0, carriedOver: 2, reports: 0 },
      carriedOver: { nodes: [{ reason: 'AWAITING_DISPATCH', issue: { id: first }, town: { name: '强蛟镇' } }] },
    });
    const query = `query ($after: String) { it: dailyClosure(day: "2020-02-15") { carriedOver(first: 5, after: $after) { nodes { number } pageInfo { hasNextPage } } } }`;
    const { it: next } = await intake.get<{ it: Pick<Seen, 'carriedOver'> }>(
      query,
      { after: today.carriedOver.pageInfo.endCursor },
      commander,
    );
    expect(next.carriedOver).toEqual({ nodes: [{ number: '20200214-0002' }], pageInfo: { hasNextPage: false } });
  });

  it.each(['2020-02-13', '2020-02-16'])('of %s there is none', async (day) => {
    expect(await ofDay(day)).toBeNull();
  });

  it('is listed, latest first, and no alarm is', async () => {
    const listed = await intake.get('{ dailyClosures { nodes { day } } dailyClosureAlarms { day } }', {}, commander);
    expect(listed).toEqual({ dailyClosures: { nodes: [{ day: DAY }] }, dailyClosureAlarms: [] });
  });

  it('is printed, escaped', async () => {
    await mutate('addAddendum', { day: DAY, text: '<img src=x>' }, analyst);
    const { it: closure } = await intake.get<{ it: { printable: string } }>(
      `{ it: dailyClosure(day: "${DAY}") { printable } }`,
      {},
      commander,
    );
    expect(closure.printable).toContain('&lt;img src=x&gt;');
    expect(closure.printable).toContain('强蛟镇');
  });
});

describe('a commander', () => {
  it('signs a frozen day, once of ten at a time', async () => {
    const tries = Array.from({ length: 10 }, (_, i) =>
      mutate('signDailyClosure', { day: DAY, remark: '已阅' }, { ...commander, sub: `commander-${i}` }),
    );
    const said = await Promise.all(tries);
    expect(said.map(({ code }) => code ?? 'SIGNED').toSorted()).toEqual([
      ...Array.from({ length: 9 }, () => 'DAILY_CLOSURE_SIGNED'),
      'SIGNED',
    ]);
    const { signature } = (await ofDay(DAY))!;
    expect(signature).toMatchObject({ name: '指挥长', remark: '已阅', signedAt: '2020-02-15T04:00:00.000Z' });
    const events = await intake.events(DAY);
    expect(events.map(({ version, type }) => [version, type])).toEqual([
      [1, 'intake.daily-closure.frozen.v1'],
      [2, 'intake.daily-closure.signed.v1'],
    ]);
  });

  it.each(['signDailyClosure', 'addAddendum'] as const)('is refused: %s of a day that is not closed', async (what) => {
    expect(await mutate(what, { day: '2020-02-15', ...(what === 'addAddendum' ? { text: '更正' } : {}) })).toEqual({
      code: 'DAILY_CLOSURE_NOT_FROZEN',
      field: 'day',
      message: 'day: 当日尚未日结',
    });
  });

  it.each([
    ['addAddendum', { text: ' ' }, 'FIELD_REQUIRED', 'text'],
    ['addAddendum', { text: '字'.repeat(4_001) }, 'FIELD_TOO_LONG', 'text'],
    ['signDailyClosure', { remark: '字'.repeat(2_001) }, 'FIELD_TOO_LONG', 'remark'],
  ] as const)('is refused: %s with %j', async (what, input, code, field) => {
    expect(await mutate(what, { day: DAY, ...input })).toMatchObject({ code, field });
  });
});

describe('an addendum', () => {
  it('is added to a frozen day, signed or not, and changes none of its numbers', async () => {
    const before = await ofDay(DAY);
    const after = await mutate('addAddendum', { day: DAY, text: '晚到一件,计入次日' }, analyst);
    expect(after).toEqual({
      ...before,
      addenda: [...before!.addenda, { text: '晚到一件,计入次日', addedBy: 'analyst-1' }],
    });
  });
});

it('is not for a department', async () => {
  const { errors } = await intake.ask(`{ dailyClosure(day: "${DAY}") { day } }`, {}, departmentOf(null));
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
