import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, gatewayHeaders, type Asker, type Booted } from '@qifutong/testkit/boot';
import { whileNothingIsEntered } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { zipSync } from 'fflate';
import { Decoding } from '../src/evidence/decoding.ts';
import { EvidenceStore } from '../src/evidence/evidence-store.ts';
import { SweepEvidence } from '../src/evidence/sweep-evidence.job.ts';
import { inspection } from '../src/service.ts';
import { anInput, deliver, enrolled, inspector, submitAs } from './asks.ts';
import { feb } from './builders.ts';
import { claiming, photographed } from './pictures.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
let url: string;
beforeAll(async () => {
  booted = await boot(inspection, { clock });
  url = await booted.service.app.getUrl();
});
afterAll(async () => {
  await booted.stop();
  expect(existsSync(booted.config.EVIDENCE_STORE.folder)).toBe(false);
});

interface Uploaded {
  readonly id: string;
  readonly code?: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
}

async function sent(form: FormData | string, asker: Asker = inspector) {
  const headers = await gatewayHeaders(booted.issuer, asker);
  const answer = await fetch(`${url}/evidence`, { method: 'POST', headers, body: form });
  return {
    status: answer.status,
    body: (await answer.json()) as Uploaded & { errors?: { extensions: { code: string } }[] },
  };
}

function aForm(...files: readonly Buffer[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), '照片.jpg');
  return form;
}

async function got(path: string, asker: Asker, more: Record<string, string> = {}) {
  const headers = { ...(await gatewayHeaders(booted.issuer, asker)), ...more };
  const answer = await fetch(`${url}${path}`, { headers });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
}

function rows<T>(sql: string, ...parameters: unknown[]): Promise<T[]> {
  return booted.schema.db.source.query(sql, parameters);
}

interface Entered {
  readonly type: string;
  readonly actor: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

function entriesOf(id: string): Promise<Entered[]> {
  return rows(
    `select event ->> 'type' as type, actor, event -> 'data' as data from event_log
     where aggregate_type = 'evidence' and aggregate_id = $1 order by version`,
    id,
  );
}

/** The head of an ELF, as a Linux program has it. */
const PROGRAM = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(4_096, 'x')]);
const disguised = (content: Buffer) => Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), content]);

/** So many are decoded or wait for it until that work is done. */
async function whileInLine(count: number, work: (begun: () => number) => Promise<void>): Promise<void> {
  const held = Promise.withResolvers<never>();
  const decoding = booted.service.app.get(Decoding);
  let begun = 0;
  const decode = () => ((begun += 1), held.promise);
  const line = Promise.allSettled(Array.from({ length: count }, () => decoding.take(decode)));
  try {
    await work(() => begun);
  } finally {
    held.reject(new TypeError('the picture is broken'));
    await line;
  }
}

let shade = 0;
const aPhoto = () => photographed((shade += 1));

