import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { EmbeddingService } from './embedding.service.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { SuggestingService } from './suggesting.service.ts';

const PREPARED = 20;

/** Makes the suggestions of issues that wait for one, in the order in which they were registered, each once. */
@Injectable()
export class SuggestionService implements OnModuleDestroy {
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(
    private readonly db: Database,
    private readonly nearby: NearbyQueries,
    private readonly embeddings: EmbeddingService,
    private readonly suggesting: SuggestingService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** An issue was registered in this process: its suggestion is made now, not at the job's next turn. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#untilNothingWaits();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** @returns how many suggestions were made; less than there were where another instance makes them */
  async suggestWaiting(): Promise<number> {
    let made = 0;
    while (!this.#stopped && (await this.#suggestFirst())) made += 1;
    return made;
  }

  // an issue has a transaction of its own: the members that it locks in a proposal are not kept for the next one
  async #suggestFirst(): Promise<boolean> {
    if (this.embeddings.configured) await this.#prepare();
    return this.db.transaction(async (tx) => {
      // one at a time, or an issue would not see the one before it
      if (!(await alone(tx))) return false;
      const [first] = await this.nearby.waiting(tx.manager, 1);
      if (first) await this.suggesting.suggest(tx, first);
      return first !== undefined;
    });
  }

  async #prepare(): Promise<void> {
    const waiting = await this.db.source.transaction((manager) => this.nearby.waiting(manager, PREPARED));
    await this.embeddings.prepare(waiting);
  }

  async #untilNothingWaits(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.suggestWaiting();
      }
    } catch (cause) {
      this.log.error({ err: cause }, 'suggestions failed; the job makes them at its next turn');
    }
    this.#running = null;
  }
}

async function alone(tx: Tx): Promise<boolean> {
  const rows: { alone: boolean }[] = await tx.manager.query(
    `select pg_try_advisory_xact_lock(hashtext('suggestions' || current_schema())) as alone`,
  );
  return rows[0]!.alone;
}
