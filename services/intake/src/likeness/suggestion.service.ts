import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { EmbeddingService } from './embedding.service.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { SuggestingService } from './suggesting.service.ts';

const AT_ONCE = 20;

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

  /** @returns how many suggestions were made; null while another instance makes them */
  async suggestWaiting(): Promise<number | null> {
    if (this.embeddings.configured)
      await this.embeddings.prepare(
        await this.db.source.transaction((manager) => this.nearby.waiting(manager, AT_ONCE)),
      );
    return this.db.transaction(async (tx) => {
      // one at a time, or an issue would not see the one before it
      if (!(await alone(tx))) return null;
      const waiting = await this.nearby.waiting(tx.manager, AT_ONCE);
      if (waiting.length > 0) await this.suggesting.suggestAll(tx, waiting);
      return waiting.length;
    });
  }

  async #untilNothingWaits(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        if ((await this.suggestWaiting()) === AT_ONCE) this.#again = true;
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
