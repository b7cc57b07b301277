import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { boot, gatewayHeaders, type Booted } from '@qifutong/testkit/boot';
import { intake } from '../src/service.ts';
import { creditCodeOf } from './builders.ts';
import { admin } from './people.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot({ ...intake, schedule: () => [] });
  await booted.schema.db.source.query(`insert into town values ('330226110', '强蛟镇') on conflict do nothing`);
  await booted.ask(
    'mutation ($input: RegisterFirmInput!) { registerFirm(input: $input) { __typename } }',
    { input: { creditCode: creditCodeOf(7), name: '七号厂', townCode: '330226110' } },
    admin,
  );
});
afterAll(() => booted.stop());

const nameOf = (code: string, headers: Record<string, string>) =>
  booted.service.app.inject({ method: 'GET', url: `/firm-names/${code}`, headers });

it("the gateway, and nobody else, is told a firm's registered name", async () => {
  const headers = await gatewayHeaders(booted.issuer, admin);
  expect((await nameOf(creditCodeOf(7), headers)).json()).toEqual({ name: '七号厂' });
  expect((await nameOf(creditCodeOf(8), headers)).statusCode).toBe(404);
  expect((await nameOf('42', headers)).statusCode).toBe(404);
  expect((await nameOf(creditCodeOf(7), {})).statusCode).toBe(403);
});
