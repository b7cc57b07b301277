import { describe, expect, it } from '@jest/globals';
import { checkEnvironment } from './check-environment.ts';

describe('the environment of npm start', () => {
  it('may be empty: everything has its place', () => {
    expect(() => checkEnvironment({})).not.toThrow();
  });

  it('is refused with all of its faults at once, each with its variable', () => {
    const env = {
      COUNTY_TIME_ZONE: 'Mars',
      LOG_LEVEL: 'loud',
      DATABASE_URL_INTAKE: 'foo',
      REPORTER_KEYS: 'short',
      QFT_DEMO: 'maybe',
    };
    const lines = (() => {
      try {
        checkEnvironment(env);
        return [];
      } catch (cause) {
        return (cause as Error).message.split('\n').slice(1);
      }
    })();
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual(Object.keys(env));
  });
});
