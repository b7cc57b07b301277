import { describe, expect, it } from '@jest/globals';
import { config } from './config.ts';

const needed = {
  OIDC_ISSUER: 'http://localhost:4005',
  GATEWAY_TOKEN: 'x'.repeat(32),
  DATABASE_URL_INSPECTION: 'postgres://localhost/inspection',
  NATS_URL: 'nats://localhost',
};
const placeOf = (EVIDENCE_STORE?: string) => config({ ...needed, EVIDENCE_STORE }).EVIDENCE_STORE;

describe('where evidence lies', () => {
  it.each([
    [undefined, { kind: 'folder', folder: '.runtime/evidence' }],
    ['/var/lib/evidence', { kind: 'folder', folder: '/var/lib/evidence' }],
    [
      's3+https://key:se%2Fcret@s3.example.cn/evidence?region=cn-east-1',
      {
        kind: 's3',
        endpoint: 'https://s3.example.cn',
        region: 'cn-east-1',
        bucket: 'evidence',
        accessKeyId: 'key',
        secretAccessKey: 'se/cret',
      },
    ],
  ])('is told by %s', (told, place) => {
    expect(placeOf(told)).toEqual(place);
  });

  it.each([
    's3://bucket',
    's3+https://host/bucket',
    's3+https://key:secret@host/',
    'ftp://host/folder',
    's3+https://key:secret@host/a/b',
  ])('is not %s', (told) => {
    expect(() => placeOf(told)).toThrow('EVIDENCE_STORE: must be a folder or s3+https://KEY:SECRET@host/bucket');
  });
});
