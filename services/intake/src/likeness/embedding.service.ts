import { Inject, Injectable } from '@nestjs/common';
import { LOG, CONFIG } from '@qifutong/platform/tokens';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { IntakeConfig } from '../config.ts';
import { embedded } from './domain/embedded.ts';
import { lexical, type Scorer } from './domain/likeness.ts';
import { embeddingsOf } from './embeddings.ts';
import type { Waiting } from './waiting.queries.ts';

const KEPT = 1_000;
/** So long an endpoint that failed is left alone: who reports in the meantime does not wait for it each time. */
const REST_MS = 5_000;

type Asked = Pick<Waiting, 'issueId' | 'text'>;

/** The vectors of an OpenAI-compatible endpoint, where one is configured. Asked before a transaction, never in one. */
@Injectable()
export class EmbeddingService {
  readonly scorer: Scorer;
  /** which scorer, in which version */
  readonly name: string;
  readonly #vectors = new LRUCache<string, readonly number[]>({ max: KEPT });
  #restsUntil = 0;
  #fetching: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: IntakeConfig,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const { EMBEDDING_URL, EMBEDDING_MODEL, EMBEDDING_UNLIKE: unlike, EMBEDDING_ALIKE: alike } = config;
    this.scorer = EMBEDDING_URL ? embedded(lexical, { unlike, alike }) : lexical;
    this.name = EMBEDDING_URL ? `lexical-1+${EMBEDDING_MODEL}` : 'lexical-1';
  }

  get configured(): boolean {
    return this.config.EMBEDDING_URL !== undefined;
  }

  /** Fetches what is not at hand, in one request. Where the endpoint fails or is slow, words alone are compared for a while. */
  prepare(waiting: readonly Asked[]): Promise<void> {
    // in turn: what one fetches, the next has at hand
    const fetched = this.#fetching.then(() => this.#fetch(waiting));
    this.#fetching = fetched.catch(() => undefined);
    return fetched;
  }

  async #fetch(waiting: readonly Asked[]): Promise<void> {
    const missing = waiting.filter(({ issueId }) => !this.#vectors.has(issueId));
    if (performance.now() < this.#restsUntil) return;
    const vectors = await embeddingsOf(
      missing.map(({ text }) => text),
      this.config,
      this.log,
    );
    if (vectors.includes(null)) this.#restsUntil = performance.now() + REST_MS;
    for (const [i, vector] of vectors.entries()) if (vector) this.#vectors.set(missing[i]!.issueId, vector);
  }

  of(issueId: string): readonly number[] | null {
    return this.#vectors.get(issueId) ?? null;
  }
}
