import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { firmNo, operator } from './people.ts';

const NUL = '口\u0000罩';
const own = creditCodeOf(1);
const characters = (count: number) => '字'.repeat(count);
const now = '2020-02-14T01:00:00.000Z';

let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock: fixedClock(now) })));
afterAll(() => intake.stop());

async function isRefused(asker: Asker, input: object, { code, field }: { code: string; field: string }): Promise<void> {
  const before = await intake.stock();
  const answer = await intake.ask(
    documents.submit,
    { input: { channel: 'HOTLINE', text: '口罩不够', ...input } },
    asker,
  );
  expect(answer).toEqual({
    status: 200,
    data: { said: { code, field, message: expect.stringMatching(new RegExp(`^${field}[^{}]+$`)) } },
  });
  expect(await intake.stock()).toEqual(before);
}

describe('a report is refused with a code and its field, and nothing is written', () => {
  const wrongCheck = own.slice(0, 17) + (own.endsWith('0') ? '1' : '0');
  const tooLong = (field: string, limit: number) =>
    [`${field} of ${limit + 1} characters`, { [field]: characters(limit + 1) }, 'FIELD_TOO_LONG', field] as const;
  const withNul = (field: string) => [`${field} with a NUL`, { [field]: NUL }, 'FIELD_MALFORMED', field] as const;

  it.each<readonly [string, object, string, string]>([
    ['text that is empty', { text: '' }, 'FIELD_REQUIRED', 'text'],
    ['text that is blank', { text: ' \n\t\u3000 ' }, 'FIELD_REQUIRED', 'text'],
    tooLong('text', 4_000),
    ['text of 4,001 emoji', { text: '😷'.repeat(4_001) }, 'FIELD_TOO_LONG', 'text'],
    withNul('text'),
    [
      'a credit code with a wrong check character',
      { firmCreditCode: wrongCheck },
      'REPORT_CREDIT_CODE_INVALID',
      'firmCreditCode',
    ],
    [
      'a credit code in lower case',
      { firmCreditCode: own.toLowerCase() },
      'REPORT_CREDIT_CODE_INVALID',
      'firmCreditCode',
    ],
    [
      'a credit code of 17 characters',
      { firmCreditCode: own.slice(0, 17) },
      'REPORT_CREDIT_CODE_INVALID',
      'firmCreditCode',
    ],
    tooLong('firmCreditCode', 18),
    withNul('firmCreditCode'),
    tooLong('firmName', 200),
    withNul('firmName'),
    ['a town that the county does not have', { townCode: '330226999' }, 'REPORT_TOWN_UNKNOWN', 'townCode'],
    tooLong('townCode', 9),
    withNul('townCode'),
    tooLong('reporterName', 100),
    withNul('reporterName'),
    tooLong('reporterPhone', 40),
    withNul('reporterPhone'),
    tooLong('externalRef', 100),
    withNul('externalRef'),
    tooLong('requestId', 100),
    withNul('requestId'),
    ['a moment 1 ms ahead', { receivedAt: '2020-02-14T01:00:00.001Z' }, 'REPORT_RECEIVED_IN_FUTURE', 'receivedAt'],
  ])('%s', (_, input, code, field) => isRefused(operator, input, { code, field }));

  it.each([
    [
      'of another firm',
      { channel: 'ONLINE', firmCreditCode: creditCodeOf(2) },
      'REPORT_OF_OTHER_FIRM',
      'firmCreditCode',
    ],
    ['by telephone', { channel: 'HOTLINE' }, 'REPORT_CHANNEL_NOT_FOR_FIRM', 'channel'],
  ])("a firm's report %s", (_, input, code, field) => isRefused(firmNo(1), input, { code, field }));
});

describe('what is not of the form that the SDL gives is refused before it is looked at', () => {
  it.each([
    ['a channel that is missing', { channel: undefined }, 'channel'],
    ['a channel that is null', { channel: null }, 'channel'],
    ['a channel that nobody knows', { channel: 'FAX' }, 'channel'],
    ['text that is missing', { text: undefined }, 'text'],
    ['text that is null', { text: null }, 'text'],
    ['text that is a number', { text: 42 }, 'text'],
    ['a credit code that is a list', { firmCreditCode: ['1', '2'] }, 'firmCreditCode'],
    ['a firm name that is a number', { firmName: 42 }, 'firmName'],
    ['a town that is an object', { townCode: { code: '330226110' } }, 'townCode'],
    ['a name that is a number', { reporterName: 42 }, 'reporterName'],
    ['a telephone that is a number', { reporterPhone: 13_900_000_042 }, 'reporterPhone'],
    ['a confidence that is a word', { confidential: 'yes' }, 'confidential'],
    ['an external reference that is a number', { externalRef: 42 }, 'externalRef'],
    ['a request id that is a fraction', { requestId: 0.5 }, 'requestId'],
    ['a moment that is a word', { receivedAt: 'yesterday' }, 'receivedAt'],
    ['a moment without a time zone', { receivedAt: '2020-02-14T01:00:00' }, 'receivedAt'],
    ['a day that no calendar has', { receivedAt: '2020-02-30T01:00:00Z' }, 'receivedAt'],
    ['a field that is not there', { reporterAddress: '强蛟镇' }, 'reporterAddress'],
  ])('%s', async (_, input, field) => {
    const before = await intake.stock();
    const answer = await intake.ask(
      documents.submit,
      { input: { channel: 'HOTLINE', text: '口罩不够', ...input } },
      operator,
    );
    const refusal = {
      message: expect.stringMatching(new RegExp(`["'.]${field}["']`)),
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    };
    expect(answer).toEqual({ status: 400, errors: [expect.objectContaining(refusal)] });
    expect(await intake.stock()).toEqual(before);
  });
});

describe('the log', () => {
  it("has no stack and no warning for what is the caller's fault", () => {
    expect(intake.faultLines()).toEqual([]);
    expect(intake.logged.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(40);
  });
});
