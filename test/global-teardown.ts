import { rm } from 'node:fs/promises';

interface Started {
  readonly testPostgres?: { stop(): Promise<void> };
  readonly testDir?: string;
}

export default async function tearDown(): Promise<void> {
  const { testPostgres, testDir } = globalThis as Started;
  await testPostgres?.stop();
  if (testDir) await rm(testDir, { recursive: true, force: true });
}
