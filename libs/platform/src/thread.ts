import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';

/** What a thread is told. */
export type Told = 'wake' | 'stop';

/** So long a thread that failed is not started again: what makes it fail may last. */
const REST_MS = 2_000;

/** A thread of the process for long work, which those who ask the service do not wait for. Started when it is first woken, and when it is woken after it failed. */
export class Thread {
  readonly #program: URL;
  readonly #log: Logger;
  readonly #restMs: number;
  #worker: Worker | null = null;
  #restsUntil = 0;
  #stopped = false;

  constructor(program: URL, log: Logger, restMs = REST_MS) {
    this.#program = program;
    this.#log = log;
    this.#restMs = restMs;
  }

  wake(): void {
    if (this.#stopped || performance.now() < this.#restsUntil) return;
    this.#worker ??= this.#start();
    tell(this.#worker, 'wake');
  }

  /** Ends once the thread has finished what it has in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    tell(worker, 'stop');
    await ended;
  }

  #start(): Worker {
    const worker = new Worker(this.#program);
    const gone = () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#restsUntil = performance.now() + this.#restMs;
    };
    worker.on('error', (cause) => {
      this.#log.error({ err: cause, program: this.#program.pathname }, 'a thread failed; it is started again');
      // it hears nothing more, though it takes some time to end
      gone();
    });
    worker.on('exit', gone);
    return worker;
  }
}

const tell = (worker: Worker, told: Told): void => worker.postMessage(told);
