import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, gatewayHeaders, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { enrolled, inspectOn, inspector } from './asks.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock('2020-02-20T00:30:00.000Z') });
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

  it('is told to the gateway alone', async () => {
    expect((await board(await enrolled(booted), false)).statusCode).toBe(403);
  });
});
