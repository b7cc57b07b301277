import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { Thread } from '@qifutong/platform/thread';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { Backpressure } from './backpressure.ts';
import { Suggester } from './suggester.service.ts';
import { WaitingQueries } from './waiting.queries.ts';

/** Makes suggestions on a thread of its own: those who report wait for it only where more come than it can serve within the second. */
@Injectable()
export class SuggestionThread extends Suggester implements OnModuleDestroy {
  readonly #thread: Thread;
  readonly #backpressure: Backpressure;
  readonly #log: Logger;

  constructor(db: Database, waiting: WaitingQueries, @Inject(LOG) log: Logger) {
    super();
    this.#log = log;
    this.#thread = new Thread(new URL('./suggestion.thread.js', import.meta.url), log);
    this.#backpressure = new Backpressure({ waitedMs: () => waiting.waitedMs(db.source.manager), pause });
  }

  wake(): void {
    this.#thread.wake();
    void this.#backpressure.watch().catch((cause: unknown) => {
      this.#log.warn({ err: cause }, 'how far suggestions are behind was not seen');
    });
  }

  keepingUp(): Promise<void> {
    return this.#backpressure.pass();
  }

  onModuleDestroy(): Promise<void> {
    return this.#thread.stop();
  }
}
