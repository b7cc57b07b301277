import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, gatewayHeaders, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { enrolled, inspectOn, inspector, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { commander, decideAs, firmOf } from './process-asks.ts';

const clock = fixedClock('2020-02-20T00:30:00.000Z');

let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock });
});
afterAll(() => booted.stop());

async function board(creditCode: string, asGateway = true) {
  const headers = asGateway ? await gatewayHeaders(booted.issuer, inspector) : {};
  return booted.service.app.inject({ method: 'GET', url: `/sign-boards/${creditCode}`, headers });
}

describe("a firm's sign board", () => {
  it('has the light, since when, and the results of the last inspection with its day', async () => {
    const firm = await enrolled(booted);
    await inspectOn(booted, firm, 14, 0);
    await inspectOn(booted, firm, 15, 2);
    const answer = await board(firm);
    const told = answer.json<{ results: { titleZh: string; titleEn: string; result: string }[] }>();
    expect(told).toEqual({
      colour: 'YELLOW',
      since: '2020-02-15T01:00:00.000Z',
      inspectedOn: '2020-02-15',
      results: expect.any(Array),
    });
    expect(told.results.map(({ result }) => result)).toEqual(['UNMET', 'UNMET', ...Array<string>(10).fill('MET')]);
    expect(told.results[1]).toEqual({ titleZh: '全员佩戴口罩', titleEn: 'Masks are worn', result: 'UNMET' });
  });

  it('is not there before the first inspection, nor for what is no firm', async () => {
    const firm = await enrolled(booted);
    expect([(await board(firm)).statusCode, (await board('42')).statusCode]).toEqual([404, 404]);
  });

  it('is hung out by an applicant once it is accepted, and by none that is refused', async () => {
    const firm = newCreditCode();
    const decided = async (day: number, ruling: object) => {
      clock.set(feb(day, 8));
      const { id } = await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST' }, firmOf(firm));
      clock.set(feb(day, 10));
      const { light, id: inspectionId } = (await inspectOn(booted, firm, day, 0)).data!.submitInspection;
      expect(light).toMatchObject({ colour: 'GREEN' });
      const waiting = (await board(firm)).statusCode;
      const { status } = await decideAs(booted, 'decideAcceptance', { id, inspectionId, ...ruling }, commander);
      return [waiting, status, (await board(firm)).statusCode];
    };
    const refused = await decided(21, { approved: false, reason: '未设隔离室' });
    expect([refused, await decided(22, { approved: true })]).toEqual([
      [404, 'REFUSED', 404],
      [404, 'APPROVED', 200],
    ]);
  });

  it('is told to the gateway alone', async () => {
    expect((await board(await enrolled(booted), false)).statusCode).toBe(403);
  });
});
