import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Thread } from '@qifutong/platform/thread';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { Suggester } from './suggester.service.ts';

/** Makes suggestions on a thread of its own: those who report do not wait for it, nor it for them. */
@Injectable()
export class SuggestionThread extends Suggester implements OnModuleDestroy {
  readonly #thread: Thread;

  constructor(@Inject(LOG) log: Logger) {
    super();
    this.#thread = new Thread(new URL('./suggestion.thread.js', import.meta.url), log);
  }

  wake(): void {
    this.#thread.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.#thread.stop();
  }
}
