import { Inject, Injectable } from '@nestjs/common';
import { domain, townCode } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database, type Tx } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import type { ServiceConfig } from '@qifutong/platform/config';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { CONFIG } from '@qifutong/platform/tokens';
import { Any } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { GuidanceFilter } from '../generated/graphql.ts';
import type { Standing } from '../issue/domain/outdated.ts';
import { guidanceStates, type Guidance, type GuidanceVersion } from './domain/guidance.ts';
import { outsideOf, type Aspect, type Subject } from './domain/outside-of.ts';
import { partsOf } from './domain/tokens.ts';
import { GuidanceSearch, type Narrowed } from './guidance-search.queries.ts';
import { GuidanceTable, GuidanceVersionTable } from './guidance.table.ts';

const filterShape = z
  .object({
    domain: domain.nullish(),
    townCode: townCode.nullish(),
    inForceOn: z.iso.date().nullish(),
    state: z.enum(guidanceStates).nullish(),
  })
  .transform((filter): Narrowed => ({
    domain: filter.domain ?? null,
    townCode: filter.townCode ?? null,
    inForceOn: filter.inForceOn ?? null,
    withdrawn: filter.state ? filter.state === 'WITHDRAWN' : null,
  }));
export { outsideOf };
const MOST_TYPED = 100;
const newestFirst: Order<Guidance> = { by: ['publishedAt', 'id'], direction: 'DESC' };
/** Whether a version holds on a day. */
export const heldOn = (day: string): string =>
  `version.effective_from <= ${day} and coalesce(version.effective_to >= ${day}, true) and coalesce(version.superseded_on >= ${day}, true)`;
const HELD_ON = heldOn(':day');
/** Whether a list of the version covers what is said in SQL: an empty one covers all, and nobody is outside by what is null. */
const covers = (list: string, said: string) =>
  `(version.${list} = '{}' or coalesce(${said} = any (version.${list}), true))`;
/** Whether a version may cover an issue of which as much is known as is said in SQL: `outsideOf`, before there is a limit. */
export const mayCover = ({ domain: about, townCode: town, industry, size }: Record<keyof Subject, string>): string =>
  [
    `coalesce(version.domain = ${about}, true)`,
    covers('town_codes', town),
    covers('industries', industry),
    covers('sizes', size),
  ].join(' and ');
/** Not so where a later version was brought forward to its first day or before. */
const EVER_HOLDS = 'coalesce(version.superseded_on >= version.effective_from, true)';

/** Of a guidance the version that is asked about: that which holds on the day, or else the newest. */
function versionsThat({ domain: about, townCode: town, inForceOn: day }: Narrowed): string {
  const asked = [
    day ? HELD_ON : 'version.number = guidance.current_version',
    ...(day && about ? ['version.domain = :about'] : []),
    ...(town ? [covers('town_codes', ':town')] : []),
  ];
  return `select from guidance_version version where version.guidance_id = guidance.id and ${asked.join(' and ')}`;
}

/** Each with the number of the version by which it was found. */
export interface GuidancePage extends Page<Guidance> {
  readonly edges: readonly (Page<Guidance>['edges'][number] & { readonly number: number })[];
}

type Kind = Pick<Subject, 'industry' | 'size'>;

/** How often it was used, how often the firm was then reached, and how often it called that settled. */
export interface Score {
  readonly used: number;
  readonly called: number;
  readonly settled: number;
}

/** A guidance in the version on which an answer rests. */
export interface GuidanceInForce {
  readonly id: string;
  readonly version: number;
  /** who published that version */
  readonly author: string;
  readonly standing: Standing;
  /** by what it certainly does not cover an issue, as far as that is known */
  outside(known: Subject): Aspect | null;
}

/** Of the issue that used it, wherever a merging took them. */
const OWN_CALLBACKS = `select round, outcome from callback where issue_id = used.issue_id and first_issue_id is null
  union all select round, outcome from callback where first_issue_id = used.issue_id`;

@Injectable()
export class GuidanceQueries {
  constructor(
    private readonly db: Database,
    private readonly search: GuidanceSearch,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Guidance | null)[]> => {
    const found = await this.db.source.manager.findBy(GuidanceTable, { id: Any(ids.filter((id) => isUuid(id))) });
    return inOrder(
      ids.map((id) => id.toLowerCase()),
      found,
      (guidance) => guidance.id,
    );
  };

  /** The version of a guidance that holds on that day of the county, or null. Within a transaction it holds until its end. */
  async inForce(guidanceId: string, day: string, tx?: Tx): Promise<GuidanceVersion | null> {
    const manager = tx?.manager ?? this.db.source.manager;
    const lock = tx ? ({ lock: { mode: 'pessimistic_read' } } as const) : {};
    const guidance = await manager.findOne(GuidanceTable, { where: { id: guidanceId, state: 'PUBLISHED' }, ...lock });
    if (guidance === null) return null;
    return manager
      .createQueryBuilder(GuidanceVersionTable, 'version')
      .where(`version.guidanceId = :guidanceId and ${HELD_ON}`, { guidanceId, day })
      .orderBy('version.number', 'DESC')
      .limit(1)
      .getOne();
  }

  /** What an answer to an issue that is given now may rest on; it stays in force until the transaction ends. */
  async inForceNow(tx: Tx, guidanceId: string): Promise<GuidanceInForce | null> {
    const day = countyDay(await tx.now(), this.config.COUNTY_TIME_ZONE);
    const version = await this.inForce(guidanceId, day, tx);
    if (version === null) return null;
    const { guidanceId: id, number, publishedBy: author } = version;
    const outside: GuidanceInForce['outside'] = (known) => outsideOf(version, known);
    return { id, version: number, author, standing: await this.standing(tx, id), outside };
  }

