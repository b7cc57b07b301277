import { AlreadyRunning } from './start/lock.ts';
import { startAll } from './start/start-all.ts';

const ONE_ASKING_MS = 1_000;

/** The command `npm start`: everything, until Ctrl-C. */
async function main(): Promise<void> {
  const running = await startAll();
  let askedAt: number | undefined;
  const stop = () => {
    // one Ctrl-C arrives several times: from the terminal and through npm
    if (askedAt !== undefined && performance.now() - askedAt > ONE_ASKING_MS) process.exit(130);
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    console.log('\nstopping (once more to end at once) …');
    void running.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

await main().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(cause instanceof AlreadyRunning ? 3 : 1);
});
