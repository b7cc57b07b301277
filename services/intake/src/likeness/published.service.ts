import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { outsideOf } from '../guidance/guidance.queries.ts';
import type { Scope } from '../guidance/domain/guidance.ts';
import { coreOf } from './domain/core-of.ts';
import { guessDomain } from './domain/guess-domain.ts';
import { indexedOfCore } from './domain/retrieval.ts';
import type { Settles } from './domain/suggest.ts';
import { weigh, type Weighed } from './domain/weigh.ts';
import { CoreRows, type Core } from './core-rows.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import { PublishedQueries, type Asking } from './published.queries.ts';
import { read } from './reading.ts';

/** A core is of issues; one issue shares nothing with itself alone. */
const ENOUGH_FOR_A_CORE = 2;
const KEPT = 2_000;

interface Guided {
  readonly guidanceId: string | null;
}

/** Whose guidances are looked for; the days are theirs in their order. */
interface Asked {
  readonly seeking: readonly Asking[];
  readonly days: readonly string[];
}

const mayCover = (scope: Scope, { waiting }: Asking): boolean => outsideOf(scope, waiting.about) === null;

/** What people wrote, made comparable with what firms say. */
@Injectable()
export class PublishedService {
  readonly #weighed = new LRUCache<string, Settles>({ max: KEPT });

  constructor(
    private readonly published: PublishedQueries,
    private readonly rows: LikenessRows,
    private readonly cores: CoreRows,
  ) {}

  /** What may settle each: by what it says, and by the closed common issue that it settled. @param days the county's day as of which each is */
  async guidances(tx: Tx, seeking: readonly Asking[], days: readonly string[]): Promise<Settles[][]> {
    const versions = await this.published.guidances(tx, seeking, days);
    const weighed = await this.#weighedOf(tx, [...new Set(versions.flat())]);
    const closed = await this.published.closed(tx, seeking, days);
    const cores = await this.cores.byIds(tx, [...new Set(closed.flat())]);
    const settled = (id: string): Settles[] => {
      const { guidanceId = null, core } = cores.get(id) ?? {};
      return guidanceId === null || !core ? [] : [{ guidanceId, weighed: core, commonIssueId: id }];
    };
    return seeking.map((_, i) => [
      ...versions[i]!.flatMap((id) => weighed.get(id) ?? []),
      ...closed[i]!.flatMap(settled),
    ]);
  }

  /** @returns which of the guidances of common issues hold on the day of each and may cover it */
  async inForce(tx: Tx, commons: Iterable<Guided>, { seeking, days }: Asked): Promise<ReadonlySet<string>[]> {
    const ids = new Set([...commons].flatMap(({ guidanceId }) => guidanceId ?? []));
    const held = ids.size > 0 ? await this.published.inForce(tx, [...ids], [...new Set(days)]) : [];
    const byDay = Map.groupBy(held, ({ day }) => day);
    return seeking.map((one, i) => {
      const covering = byDay.get(days[i]!)?.filter(({ scope }) => mayCover(scope, one));
      return new Set(covering?.map(({ id }) => id));
    });
  }

  /** Reads some of the guidances that nobody has read. @returns whether there were any */
  async readSome(tx: Tx): Promise<boolean> {
    const unread = await this.published.unread(tx);
    if (unread.length === 0) return false;
    const read = unread.map(({ id, words }) => ({ id, weighed: weighed(words) }));
    await this.published.keep(
      tx,
      read.map((one) => ({ ...one, terms: indexedOfCore(one.weighed) })),
    );
    return true;
  }

  async #weighedOf(tx: Tx, versionIds: readonly string[]): Promise<Map<string, Settles>> {
    const missing = versionIds.filter((id) => !this.#weighed.has(id));
    const read = missing.length > 0 ? await this.published.weighedOf(tx, missing) : [];
    const fresh = new Map(read.map(({ id, ...settles }) => [id, { ...settles, versionId: id }]));
    for (const [id, settles] of fresh) this.#weighed.set(id, settles);
    return new Map(versionIds.map((id) => [id, fresh.get(id) ?? this.#weighed.get(id)!]));
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