  /** Of which kind a firm is, as far as the register knows. Of an issue that is locked its firm stays the one that it is asked of. */
  async kindOf(tx: Tx, creditCode: string | null): Promise<Kind> {
    const [kind = { industry: null, size: null }] = await tx.manager.query<Kind[]>(
      `select industry, size from firm where credit_code = $1`,
      [creditCode],
    );
    return kind;
  }

  /** It stays so until the transaction ends: who publishes or withdraws meanwhile waits, and then finds what was decided. */
  async standing(tx: Tx, id: string): Promise<Standing> {
    const lock = { mode: 'pessimistic_read' } as const;
    const { currentVersion, state } = await tx.manager.findOneOrFail(GuidanceTable, { where: { id }, lock });
    return { currentVersion, withdrawn: state === 'WITHDRAWN' };
  }

  /**
   * A guidance and the version of it that took effect last, though it may have run out; where none has yet, the first that will. They stay
   * so until the transaction ends.
   */
  async begun(tx: Tx, guidanceId: string): Promise<{ guidance: Guidance; version: GuidanceVersion } | null> {
    const lock = { mode: 'pessimistic_read' } as const;
    const guidance = await tx.manager.findOne(GuidanceTable, { where: { id: guidanceId }, lock });
    if (guidance === null) return null;
    const day = countyDay(await tx.now(), this.config.COUNTY_TIME_ZONE);
    const version = await tx.manager
      .createQueryBuilder(GuidanceVersionTable, 'version')
      .where(`version.guidanceId = :guidanceId and ${EVER_HOLDS}`, { guidanceId, day })
      .orderBy('version.effective_from > :day', 'ASC')
      .addOrderBy('abs(version.effective_from - :day::date)', 'ASC')
      .limit(1)
      .getOneOrFail();
    return { guidance, version };
  }

  /** Newest first; where something is typed, what fits best first. */
  async list(typed: string | null, filter: GuidanceFilter | null | undefined, args: PageArgs): Promise<GuidancePage> {
    const narrowed = filterOf(filterShape, filter);
    const parts = partsOf((typed ?? '').slice(0, MOST_TYPED)).join(' ');
    return parts === '' ? this.#newest(narrowed, args) : this.#found(parts, narrowed, args);
  }

  async #found(typed: string, narrowed: Narrowed, args: PageArgs): Promise<GuidancePage> {
    const { edges, pageInfo } = await this.search.find(typed, await this.#today(), narrowed, args);
    const guidances = await this.byIds(edges.map(({ node }) => node.id));
    return {
      edges: edges.map(({ cursor, node }, i) => ({ cursor, node: guidances[i]!, number: node.number })),
      pageInfo,
    };
  }

  async #newest(narrowed: Narrowed, args: PageArgs): Promise<GuidancePage> {
    const { domain: about, townCode: town, inForceOn: day, withdrawn } = narrowed;
    const query = this.db.source.createQueryBuilder(GuidanceTable, 'guidance');
    if (withdrawn !== null) query.andWhere('guidance.state = :state', { state: withdrawn ? 'WITHDRAWN' : 'PUBLISHED' });
    if (day) query.andWhere(`guidance.state = 'PUBLISHED'`);
    if (about && !day) query.andWhere('guidance.domain = :about', { about });
    if (day || town) query.andWhere(`exists (${versionsThat(narrowed)})`, { day, about, town });
    const { edges, pageInfo } = await page(query, newestFirst, args);
    const ids = edges.map(({ node }) => node.id);
    const held = day ? await this.inForceOf(ids, day) : [];
    return {
      edges: edges.map((edge, i) => ({ ...edge, number: held[i]?.number ?? edge.node.currentVersion })),
      pageInfo,
    };
  }

  async #today(): Promise<string> {
    return countyDay(await this.db.now(), this.config.COUNTY_TIME_ZONE);
  }

  /** The version of each guidance that holds on a day of the county, today where none is named; null where none does. */
  readonly inForceOf = async (ids: readonly string[], on: string | null): Promise<(GuidanceVersion | null)[]> => {
    const day = on ?? (await this.#today());
    const found = await this.db.source
      .createQueryBuilder(GuidanceVersionTable, 'version')
      .where(`version.guidanceId = any(:ids) and ${HELD_ON}`, { ids, day })
      .andWhere(
        `exists (select from guidance where guidance.id = version.guidance_id and guidance.state = 'PUBLISHED')`,
      )
      .getMany();
    return inOrder(ids, found, (version) => version.guidanceId);
  };

  /** The versions of each guidance, newest first. */
  readonly versions = async (guidanceIds: readonly string[]): Promise<GuidanceVersion[][]> => {
    const found = await this.db.source.manager.find(GuidanceVersionTable, {
      where: { guidanceId: Any(guidanceIds) },
      order: { number: 'DESC' },
    });
    const byGuidance = Map.groupBy(found, (version) => version.guidanceId);
    return guidanceIds.map((id) => byGuidance.get(id) ?? []);
  };

  readonly scores = async (guidanceIds: readonly string[]): Promise<Score[]> => {
    const rows = await this.db.source.query<(Score & { id: string })[]>(
      `select used.guidance_id as id, count(*)::int as used, count(reached)::int as called,
         count(*) filter (where reached = 'SETTLED')::int as settled
       from guidance_use used left join lateral (
         select outcome as reached from (${OWN_CALLBACKS}) own where own.round = used.round and outcome <> 'NOT_REACHED' limit 1
       ) as called on true
       where used.guidance_id = any($1) group by used.guidance_id`,
      [guidanceIds],
    );
    return inOrder(guidanceIds, rows, (row) => row.id).map((row) => row ?? { used: 0, called: 0, settled: 0 });
  };
}
