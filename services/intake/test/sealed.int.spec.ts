import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog } from '@qifutong/platform/logging';
import { Keyring } from '@qifutong/platform/sealing';
import { createService } from '@qifutong/platform/service';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import type { IntakeConfig } from '../src/config.ts';
import { SealReporters } from '../src/report/seal-reporters.job.ts';
import { intake as definition } from '../src/service.ts';
import * as documents from './documents.ts';
import { bootIntake, type Said, type TestIntake } from './intake.ts';
import { analyst, operator } from './people.ts';
import { postAs } from './post.ts';

const now = '2020-02-14T01:00:00.000Z';
const who = { reporterName: '欧阳震华', reporterPhone: '13900000042' };
const contact = { name: '欧阳震华', phone: '13900000042' };
const masked = { name: '欧**', phone: '139****0042', confidential: false };

interface Shown {
  readonly reportId: string;
  readonly name: string | null;
  readonly phone: string | null;
}
interface Row {
  readonly report_id: string;
  readonly name_mask: string | null;
  readonly sealed: string | null;
  readonly key_id: string | null;
}

let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock: fixedClock(now) })));
afterAll(() => intake.stop());

const reported = async (input: object = {}) => (await intake.submit({ ...who, ...input })).id;
const rowOf = async (reportId: string) =>
  (await intake.sql<Row>('select * from reporter where report_id = $1', [reportId]))[0]!;
const showings = (reportId: string) => intake.sql('select * from reporter_showing where report_id = $1', [reportId]);
const revealed = (reportId: string, { reason = '回电核对厂址', asker = operator, on = intake } = {}) =>
  on.ask<{ said: Said<Shown> }>(documents.reveal, { input: { reportId, reason } }, asker);
const shown = async (reportId: string, how: Parameters<typeof revealed>[1] = {}) =>
  (await revealed(reportId, how)).data?.said;
const seenOn = async (on: TestIntake, reportId: string) => {
  const query = 'query ($id: ID!) { issue(id: $id) { reports { reporter { name phone confidential } } } }';
  const [{ issue_id: id } = { issue_id: '' }] = await intake.sql<{ issue_id: string }>(
    'select issue_id from report where id = $1',
    [reportId],
  );
  const { data } = await on.ask<{ issue: { reports: { reporter: object }[] } }>(query, { id }, analyst);
  return data?.issue.reports[0]?.reporter;
};

describe('a reporter in the database', () => {
  it('is sealed under the key of the configuration, with masks beside it and nothing in plain', async () => {
    const id = await reported();
    const row = await rowOf(id);
    expect(row).toEqual({
      report_id: id,
      name_mask: '欧**',
      phone_mask: '139****0042',
      sealed: expect.stringMatching(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/),
      key_id: 'test',
      pseudonym: null,
      pseudonymised_at: null,
      confidential: false,
    });
    expect(await new Keyring(intake.config.REPORTER_KEYS).open(id, row.sealed!)).toEqual(contact);
    expect(await seenOn(intake, id)).toEqual(masked);
  });

  it('who left nothing has nothing sealed', async () => {
    const { id } = await intake.submit({});
    expect(await rowOf(id)).toMatchObject({ name_mask: null, phone_mask: null, sealed: null, key_id: null });
    expect(await shown(id)).toMatchObject({ code: 'REPORTER_NOT_GIVEN', field: 'reportId' });
    expect(await showings(id)).toEqual([]);
  });
});