describe('evidence', () => {
  it('is stored clean and given back to who may see it, as a file and not as a page', async () => {
    const { status, body } = await sent(aForm(await aPhoto()));
    const { id, sha256, path } = body;
    expect([status, path]).toEqual([201, `/evidence/${id}`]);
    const { headers, content, ...seen } = await got(path, { roles: ['AUDITOR'] });
    expect([seen.status, createHash('sha256').update(content).digest('hex')]).toEqual([200, sha256]);
    expect(content.toString('latin1')).not.toMatch(/DEVICE-42/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="${id}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      etag: `"${sha256}"`,
    });
    expect((await got(path, { roles: ['AUDITOR'] }, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });

  it('that is sent twice, or by five at once, is stored once', async () => {
    const photo = await aPhoto();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => sent(aForm(photo))));
    const again = await sent(aForm(photo), { ...inspector, sub: 'inspector-2' });
    expect(new Set([...all, again].map(({ body }) => body.id)).size).toBe(1);
    const told = createHash('sha256').update(photo).digest('hex');
    const kept = await rows('select sha256, sent_by, bytes from evidence_sent where evidence_id = $1', again.body.id);
    expect(kept).toEqual([{ sha256: told, sent_by: 'inspector-1', bytes: photo.length }]);
    const { id, sha256, bytes } = again.body;
    const type = 'inspection.evidence.uploaded.v1';
    const data = { evidenceId: id, pictureType: 'image/jpeg', bytes, sha256 };
    expect(await entriesOf(id)).toEqual([
      { type, actor: 'inspector-1', data: { ...data, renewed: false } },
      ...[1, 2, 3, 4].map(() => ({ type, actor: 'inspector-1', data: { ...data, renewed: true } })),
      { type, actor: 'inspector-2', data: { ...data, renewed: true } },
    ]);
  });

  it('is not stored where its entry cannot be made', async () => {
    const photo = await aPhoto();
    const counted = () => rows('select from evidence');
    const before = await counted();
    const failed = await whileNothingIsEntered(booted.schema.db.source, () => sent(aForm(photo)));
    expect([failed.status, await counted()]).toEqual([500, before]);
    expect((await sent(aForm(photo))).status).toBe(201);
    expect(await counted()).toHaveLength(before.length + 1);
    // the file that was put in vain goes with the next sweep
    await rows('delete from evidence_leftover');
  });

  it.each<[string, () => Promise<FormData> | FormData, number, string]>([
    ['nothing', () => aForm(), 422, 'EVIDENCE_MISSING'],
    ['an empty file', () => aForm(Buffer.alloc(0)), 422, 'EVIDENCE_MISSING'],
    ['two files', async () => aForm(await aPhoto(), await aPhoto()), 422, 'EVIDENCE_REPEATED'],
    [
      'a ZIP bomb',
      () => aForm(Buffer.from(zipSync({ 'a.jpg': new Uint8Array(30_000_000) }))),
      422,
      'EVIDENCE_TYPE_UNSUPPORTED',
    ],
    ['a program named .jpg', () => aForm(PROGRAM), 422, 'EVIDENCE_TYPE_UNSUPPORTED'],
    ['a program behind the first bytes of a picture', () => aForm(disguised(PROGRAM)), 422, 'EVIDENCE_UNREADABLE'],
    [
      'an SVG named .jpg',
      () => aForm(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      422,
      'EVIDENCE_TYPE_UNSUPPORTED',
    ],
    ['30,000 by 30,000 pixels', () => aForm(claiming(30_000, 30_000)), 422, 'EVIDENCE_TOO_MANY_PIXELS'],
    ['10 MB and a byte', () => aForm(Buffer.alloc(10_485_761)), 413, 'EVIDENCE_TOO_LARGE'],
    ['10 MB of nothing', () => aForm(Buffer.alloc(10_485_760)), 422, 'EVIDENCE_TYPE_UNSUPPORTED'],
  ])('is refused as %s', async (_, made, status, code) => {
    const before = await rows(
      'select (select count(*) from evidence) as e, (select count(*) from evidence_leftover) as l',
    );
    const answer = await sent(await made());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(
      await rows('select (select count(*) from evidence) as e, (select count(*) from evidence_leftover) as l'),
    ).toEqual(before);
  });

  it('is refused as anything but a form, and as a broken one', async () => {
    const answer = await sent('{}');
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const headers = {
      ...(await gatewayHeaders(booted.issuer, inspector)),
      'content-type': 'multipart/form-data; boundary=x',
    };
    const broken = await fetch(`${url}/evidence`, {
      method: 'POST',
      headers,
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    });
    expect(broken.status).toBe(400);
  });

  it('is told to come again later where 22 are in line already, and taken once there is room', async () => {
    const [photo, left] = [await aPhoto(), await rows('select from evidence_leftover')];
    await whileInLine(22, async () => {
      const headers = await gatewayHeaders(booted.issuer, inspector);
      const signal = AbortSignal.timeout(5_000);
      const full = await fetch(`${url}/evidence`, { method: 'POST', headers, body: aForm(photo), signal });
      const refusal = { code: 'EVIDENCE_LINE_FULL', field: 'file', message: 'file: 正在处理的图片过多,请稍后再传' };
      expect([full.status, full.headers.get('retry-after'), await full.json()]).toEqual([503, '5', refusal]);
    });
    expect((await sent(aForm(photo))).status).toBe(201);
    expect(await rows('select from evidence_leftover')).toEqual(left);
  });

  it('waits for its turn where 21 are in line, two of them being decoded', async () => {
    let last: Promise<unknown> | undefined;
    await whileInLine(21, async (begun) => {
      last = booted.service.app.get(Decoding).take(() => Promise.reject(new TypeError('the last picture is broken')));
      void last.catch(() => undefined);
      expect(begun()).toBe(2);
      await Promise.resolve();
    });
    await expect(last).rejects.toThrow('the last picture is broken');
  });

  it.each(['OPERATOR', 'ANALYST', 'COMMANDER', 'FIRM', 'DEPARTMENT', 'AUDITOR', 'ADMIN', 'TASKFORCE_LEAD'])(
    'is not taken from %s',
    async (role) => {
      const { status, body } = await sent(aForm(await aPhoto()), { roles: [role], firm: 'x' });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    },
  );

  it('is neither taken from nor given to who does not come by the gateway or shows no token', async () => {
    const { body } = await sent(aForm(await aPhoto()));
    const { authorization, ...gateway } = await gatewayHeaders(booted.issuer, inspector);
    const statuses = [];
    for (const headers of [{ authorization }, { ...gateway } as Record<string, string>]) {
      statuses.push((await fetch(`${url}/evidence`, { method: 'POST', headers, body: aForm(await aPhoto()) })).status);
      statuses.push((await fetch(`${url}${body.path}`, { headers })).status);
    }
    expect(statuses).toEqual([403, 403, 401, 401]);
  });

  it('is shown to the firm whose inspection shows it, and to no other firm', async () => {
    const [own, other] = [await enrolled(booted), await enrolled(booted)];
    const { id, path } = (await sent(aForm(await aPhoto()))).body;
    const input = anInput(own, { performedAt: feb(13), photos: [id] });
    expect((await got(path, { roles: ['FIRM'], firm: own })).status).toBe(404);
    expect((await submitAs(booted, input)).data?.submitInspection).toMatchObject({ passed: true });
    const statuses = [];
    for (const asker of [
      { roles: ['FIRM'], firm: own },
      { roles: ['FIRM'], firm: other },
      { roles: ['OPERATOR'] },
      { roles: [] },
    ])
      statuses.push((await got(path, asker)).status);
    expect(statuses).toEqual([200, 404, 403, 403]);
    const asked = `query ($id: ID!) { inspection(id: $id) { photos { id type width height path } } }`;
    const { data } = await booted.ask(asked, { id: input.id }, { roles: ['FIRM'], firm: own });
    expect(data).toEqual({ inspection: { photos: [{ id, type: 'image/jpeg', width: 40, height: 80, path }] } });
  });

  it('that no inspection shows yet is given to who uploaded it, and to who sees all cases', async () => {
    const { path } = (await sent(aForm(await aPhoto()))).body;
    const statuses = [];
    for (const asker of [
      inspector,
      { ...inspector, sub: 'inspector-2' },
      { ...inspector, sub: 'inspector-2', town: '330226111' },
      { sub: 'analyst-1', roles: ['INSPECTOR', 'ANALYST'], town: '330226111' },
      { sub: 'auditor-1', roles: ['AUDITOR'] },
    ])
      statuses.push((await got(path, asker)).status);
    expect(statuses).toEqual([200, 404, 404, 200, 200]);
  });

  it('of one firm is shown by no inspection of another, whoever knows its id, also not in one delivery', async () => {
    const [own, other] = [await enrolled(booted), await enrolled(booted)];
    const photos = [(await sent(aForm(await aPhoto()))).body.id];
    const refusal = { code: 'INSPECTION_PHOTO_OF_ANOTHER_FIRM', field: 'photos.0' };
    const input = (firm: string) => anInput(firm, { performedAt: feb(13), photos });
    const outcomes = await deliver(booted, [input(own), input(other), input(own)]);
    expect(outcomes).toMatchObject([{ passed: true }, refusal, { passed: true }]);
    expect((await submitAs(booted, input(other))).data?.submitInspection).toMatchObject(refusal);
    expect((await got(`/evidence/${photos[0]}`, { roles: ['FIRM'], firm: other })).status).toBe(404);
    const department = (town: string): Asker => ({ roles: ['INSPECTOR', 'DEPARTMENT'], town });
    expect((await got(`/evidence/${photos[0]}`, department('330226110'))).status).toBe(200);
    expect((await got(`/evidence/${photos[0]}`, department('330226111'))).status).toBe(404);
  });

  it('of two firms at the same time is the one’s', async () => {
    const firms = [await enrolled(booted), await enrolled(booted), await enrolled(booted)];
    const photos = [(await sent(aForm(await aPhoto()))).body.id];
    const all = await Promise.all(
      firms.map(async (firm) => (await deliver(booted, [anInput(firm, { performedAt: feb(13), photos })]))[0]),
    );
    const refused = all.filter((one) => one?.code === 'INSPECTION_PHOTO_OF_ANOTHER_FIRM');
    expect([refused.length, all.filter((one) => one?.passed).length]).toEqual([2, 1]);
  });

  it.each([
    '/evidence/42',
    '/evidence/00000000-0000-7000-8000-00000000ffff',
    '/evidence/..%2f..%2fetc%2fpasswd',
    '/evidence/%00',
  ])('that there is not is not found: %s', async (path) => {
    const { status, content } = await got(path, { roles: ['ANALYST'] });
    expect([status, content.toString().includes('NOT_FOUND')]).toEqual([404, true]);
  });
});

describe('evidence that no inspection shows', () => {
  const sweep = () => booted.service.app.get(SweepEvidence).run();
  const isKept = async (id: string) =>
    buffer(await booted.service.app.get(EvidenceStore).read(id)).then(
      () => true,
      () => false,
    );

  it('is taken away after 30 days with its file; what is shown stays, and what is sent again waits anew', async () => {
    const firm = await enrolled(booted);
    const photos = [await aPhoto(), await aPhoto(), await aPhoto()];
    const [shown, alone, again] = await Promise.all(photos.map(async (photo) => (await sent(aForm(photo))).body.id));
    await submitAs(booted, anInput(firm, { performedAt: feb(13), photos: [shown] }));
    clock.advance(29 * 86_400_000);
    await sent(aForm(photos[2]!));
    await sweep();
    const before = await Promise.all([shown!, alone!, again!].map(isKept));
    clock.advance(86_400_000 + 1);
    await Promise.all([sweep(), sweep()]);
    expect([before, await Promise.all([shown!, alone!, again!].map(isKept))]).toEqual([
      [true, true, true],
      [true, false, true],
    ]);
    expect((await got(`/evidence/${alone}`, { roles: ['ANALYST'] })).status).toBe(404);
    const late = await submitAs(booted, anInput(firm, { performedAt: feb(13), photos: [alone] }));
    expect(late.data?.submitInspection).toMatchObject({ code: 'INSPECTION_PHOTO_UNKNOWN', field: 'photos.0' });
    expect((await sent(aForm(photos[1]!))).body.id).not.toBe(alone);
    expect(await rows('select from evidence_leftover')).toEqual([]);
    const last = (await Promise.all([shown!, alone!, again!].map(entriesOf))).map((entries) => entries.at(-1));
    expect(last).toMatchObject([
      { type: 'inspection.evidence.uploaded.v1', data: { renewed: false } },
      { type: 'inspection.evidence.removed.v1', actor: null, data: { evidenceId: alone } },
      { type: 'inspection.evidence.uploaded.v1', data: { renewed: true } },
    ]);
  });
});
