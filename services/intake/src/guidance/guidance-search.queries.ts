import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { cursorValues, pageOf, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { LONGEST_TOKEN, partsOf, tokensOf } from './domain/tokens.ts';
import type { Content, Guidance } from './domain/guidance.ts';
import { findable, folded } from './folded.ts';
import { GuidanceSearchTable } from './guidance.table.ts';

/** What a list of guidances is narrowed to. */
export interface Narrowed {
  readonly domain: string | null;
  readonly townCode: string | null;
  readonly inForceOn: string | null;
  readonly withdrawn: boolean | null;
}

/** A guidance, the version that says it, and how well it fits: 2 where it is in force today, and 1 more where the title says it. */
export interface Found {
  readonly id: string;
  readonly number: number;
  readonly rank: number;
}

const best: Order<Found> = { by: ['rank', 'id'], direction: 'DESC' };
const RANKS = [3, 2, 1, 0] as const;
type Rank = (typeof RANKS)[number];

const holds = (day: string) =>
  `(not withdrawn and effective_from <= ${day}::date and coalesce(ends_on >= ${day}::date, true))`;

const HOLDS_TODAY = holds('$2');
const ofAnother = HOLDS_TODAY.replaceAll(/withdrawn|effective_from|ends_on/g, 'other.$&');

type Held = 'in force' | 'then' | 'not';

/** Of a guidance the version in force is looked at; where none is, the newest. Of a day that which holds then, and no other. */
const holding: Record<Held, string> = {
  'in force': HOLDS_TODAY,
  then: `not ${HOLDS_TODAY}`,
  not: `current and not ${HOLDS_TODAY} and not exists (
    select from guidance_search as other where other.guidance_id = guidance_search.guidance_id and ${ofAnother})`,
};

/** Plain conditions, one for each part typed, so that one rank is one short walk along one index. */
function searchFor(parts: readonly string[], rank: Rank, day: string | null): string {
  const otherwise = day === null ? 'not' : 'then';
  const places = parts.map((part, i) => ({ place: `$${9 + i}`, isToken: [...part].length <= LONGEST_TOKEN }));
  const inTitle = places.map(({ place }) => `strpos(title, ${place}) > 0`).join(' and ');
  const inWords = places
    .flatMap(({ place, isToken }) => (isToken ? [] : [` and strpos(words, ${place}) > 0`]))
    .join('');
  const where =
    rank % 2 === 1
      ? `title_tokens @> $1::text[] and ${inTitle}`
      : `tokens @> $1::text[]${inWords} and not (${inTitle})`;
  return `
    select guidance_id as id, number, ${rank} as rank from guidance_search
    where ${where} and ${holding[rank >= 2 ? 'in force' : otherwise]}
      and ($3::text is null or domain = $3) and ($4::text is null or town_codes = '{}' or $4 = any(town_codes))
      and ($5::date is null or ${holds('$5')}) and ($6::boolean is null or withdrawn = $6) and ($7::uuid is null or guidance_id < $7)
    order by guidance_id desc limit $8`;
}

/** Finding guidances while somebody types. */
@Injectable()
export class GuidanceSearch {
  constructor(private readonly db: Database) {}

  /** Those in force first, of these where the title says it first, of these the newest. @param today the county's day */
  async find(typed: string, today: string, narrowed: Narrowed, args: PageArgs): Promise<Page<Found>> {
    const parts = partsOf(folded(typed));
    const { domain, townCode, inForceOn, withdrawn } = narrowed;
    const [from, after] = args.after === null ? [RANKS[0], null] : cursorValues(args.after, best);
    const rows: Found[] = [];
    for (const rank of RANKS.filter((one) => one <= Number(from))) {
      const missing = args.first + 1 - rows.length;
      if (missing === 0) break;
      const id = rank === Number(from) ? after : null;
      const given = [narrowest(parts), today, domain, townCode, inForceOn, withdrawn, id, missing, ...parts];
      rows.push(...(await this.db.source.query<Found[]>(searchFor(parts, rank, inForceOn), given)));
    }
    return pageOf(rows, args.first, best);
  }

  /** Makes a version findable; those before it stay so until it takes effect. */
  async enter(tx: Tx, { id, currentVersion }: Guidance, content: Content): Promise<void> {
    const { domain, townCodes, effectiveFrom, effectiveTo } = content;
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
      ...findable(content),
      effectiveFrom,
      endsOn: effectiveTo,
    });
  }

  async withdraw(tx: Tx, guidanceId: string): Promise<void> {
    await tx.manager.update(GuidanceSearchTable, { guidanceId }, { withdrawn: true });
  }
}

/** The longest tokens of each part: what has them nearly always has the part. */
function narrowest(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const size = Math.min([...part].length, LONGEST_TOKEN);
    return tokensOf(part).filter((token) => [...token].length === size);
  });
}
