import { describe, expect, it } from '@jest/globals';
import { config } from './config.ts';

const key = Buffer.alloc(32, 'key').toString('base64url');
const sound = {
  OIDC_ISSUER: 'http://127.0.0.1:4005',
  GATEWAY_TOKEN: 'x'.repeat(32),
  DATABASE_URL_INTAKE: 'postgres://intake:secret@127.0.0.1:5432/intake',
  NATS_URL: 'nats://token@127.0.0.1:4222',
  REPORTER_KEYS: `2020-02:${key}`,
};

function faultsOf(env: Readonly<Record<string, string>>): string {
  try {
    config(env);
  } catch (cause) {
    return (cause as Error).message;
  }
  return 'no fault';
}

describe('the configuration of intake', () => {
  it('names the keys that seal its reporters', () => {
    expect(config(sound).REPORTER_KEYS).toEqual([{ id: '2020-02', key }]);
  });

  it('is refused with all its faults at once, those of the keys among them, and repeats no key', () => {
    const keys = `2020-02:${key},2020-03:${key},2020-04:${key.slice(1)}`;
    const faults = faultsOf({ ...sound, NATS_URL: 'http://127.0.0.1', REPORTER_KEYS: keys });
    expect(faults.split('\n')).toEqual([
      'configuration is faulty:',
      '  NATS_URL: must be a nats:// URL',
      '  REPORTER_KEYS: key 2 is the same as an earlier one',
      '  REPORTER_KEYS: key 3 is not name:32 bytes in base64url',
    ]);
    const { REPORTER_KEYS: _, ...without } = sound;
    expect(faultsOf(without)).toBe('configuration is faulty:\n  REPORTER_KEYS: is not set');
  });
});
