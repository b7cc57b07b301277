import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from '../tools/runtime/nats.ts';
import { freePort } from '../tools/runtime/ports.ts';
import { startPostgres } from '../tools/runtime/postgres.ts';
import { runtimeDir } from '../tools/runtime/environment.ts';

/** One real Postgres for all spec files (each has a schema of its own), and the nats-server that each starts for itself. */
export default async function setUp(): Promise<void> {
  const log = () => undefined;
  process.env['TEST_NATS_SERVER'] ??= await findNatsServer({ runtimeDir: runtimeDir(), log });
  if (process.env['TEST_DATABASE_URL']) return;
  const dir = await mkdtemp(join(tmpdir(), 'qft-test-'));
  await chmod(dir, 0o755);
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), port: await freePort(), log });
  process.env['TEST_DATABASE_URL'] = postgres.superuserUrl;
  Object.assign(globalThis, { testPostgres: postgres, testDir: dir });
}
