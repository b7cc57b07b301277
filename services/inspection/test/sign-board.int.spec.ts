import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, gatewayHeaders, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { enrolAs, enrolled, inspectOn, inspector, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { commander, decideAs, firmOf, processOf } from './process-asks.ts';

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

  it('is hung out by no analyst in the place of the acceptance: neither while it is open nor once it is refused', async () => {
    const [firm, townCode] = [newCreditCode(), '330226111'];
    clock.set(feb(21, 8));
    const first = { creditCode: firm, kind: 'FIRST', townCode: '330226110' };
    const { id } = await decideAs(booted, 'applyForAcceptance', first, firmOf(firm));
    clock.set(feb(21, 10));
    await inspectOn(booted, firm, 21, 0);
    const seen = async () => [
      (await enrolAs(booted, { creditCode: firm })).data?.enrolFirm,
      (await processOf(booted, firm)).enrolledProvisionally,
      (await board(firm)).statusCode,
    ];
    const refused = {
      code: 'ENROLMENT_AWAITS_ACCEPTANCE',
      field: 'creditCode',
      message: expect.any(String) as unknown,
    };
    expect(await seen()).toEqual([refused, true, 404]);
    await decideAs(booted, 'decideAcceptance', { id, approved: false, reason: '未设隔离室' }, commander);
    expect(await seen()).toEqual([refused, true, 404]);
    expect((await enrolAs(booted, { creditCode: firm, townCode })).data?.enrolFirm).toMatchObject({ creditCode: firm });
    expect(await seen()).toEqual([refused, true, 404]);
    const [moved] = await booted.schema.db.source.query<{ town: string }[]>(
      'select town_code as town from enrolment join light using (credit_code, town_code) where credit_code = $1',
      [firm],
    );
    expect(moved).toEqual({ town: townCode });
  });

  it('is told to the gateway alone', async () => {
    expect((await board(await enrolled(booted), false)).statusCode).toBe(403);
  });
});
