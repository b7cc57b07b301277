import { isAlive } from '../runtime/processes.ts';

const LOOK_EVERY_MS = 500;

/** A part that is to be stopped; in the reverse order of starting. */
export interface Stoppable {
  readonly name: string;
  stop(): Promise<void>;
}

interface Server {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server that is no child of ours, and starts it again when it ends by itself. */
export async function keep<S extends Server>(name: string, start: () => Promise<S>): Promise<Stoppable & { first: S }> {
  const first = await start();
  let server = first;
  let starting: Promise<void> | undefined;
  const again = async () => {
    console.error(`${name} ended by itself (process ${server.pid}); starting it again`);
    server = await start();
  };
  const timer = setInterval(() => {
    if (starting || isAlive(server.pid)) return;
    starting = again()
      .catch((cause: unknown) => console.error(`${name} could not be started again:`, cause))
      .finally(() => {
        starting = undefined;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  const stop = async () => {
    clearInterval(timer);
    await starting;
    await server.stop();
  };
  return { name, first, stop };
}
