import { describe, expect, it } from '@jest/globals';
import { Readiness } from './readiness.ts';

const fine = () => Promise.resolve();

describe('a process', () => {
  it('is ready when all that it depends on answers', async () => {
    const readiness = new Readiness();
    readiness.watch('database', fine);
    readiness.watch('nats', fine);
    expect(await readiness.report()).toEqual({
      ready: true,
      draining: false,
      dependencies: { database: 'ok', nats: 'ok' },
    });
  });

  it('names what hangs and what fails, and waits for neither long', async () => {
    const readiness = new Readiness();
    readiness.watch('database', fine);
    readiness.watch('nats', () => new Promise(() => undefined));
    readiness.watch('issuer', () => Promise.reject(new TypeError('fetch failed')));
    const begun = performance.now();
    const report = await readiness.report();
    expect(report).toEqual({
      ready: false,
      draining: false,
      dependencies: { database: 'ok', nats: 'no answer in 2000 ms', issuer: 'fetch failed' },
    });
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  it('names what fails before it could promise anything', async () => {
    const readiness = new Readiness();
    readiness.watch('nats', () => {
      throw new TypeError('connection closed');
    });
    expect(await readiness.report()).toEqual({
      ready: false,
      draining: false,
      dependencies: { nats: 'connection closed' },
    });
  });

  it('is not ready while it is draining, though all is well', async () => {
    const readiness = new Readiness();
    readiness.watch('database', fine);
    readiness.draining = true;
    expect(await readiness.report()).toEqual({ ready: false, draining: true, dependencies: { database: 'ok' } });
  });
});
