import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { intake } from '../src/service.ts';

const operator = { sub: 'operator-1', name: '接线员甲', roles: ['OPERATOR'] };
let booted: Booted;
beforeAll(async () => {
  booted = await boot(intake);
});
afterAll(() => booted.stop());

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
  ... on Report { id issue { id number status firmName } } ... on ReportRejection { code message field } } }`;

describe('a report', () => {
  it('becomes an issue with a number', async () => {
    const answer = await booted.ask(SUBMIT, { input: { channel: 'HOTLINE', text: '口罩不够' } }, operator);
    console.log(JSON.stringify(booted.logged.filter((l) => l['level'] as number >= 50), null, 1));
    expect(answer).toEqual({ status: 200, data: { submitReport: expect.objectContaining({ issue: expect.objectContaining({ status: 'REGISTERED' }) }) } });
  });
});
