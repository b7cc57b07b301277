import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { runJob } from '@qifutong/persistence/caller';
import { Database, type Tx } from '@qifutong/persistence/database';
import { isOfARow, reasonOf } from '@qifutong/persistence/refused-row';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { EmbeddingService } from './embedding.service.ts';
import { Suggester } from './suggester.service.ts';
import { SuggestingService } from './suggesting.service.ts';
import { WaitingQueries, type Waiting } from './waiting.queries.ts';

/** So many at once: few enough that nobody waits long for a proposal that their transaction holds locked. */
const AT_ONCE = 50;

/** Makes the suggestions of issues that wait for one, in the order in which they were registered, each once. */
@Injectable()
export class SuggestionService extends Suggester implements OnModuleDestroy {
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(
    private readonly db: Database,
    private readonly waiting: WaitingQueries,
    private readonly embeddings: EmbeddingService,
    private readonly suggesting: SuggestingService,
    @Inject(LOG) private readonly log: Logger,
  ) {
    super();
  }

  wake(): void {
    this.#again = true;
    // nobody waits for it: it is the machine's doing, not that of whoever registered the issue
    this.#running ??= runJob('suggest-waiting', () => this.#untilNothingWaits());
  }

  /** Whoever reports here makes the suggestions as well. */
  keepingUp(): Promise<void> {
    return Promise.resolve();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** @returns how many suggestions were made; less than there were where another instance makes them */
  async suggestWaiting(atOnce = AT_ONCE): Promise<number> {
    let made = 0;
    for (let more = true; more && !this.#stopped;) {
      const done = await this.#suggestSome(atOnce);
      made += done.made;
      more = done.more;
    }
    return made;
  }

  async #suggestSome(atOnce: number): Promise<Done> {
    try {
      return await this.#suggestFirst(atOnce, await this.#prepare(atOnce));
    } catch (cause) {
      if (becauseOf(cause) === null) throw cause;
      this.log.warn({ err: cause }, 'suggestions of several issues failed; they are made one by one');
      return this.#oneByOne(atOnce);
    }
  }

  /** One issue of which nothing can be made does not keep the others. */
  async #oneByOne(most: number): Promise<Done> {
    for (let made = 0; made < most; made++) {
      const done = await this.#suggestFirst(1, null).catch((cause: unknown) => this.#setAside(cause));
      if (!done.more) return { made, more: false };
    }
    return { made: most, more: true };
  }

  async #setAside(cause: unknown): Promise<Done> {
    const because = becauseOf(cause);
    if (because === null) throw cause;
    return this.db.note(async (tx) => {
      const [first] = (await alone(tx)) ? await this.waiting.first(tx.manager, 1) : [];
      if (!first) return { made: 0, more: false };
      this.log.error({ err: cause, issueId: first.issueId }, 'no suggestion can be made of an issue; it is set aside');
      await this.waiting.setAside(tx, first, because);
      return { made: 1, more: true };
    });
  }

  async #suggestFirst(atOnce: number, prepared: ReadonlySet<string> | null): Promise<Done> {
    let committed = () => undefined as void;
    // a suggestion keeps by itself what it was made of; what follows from it for common issues is announced
    const done = await this.db.note(async (tx) => {
      // one at a time, or an issue would not see the one before it
      if (!(await alone(tx))) return { made: 0, more: false };
      // each lot by itself: ten thousand that were loaded are not read in vain where it is stopped
      if (await this.suggesting.readSome(tx)) return { made: 0, more: true };
      const first = await this.waiting.first(tx.manager, atOnce);
      const inHand = prepared ? leading(first, prepared) : first;
      if (inHand.length > 0) {
        committed = await this.suggesting.suggest(tx, inHand);
        await this.waiting.done(tx, inHand);
      }
      return { made: inHand.length, more: first.length > 0 };
    });
    committed();
    return done;
  }

  /** @returns of which issues the endpoint was asked for the meaning; null where there is none */
  async #prepare(atOnce: number): Promise<ReadonlySet<string> | null> {
    if (!this.embeddings.configured) return null;
    const waiting = await this.waiting.first(this.db.source.manager, atOnce);
    await this.embeddings.prepare(waiting.filter(({ again }) => !again));
    return new Set(waiting.map(({ issueId }) => issueId));
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

interface Done {
  readonly made: number;
  readonly more: boolean;
}

/** Why the issues in hand, and not the circumstances, made it fail; null for these. Never the message: it may hold what was said. */
function becauseOf(cause: unknown): string | null {
  if (isOfARow(cause)) return reasonOf(cause);
  return cause instanceof TypeError || cause instanceof RangeError ? cause.name : null;
}

/** Whose meaning nobody asked for, and those after it, come next: order goes before speed. */
function leading(first: readonly Waiting[], prepared: ReadonlySet<string>): readonly Waiting[] {
  const end = first.findIndex(({ issueId }) => !prepared.has(issueId));
  return end === -1 ? first : first.slice(0, end);
}

async function alone(tx: Tx): Promise<boolean> {
  const rows: { alone: boolean }[] = await tx.manager.query(
    `select pg_try_advisory_xact_lock(hashtext('suggestions' || current_schema())) as alone`,
  );
  return rows[0]!.alone;
}
