import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@qifutong/testkit/nats';
import S3rver from 's3rver';
import type { EvidencePlace } from '../src/config.ts';
import { EvidenceStore } from '../src/evidence/evidence-store.ts';
import { anId } from './builders.ts';

let [folder, s3]: [string, S3rver] = [] as never;
let places: Record<'folder' | 's3', EvidencePlace>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  const port = await freePort();
  s3 = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  await s3.run();
  // the pair of keys that every s3rver knows
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const endpoint = `http://127.0.0.1:${port}`;
  places = {
    folder: { kind: 'folder', folder: join(folder, 'folder') },
    s3: { kind: 's3', endpoint, region: 'us-east-1', bucket: 'evidence', ...keys },
  };
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

describe.each(['folder', 's3'] as const)('a store in a %s', (kind) => {
  it('gives back what was put, until it is removed, which may be done twice', async () => {
    const store = new EvidenceStore({ EVIDENCE_STORE: places[kind] });
    const [id, content] = [anId(1), Buffer.from([0xff, 0xd8, 0, 1, 2, 3])];
    await store.put(id, content, 'image/jpeg');
    await store.put(anId(2), Buffer.from('another'), 'image/png');
    expect(await buffer(await store.read(id))).toEqual(content);
    await store.remove(id);
    await store.remove(id);
    await expect(store.read(id).then((stream) => buffer(stream))).rejects.toThrow();
    expect(await buffer(await store.read(anId(2)))).toEqual(Buffer.from('another'));
  });
});
