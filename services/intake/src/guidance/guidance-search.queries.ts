import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { cursorValues, pageOf, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { folded, partsOf, tokensOf } from './domain/tokens.ts';
import type { Content, Guidance } from './domain/guidance.ts';
import { GuidanceSearchTable } from './guidance.table.ts';

/** What a list of guidances is narrowed to. */
export interface Narrowed {
  readonly domain: string | null;
  readonly townCode: string | null;
  readonly inForceOn: string | null;
  readonly withdrawn: boolean | null;
}

/** A guidance and how well it fits: 2 in force, and 1 more where the title says it. */
export interface Found {
  readonly id: string;
  readonly rank: number;
}

const best: Order<Found> = { by: ['rank', 'id'], direction: 'DESC' };

const SEARCH = `
  select guidance_id as id, max(in_force::int * 2 + in_title::int) as rank
  from guidance_search,
    lateral (select not withdrawn and effective_from <= $3::date and coalesce(ends_on >= $3::date, true) as in_force) as held,
    lateral (select not exists (select from unnest($2::text[]) as part where strpos(title, part) = 0) as in_title) as said
  where tokens @> $1::text[] and (current or in_force)
    and not exists (select from unnest($2::text[]) as part where char_length(part) > 2 and strpos(words, part) = 0)
    and ($4::text is null or domain = $4) and ($5::text is null or town_codes = '{}' or $5 = any(town_codes))
    and ($6::date is null or not withdrawn and effective_from <= $6 and coalesce(ends_on >= $6, true))
    and ($7::boolean is null or withdrawn = $7)
  group by guidance_id`;

/** Finding guidances while somebody types. */
@Injectable()
export class GuidanceSearch {
  constructor(private readonly db: Database) {}

  /** Those in force first, of these where the title says it first, of these the newest. @param today the county's day */
  async find(typed: string, today: string, narrowed: Narrowed, args: PageArgs): Promise<Page<Found>> {
    const parts = partsOf(typed);
    const [rank, id] = args.after === null ? [null, null] : cursorValues(args.after, best);
    const { domain, townCode, inForceOn, withdrawn } = narrowed;
    const rows = await this.db.source.query<Found[]>(
      `select id, rank from (${SEARCH}) as found where $8::int is null or (rank, id) < ($8, $9::uuid) order by rank desc, id desc limit $10`,
      [narrowest(parts), parts, today, domain, townCode, inForceOn, withdrawn, rank, id, args.first + 1],
    );
    return pageOf(rows, args.first, best);
  }

  /** Makes a version findable; those before it stay so until it takes effect. */
  async enter(tx: Tx, { id, currentVersion }: Guidance, content: Content): Promise<void> {
    const { title, text, domain, townCodes, effectiveFrom, effectiveTo } = content;
    await tx.manager.query(
      `update guidance_search set current = false, ends_on = least(ends_on, $2::date - 1) where guidance_id = $1`,
      [id, effectiveFrom],
    );
    await tx.manager.insert(GuidanceSearchTable, {
      guidanceId: id,
      number: currentVersion,
      current: true,
      withdrawn: false,
      domain,
      townCodes: [...townCodes],
      title: folded(title),
      words: folded(`${title}\n${text}`),
      tokens: tokensOf(folded(`${title}\n${text}`)),
      effectiveFrom,
      endsOn: effectiveTo,
    });
  }

  async withdraw(tx: Tx, guidanceId: string): Promise<void> {
    await tx.manager.update(GuidanceSearchTable, { guidanceId }, { withdrawn: true });
  }
}

/** The tokens that narrow most: neighbours, and single characters only of parts that have no neighbours. */
function narrowest(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const tokens = tokensOf(part);
    const pairs = tokens.filter((token) => [...token].length > 1);
    return pairs.length > 0 ? pairs : tokens;
  });
}
