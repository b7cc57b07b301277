import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { LRUCache } from 'lru-cache';
import type { Reading } from './domain/reading.ts';
import { CoreRows } from './core-rows.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import { mayBeOfOneFirm, Met, type Found } from './met.ts';
import { NearbyQueries, NEAREST, OF_FIRM } from './nearby.queries.ts';
import { PublishedService } from './published.service.ts';
import { read } from './reading.ts';
import { asOf } from './waiting.queries.ts';
import type { Prepared } from './weighing.service.ts';

const KEPT = 2_000;

/** What issues meet: others of their firms, others of their windows, and the common issues there are. */
@Injectable()
export class SurroundingsService {
  readonly #readings = new LRUCache<string, Reading>({ max: KEPT });

  constructor(
    private readonly nearby: NearbyQueries,
    private readonly rows: LikenessRows,
    private readonly cores: CoreRows,
    private readonly published: PublishedService,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Of each, what was there before it: those before it in hand are among it, those after it are not. */
  async of(tx: Tx, prepared: readonly Prepared[], now: Date): Promise<Met> {
    await this.published.keepOpened(tx);
    const before = beforeOf(prepared);
    const near = (await this.nearby.near(tx, prepared)).map((ids, i) => before(ids, i, NEAREST));
    const ofFirm = (await this.nearby.ofFirm(tx, prepared)).map(({ byCode, byName }, i) => [
      ...new Set([...before(byCode, i, OF_FIRM), ...before(byName, i, OF_FIRM)]),
    ]);
    const ids = [...new Set([...near, ...ofFirm, prepared.map(({ issueId }) => issueId)].flat())];
    const rows = await this.rows.byIds(tx, ids);
    const standing = await this.nearby.standing(tx, ids);
    const earlier = ofFirm.map((some, i) =>
      some.filter((id) => mayBeOfOneFirm(prepared[i]!.waiting, standing.get(id)!)),
    );
    const readings = await this.#readingsOf(tx, prepared, earlier.flat());
    return new Met(prepared, {
      near,
      earlier,
      rows,
      standing,
      readings,
      ...(await this.#commons(tx, prepared, now)),
    });
  }

  /** Reads some of the guidances that nobody has read. @returns whether there were any */
  readSome(tx: Tx): Promise<boolean> {
    return this.published.readSome(tx);
  }

  async #commons(tx: Tx, prepared: readonly Prepared[], now: Date): Promise<Published> {
    const days = prepared.map(({ waiting }) => countyDay(asOf(waiting, now), this.config.COUNTY_TIME_ZONE));
    const sharing = await this.nearby.cores(tx, prepared);
    const commons = await this.cores.byIds(tx, [...new Set(sharing.flat())]);
    const inForce = await this.published.inForce(tx, commons.values(), { seeking: prepared, days });
    return { sharing, commons, inForce, guidances: await this.published.guidances(tx, prepared, days) };
  }

  async #readingsOf(tx: Tx, prepared: readonly Prepared[], issueIds: readonly string[]): Promise<Map<string, Reading>> {
    for (const { issueId, told } of prepared) this.#readings.set(issueId, told.issue.reading);
    const missing = issueIds.filter((id) => !this.#readings.has(id));
    const fresh = new Map<string, Reading>();
    for (const [id, text] of await this.nearby.textsOf(tx, missing)) fresh.set(id, read(text));
    for (const [id, reading] of fresh) this.#readings.set(id, reading);
    return new Map(issueIds.map((id) => [id, fresh.get(id) ?? this.#readings.get(id)!]));
  }
}

type Published = Pick<Found, 'sharing' | 'commons' | 'inForce' | 'guidances'>;

/** Leaves out the issue itself and those after it in hand, but for those that were there before. */
function beforeOf(prepared: readonly Prepared[]) {
  const places = new Map(prepared.flatMap(({ issueId, waiting }, i) => (waiting.again ? [] : [[issueId, i]])));
  return (ids: readonly string[], i: number, atMost: number): string[] =>
    ids.filter((id) => id !== prepared[i]!.issueId && (places.get(id) ?? -1) < i).slice(0, atMost);
}
