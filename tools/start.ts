import { AlreadyRunning } from './start/lock.ts';
import { startAll } from './start/start-all.ts';

/** The command `npm start`: everything, until Ctrl-C. */
async function main(): Promise<void> {
  const running = await startAll();
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
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
