import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Supergraph } from './supergraph.ts';

// by looking, not by notification: those are not sent for files that a container has mounted
const LOOK_EVERY_MS = 1_000;

/** Keeps a supergraph as its file says. */
export class SupergraphFile {
  readonly #path: string;
  readonly #supergraph: Supergraph;
  readonly #log: Logger;
  readonly #changed = () => void this.reload();

  constructor(path: string, supergraph: Supergraph, log: Logger) {
    this.#path = path;
    this.#supergraph = supergraph;
    this.#log = log;
  }

  /** @throws when the file is missing or faulty */
  async load(): Promise<void> {
    await this.#supergraph.update(await readFile(this.#path, 'utf8'));
  }

  /** As `load`, but a fault is logged and what serves goes on serving. */
  async reload(): Promise<void> {
    try {
      await this.load();
    } catch (cause) {
      this.#log.error({ err: cause, path: this.#path }, 'supergraph refused; the one before it serves on');
    }
  }

  watch(): void {
    watchFile(this.#path, { interval: LOOK_EVERY_MS, persistent: false }, this.#changed);
  }

  stop(): void {
    unwatchFile(this.#path, this.#changed);
  }
}
