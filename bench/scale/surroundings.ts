import { join } from 'node:path';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import { runtimeDir } from '../../tools/runtime/environment.ts';
import { findNatsServer, startNats } from '../../tools/runtime/nats.ts';
import { freePort } from '../../tools/runtime/ports.ts';
import { startPostgres } from '../../tools/runtime/postgres.ts';

/** What a benchmark of a service's own needs around it. */
export interface Surroundings {
  readonly superuserUrl: string;
  readonly natsUrl: string;
  readonly issuer: TestIssuer;
}

const SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min' };

/**
 * Servers of the benchmark's own, in a folder that is gone afterwards.
 * @param settings of Postgres, beside those that keep checkpoints out of the measurement
 */
export async function surroundings(
  dir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Surroundings & { readonly postgresPid: number; stop(): Promise<void> }> {
  const log = () => undefined;
  const binary = await findNatsServer({ runtimeDir: runtimeDir(), log });
  const nats = await startNats({ dir: join(dir, 'nats'), port: await freePort(), token: 'bench', binary, log });
  const options = { dir: join(dir, 'postgres'), port: await freePort(), log, settings: { ...SETTINGS, ...settings } };
  const postgres = await startPostgres(options);
  const issuer = await testIssuer();
  const stop = async () => {
    await Promise.all([issuer.stop(), nats.stop(), postgres.stop()]);
  };
  const natsUrl = nats.url.replace('://', '://bench@');
  return { superuserUrl: postgres.superuserUrl, postgresPid: postgres.pid, natsUrl, issuer, stop };
}
