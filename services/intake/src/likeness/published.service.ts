import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { coreOf } from './domain/core-of.ts';
import { guessDomain } from './domain/guess-domain.ts';
import { indexedOfCore } from './domain/retrieval.ts';
import type { Settles } from './domain/suggest.ts';
import { weigh, type Weighed } from './domain/weigh.ts';
import { CoreRows, type Core } from './core-rows.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import { PublishedQueries, type Current } from './published.queries.ts';
import { read } from './reading.ts';

/** A core is of issues; one issue shares nothing with itself alone. */
const ENOUGH_FOR_A_CORE = 2;
const KEPT = 500;

const keyOf = ({ id, number }: Current) => `${id} ${number}`;

/** What people wrote, made comparable with what firms say. */
@Injectable()
export class PublishedService {
  readonly #weighed = new LRUCache<string, Weighed>({ max: KEPT });

  constructor(
    private readonly published: PublishedQueries,
    private readonly rows: LikenessRows,
    private readonly cores: CoreRows,
  ) {}

  async guidances(tx: Tx): Promise<Settles[]> {
    const current = await this.published.guidances(tx);
    const missing = current.filter((one) => !this.#weighed.has(keyOf(one)));
    const written = missing.length > 0 ? await this.published.wordsOf(tx, missing) : [];
    for (const one of written) this.#weighed.set(keyOf(one), weighed(one.words));
    return current.flatMap((one) => {
      const known = this.#weighed.get(keyOf(one));
      return known ? [{ guidanceId: one.id, weighed: known }] : [];
    });
  }

  /** Gives a core to the common issues that people opened: of their members, or of their title where they have none. */
  async keepOpened(tx: Tx): Promise<void> {
    const opened = await this.published.opened(tx);
    if (opened.length === 0) return;
    const members = await this.cores.membersOf(
      tx,
      opened.map(({ id }) => id),
    );
    const idsOf = (id: string) => (members.get(id) ?? []).map(({ issueId }) => issueId);
    const rows = await this.rows.byIds(
      tx,
      opened.flatMap(({ id }) => idsOf(id)),
    );
    const cores = opened.map(({ id, words }) => {
      const known = idsOf(id).flatMap((issueId) => rows.get(issueId)?.weighed ?? []);
      return coreOfOpened(id, known.length < ENOUGH_FOR_A_CORE ? weighed(words) : coreOf(known));
    });
    await this.cores.keep(tx, cores);
  }
}

function coreOfOpened(commonIssueId: string, core: Weighed): Core {
  return { commonIssueId, core, lastReceivedAt: null, terms: new Set(indexedOfCore(core)), before: new Set() };
}

function weighed(words: string): Weighed {
  const reading = read(words);
  return weigh(reading, guessDomain(reading).domain, { issues: 0, of: () => 0 });
}
