import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { county } from './builders.ts';
import { commander, labourLead, putCommonTask, putTask, statementsOf, testingLead, withoutJobs } from './world.ts';

const [busy, calm, other] = ['330226110', '330226111', '330226112'];
const acceptedAt = county('2020-02-14 10:00');
const clock = fixedClock(county('2020-02-14 12:00'));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  const { db } = booted.schema;
  const inTime = { townCode: busy, dispatchedAt: county('2020-02-14 11:00') };
  await putTask(db, inTime);
  await putTask(db, { ...inTime, taskForceCode: 'LABOUR' });
  await putTask(db, { townCode: busy });
  const late = await putTask(db, { townCode: busy });
  await putTask(db, { townCode: busy, acceptedAt, proposedAt: county('2020-02-14 11:00') });
  const done = { townCode: busy, acceptedAt, proposedAt: county('2020-02-14 11:00') };
  await putTask(db, { ...done, status: 'CLOSED', closedAt: acceptedAt, closedBecause: 'WRITTEN_OFF' });
  await putTask(db, { ...done, status: 'CANCELLED', cancelledAt: acceptedAt, cancelledBecause: 'MERGED' });
  await putTask(db, { townCode: other, dispatchedAt: county('2020-02-14 11:00') });
  await putCommonTask(db, { dispatchedAt: county('2020-02-14 11:00') });
  await booted.service.app.get(UrgeOverdue).run();
  const accept = `mutation { acceptTask(input: { taskId: "${late.id}" }) { ... on Task { status } } }`;
  expect((await booted.ask(accept, {}, testingLead)).data).toEqual({ acceptTask: { status: 'ACCEPTED' } });
});
afterAll(() => booted?.stop());

async function towns(asker: Asker, codes = [busy, calm, other]): Promise<unknown[]> {
  const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Town { tasks { open overdue urged } } } }`;
  const of = codes.map((code) => ({ __typename: 'Town', code }));
  const { data, errors } = await booted.ask<{ _entities: { tasks: unknown }[] }>(asked, { of }, asker);
  expect(errors).toBeUndefined();
  return data!._entities.map(({ tasks }) => tasks);
}

const none = { open: 0, overdue: 0, urged: 0 };
const one = { ...none, open: 1 };

describe('the tasks of a town', () => {
  it('are counted as open, overdue and urged, those of a town without any as none', async () => {
    expect(await towns(commander)).toEqual([{ open: 5, overdue: 1, urged: 2 }, none, one]);
  });

  it.each([
    [testingLead, [{ open: 4, overdue: 1, urged: 2 }, none, one]],
    [labourLead, [one, none, none]],
    [{ sub: 'd', roles: ['DEPARTMENT'], town: other }, [null, null, one]],
    [{ sub: 'd', roles: ['DEPARTMENT'] }, [{ open: 5, overdue: 1, urged: 2 }, none, one]],
  ] as [Asker, unknown[]][])('are shown to %j as far as it may see them', async (asker, seen) => {
    expect(await towns(asker)).toEqual(seen);
  });

  it('are urged by hand or for a missed deadline, on the map and on the board alike, and a transfer brings no notice along', async () => {
    const byHand = await putTask(booted.service.db, { townCode: calm, dispatchedAt: county('2020-02-14 11:30') });
    const ask = async (document: string, asker: Asker) => (await booted.ask<object>(document, {}, asker)).data!;
    const urge = `mutation { urgeTask(input: { taskId: "${byHand.id}", reason: "企业明日开工" }) { ... on UrgingNotice { ordinal } } }`;
    expect(await ask(urge, commander)).toEqual({ urgeTask: { ordinal: null } });
    const alike = async (town: string) => {
      const { taskBoard } = (await ask(`{ taskBoard(town: "${town}") { open urged } }`, commander)) as {
        taskBoard: { open: number; urged: number }[];
      };
      const sum = (what: 'open' | 'urged') => taskBoard.reduce((all, each) => all + each[what], 0);
      const [map] = (await towns(commander, [town])) as [{ open: number; urged: number }];
      expect([sum('open'), sum('urged')]).toEqual([map.open, map.urged]);
      return map;
    };
    expect(await alike(calm)).toEqual({ open: 1, overdue: 0, urged: 1 });
    expect(await alike(busy)).toEqual({ open: 5, overdue: 1, urged: 2 });
    const hand = `mutation { acceptTask(input: { taskId: "${byHand.id}" }) { __typename }
      transferTask(input: { taskId: "${byHand.id}", taskForce: "LABOUR", reason: "属用工事项" }) { __typename } }`;
    expect(await ask(hand, testingLead)).toEqual({
      acceptTask: { __typename: 'Task' },
      transferTask: { __typename: 'Task' },
    });
    expect(await alike(calm)).toEqual({ open: 1, overdue: 0, urged: 0 });
  });

  it('of all towns take one statement', async () => {
    const seen = statementsOf(booted);
    await towns(
      commander,
      Array.from({ length: 18 }, (_, i) => String(330226100 + i)),
    );
    expect(seen).toHaveLength(1);
  });

  it.each(['FIRM', 'INSPECTOR', 'ADMIN'])('are not for %s', async (role) => {
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Town { tasks { open } } } }`;
    const asker = { sub: 'x', roles: [role], firm: '91330226MA2AG00014' };
    const { errors } = await booted.ask(asked, { of: [{ __typename: 'Town', code: busy }] }, asker);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
