import { describe, expect, it } from '@jest/globals';
import { ConfigError, databaseShape, processShape, readConfig, serviceShape } from './config.ts';

const sound = {
  OIDC_ISSUER: 'http://127.0.0.1:4005',
  GATEWAY_TOKEN: 'a-token-of-at-least-thirty-two-characters',
  DATABASE_URL_INTAKE: 'postgres://intake:secret@127.0.0.1:5432/intake',
  NATS_URL: 'nats://token@127.0.0.1:4222',
};
const variables = { DATABASE_URL: 'DATABASE_URL_INTAKE' };

function read(env: Readonly<Record<string, string | undefined>>) {
  return readConfig(serviceShape, env, variables);
}

function faultsOf(env: Readonly<Record<string, string | undefined>>): string {
  try {
    read(env);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
  }
  return 'no fault';
}

describe('the configuration of a program that works on a database alone', () => {
  it('needs that database, and nothing of what a service needs besides', () => {
    const { DATABASE_URL_INTAKE: DATABASE_URL } = sound;
    const all = { DATABASE_URL, LOG_LEVEL: 'info', COUNTY_TIME_ZONE: 'Asia/Shanghai' };
    expect(readConfig(databaseShape, { DATABASE_URL_INTAKE: DATABASE_URL }, variables)).toEqual(all);
    expect(() => readConfig(databaseShape, {}, variables)).toThrow(
      'configuration is faulty:\n  DATABASE_URL_INTAKE: is not set',
    );
  });
});

describe('the configuration of a service', () => {
  it('needs four settings, and has a default for the others', () => {
    expect(read(sound)).toEqual({
      HOST: '127.0.0.1',
      PORT_BASE: 4000,
      LOG_LEVEL: 'info',
      OIDC_ISSUER: 'http://127.0.0.1:4005',
      OIDC_AUDIENCE: 'qifutong',
      GATEWAY_TOKEN: 'a-token-of-at-least-thirty-two-characters',
      SHUTDOWN_GRACE_MS: 10_000,
      DATABASE_URL: 'postgres://intake:secret@127.0.0.1:5432/intake',
      DATABASE_POOL_SIZE: 20,
      NATS_URL: 'nats://token@127.0.0.1:4222',
      NATS_STREAM_MAX_BYTES: 1_073_741_824,
      NATS_STREAM_REPLICAS: 1,
      COUNTY_TIME_ZONE: 'Asia/Shanghai',
      COUNTY_CODE: '330226',
    });
  });

  it('tells all faults at once, each by the name of its variable', () => {
    const faulty = {
      PORT_BASE: 'four thousand',
      LOG_LEVEL: 'loud',
      GATEWAY_TOKEN: 'short',
      NATS_URL: 'http://127.0.0.1',
      COUNTY_TIME_ZONE: 'Asia/Ninghai',
      COUNTY_CODE: '33',
    };
    const lines = faultsOf(faulty).split('\n');
    expect(lines[0]).toBe('configuration is faulty:');
    expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual([
      'PORT_BASE',
      'COUNTY_TIME_ZONE',
      'LOG_LEVEL',
      'OIDC_ISSUER',
      'GATEWAY_TOKEN',
      'DATABASE_URL_INTAKE',
      'NATS_URL',
      'COUNTY_CODE',
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(faultsOf({ ...sound, NATS_URL: '', COUNTY_CODE: '' })).toBe(
      'configuration is faulty:\n  NATS_URL: is not set',
    );
  });

  it.each([
    ['PORT_BASE', '0'],
    ['PORT_BASE', '65536'],
    ['PORT_BASE', '40.5'],
    ['DATABASE_POOL_SIZE', '1'],
    ['DATABASE_POOL_SIZE', '201'],
    ['SHUTDOWN_GRACE_MS', '-1'],
    ['NATS_STREAM_REPLICAS', '6'],
    ['NATS_STREAM_MAX_BYTES', '1024'],
    ['OIDC_ISSUER', 'issuer'],
    ['DATABASE_URL_INTAKE', 'mysql://127.0.0.1'],
  ])('refuses %s=%s', (variable, value) => {
    expect(faultsOf({ ...sound, [variable]: value })).toMatch(
      new RegExp(`^configuration is faulty:\n  ${variable}: .+$`),
    );
  });

  it.each(['GATEWAY_TOKEN', 'DATABASE_URL_INTAKE', 'NATS_URL'])(
    'does not repeat the value of a faulty %s: it may be a secret',
    (variable) => {
      expect(faultsOf({ ...sound, [variable]: 'my-secret' })).not.toContain('my-secret');
    },
  );

  it('of another process asks for less', () => {
    expect(Object.keys(readConfig(processShape, sound))).not.toContain('DATABASE_URL');
  });
});