describe('what is sealed', () => {
  const isBroken = async (reportId: string) => {
    const before = intake.faultLines().length;
    const { data, errors } = await revealed(reportId);
    expect([data, errors]).toEqual([
      null,
      [
        {
          message: 'unexpected error; quote the correlation id',
          locations: expect.anything(),
          path: ['said'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: expect.any(String) },
        },
      ],
    ]);
    const lines = intake.faultLines().slice(before);
    const told = lines.map(({ err }) => (err as { message: string }).message);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((message) => !message.includes(`what is sealed of ${reportId}`))).toEqual([]);
    expect(JSON.stringify(lines)).not.toMatch(/欧|13900000042/);
    expect(await showings(reportId)).toEqual([]);
  };

  it('does not open in the row of another report', async () => {
    const [one, other] = [await reported(), await reported({ reporterName: '另一个人' })];
    await intake.sql(
      'update reporter set sealed = (select sealed from reporter where report_id = $2) where report_id = $1',
      [one, other],
    );
    await isBroken(one);
    expect(await shown(other)).toMatchObject({ name: '另一个人' });
  });

  it.each([
    ['text', 3],
    ['tag', 4],
    ['header', 0],
  ])('does not open with one character of its %s changed', async (_, part) => {
    const id = await reported();
    const parts = (await rowOf(id)).sealed!.split('.');
    const old = parts[part]!;
    parts[part] = old.slice(0, 5) + (old[5] === 'A' ? 'B' : 'A') + old.slice(6);
    await intake.sql('update reporter set sealed = $2 where report_id = $1', [id, parts.join('.')]);
    await isBroken(id);
  });
});

/** The same register, served by another process with these keys. */
async function restarted(keys: readonly { id: string; key: string }[]) {
  const logged: Record<string, unknown>[] = [];
  const log = createLog('test', 'debug', { write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>) });
  const replacements = { log, schema: intake.schema.schema, clock: fixedClock(now) };
  const config = { ...intake.config, REPORTER_KEYS: keys } as unknown as IntakeConfig;
  const service = await createService(definition, config, replacements);
  const on: TestIntake = {
    ...intake,
    service,
    logged,
    ask: (query: string, variables: object, asker: Asker) =>
      postAs({ ...intake, service }, asker, { query, variables }),
  };
  return { on, service };
}

/** A whole round of the job. */
async function round(on: TestIntake): Promise<void> {
  const job = on.service.app.get(SealReporters);
  while ((await job.run()) !== null);
}

describe('keys', () => {
  const [old] = [{ id: 'test', key: Buffer.alloc(32, 'test').toString('base64url') }];
  const next = { id: '2020-03', key: randomBytes(32).toString('base64url') };
  const count = async (condition: string) =>
    (await intake.sql<{ n: number }>(`select count(*)::int as n from reporter where ${condition}`))[0]!.n;

  it('change: the old one opens until all is sealed anew, and can then be dropped', async () => {
    await intake.sql('delete from reporter');
    const ids = await Promise.all(Array.from({ length: 230 }, () => reported()));
    const [first, tampered] = ids as [string, string];
    await intake.sql(`update reporter set sealed = 'a.b.c.d.e' where report_id = $1`, [tampered]);
    const both = await restarted([next, old]);
    expect(await shown(first, { on: both.on })).toMatchObject(contact);
    expect(await seenOn(both.on, first)).toEqual(masked);
    const again = await restarted([next, old]);
    await Promise.all([round(both.on), round(again.on)]);
    await round(both.on);
    expect([await count(`key_id = '2020-03'`), await count(`key_id = 'test'`)]).toEqual([229, 1]);
    const renewed = (on: TestIntake) =>
      on.logged.filter(({ msg }) => msg === 'reporters sealed').map(({ rows }) => rows as number);
    expect([...renewed(both.on), ...renewed(again.on)].reduce((all, rows) => all + rows)).toBe(229);
    expect(both.on.logged).toContainEqual(
      expect.objectContaining({ msg: 'a sealed reporter does not open', reportId: tampered }),
    );
    await Promise.all([both.service.stop(), again.service.stop()]);

    const alone = await restarted([next]);
    expect(await shown(first, { on: alone.on })).toMatchObject(contact);
    expect(await seenOn(alone.on, first)).toEqual(masked);
    await round(alone.on);
    const lacking = alone.on.logged.filter(
      ({ msg }) => msg === 'reporters are sealed by keys that REPORTER_KEYS lacks',
    );
    expect(lacking).toMatchObject([{ keys: ['test'] }]);
    expect(JSON.stringify(alone.on.logged)).not.toMatch(/欧阳震华|13900000042/);
    await alone.service.stop();
  });

  it('of one instance that are missing show nothing', async () => {
    const id = await reported();
    const other = await restarted([next]);
    const { data, errors } = await revealed(id, { on: other.on });
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([null, ['INTERNAL_SERVER_ERROR']]);
    expect(await showings(id)).toEqual([]);
    await other.service.stop();
  });
});
