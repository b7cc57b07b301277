import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import type { Scope } from '../guidance/domain/guidance.ts';
import type { Subject } from '../guidance/domain/outside-of.ts';
import { heldOn, mayCover } from '../guidance/guidance.queries.ts';
import type { Settles } from './domain/suggest.ts';
import type { Weighed } from './domain/weigh.ts';
import { listOf } from './list-of.ts';
import { flat, listed, type Listed, type Seeking } from './nearby.queries.ts';

/** What people wrote: a version of a guidance, or the title of a common issue that they opened. */
export interface Written {
  readonly id: string;
  readonly words: string;
}

/** A version of a guidance as it is compared, and the terms by which it is found. */
export interface Read {
  readonly id: string;
  readonly weighed: Weighed;
  readonly terms: readonly string[];
}

/** Whose guidances are looked for: of each, how far it is known what it is about, and of which kind of firm. */
export interface Asking extends Seeking {
  readonly waiting: { readonly about: Subject };
}

/** A guidance that holds on a day, and whom it covers then. */
export interface HeldThen {
  readonly id: string;
  readonly day: string;
  readonly scope: Scope;
}

/** What a version says: its title and so many characters of its text. */
export const wordsOf = (characters: number): string => `title || '。' || left(text, ${characters})`;

/** Of a long guidance its beginning says what it settles. */
const BEGINNING = 600;
const READ = 100;
const OPENED = 10;
const CLOSED_LATELY = 200;

/** So many are compared with an issue; so many are taken of those that share a term, and looked through for them. */
const COMPARED = 60;
const OF_TERM = 40;
const LOOKED_THROUGH = 500;

const DAY = '($3::date[])[s.n]';
const holds = (guidanceId: string, day: string) =>
  `guidance.id = ${guidanceId} and guidance.state = 'PUBLISHED' and version.guidance_id = guidance.id and ${heldOn(day)}`;
/** Those that do not cover the issue take no place from those that may. */
const MAY_COVER = mayCover({
  domain: '($4::text[])[s.n]',
  townCode: '($5::text[])[s.n]',
  industry: '($6::text[])[s.n]',
  size: '($7::text[])[s.n]',
});

/** A lateral with a limit: each is looked up by its key, however many there are. */
const GUIDANCES = `
  select w.version_id as id from (
    select version_id from guidance_term where term = s.term and last_day >= ${DAY} order by last_day desc, version_id desc limit ${LOOKED_THROUGH}
  ) w cross join lateral (
    select from guidance_version version, guidance where version.id = w.version_id and ${holds('version.guidance_id', DAY)} and ${MAY_COVER} limit 1
  ) held`;
const CLOSED = `
  select w.common_issue_id as id from (
    select common_issue_id from common_issue_term where term = s.term order by common_issue_id desc limit ${LOOKED_THROUGH}
  ) w cross join lateral (
    select from common_issue c, guidance, guidance_version version
    where c.id = w.common_issue_id and c.state = 'CLOSED' and ${holds('c.guidance_id', DAY)} and ${MAY_COVER} limit 1
  ) held`;

/** What few have counts for more than what many have. */
const sharing = (ofTerm: string) => `
  select n, string_agg(id::text, ' ') as ids from (
    select n, id, row_number() over (partition by n order by sum(1.0 / had) desc, id desc) as nth from (
      select s.n, t.id, count(*) over (partition by s.n, s.term) as had
      from unnest($1::int[], string_to_array($2, E'\\n')) as s (n, term) cross join lateral (${ofTerm} limit ${OF_TERM}) t
    ) shared group by n, id
  ) ranked where nth <= ${COMPARED} group by n`;

@Injectable()
export class PublishedQueries {
  /** Versions of guidances that hold on the day of each, may cover it, and share terms with it. */
  guidances(tx: Tx, seeking: readonly Asking[], days: readonly string[]): Promise<string[][]> {
    return this.#sharing(tx, GUIDANCES, { seeking, days });
  }

  /** Closed common issues that share terms, and whose guidance holds on the day of each and may cover it. */
  closed(tx: Tx, seeking: readonly Asking[], days: readonly string[]): Promise<string[][]> {
    return this.#sharing(tx, CLOSED, { seeking, days });
  }

  async #sharing(tx: Tx, ofTerm: string, { seeking, days }: Sought): Promise<string[][]> {
    const known = (['domain', 'townCode', 'industry', 'size'] as const).map((aspect) =>
      seeking.map(({ waiting }) => waiting.about[aspect]),
    );
    const rows: Listed[] = await tx.manager.query(sharing(ofTerm), [...flat(seeking), days, ...known]);
    return listed(seeking, rows);
  }

  weighedOf(tx: Tx, versionIds: readonly string[]): Promise<(Settles & { readonly id: string })[]> {
    return tx.manager.query(
      `select l.version_id as id, version.guidance_id as "guidanceId", l.weighed
       from guidance_likeness l join guidance_version version on version.id = l.version_id where l.version_id = any ($1)`,
      [versionIds],
    );
  }

  /** @returns which of them hold on which of the days */
  inForce(tx: Tx, guidanceIds: readonly string[], days: readonly string[]): Promise<HeldThen[]> {
    return tx.manager.query(
      `select g.id, d.day::text, held.scope from unnest($1::uuid[]) as g (id) cross join unnest($2::date[]) as d (day)
       cross join lateral (select jsonb_build_object('domain', version.domain, 'townCodes', version.town_codes, 'industries', version.industries, 'sizes', version.sizes) as scope
         from guidance, guidance_version version where ${holds('g.id', 'd.day')} limit 1) held`,
      [guidanceIds, days],
    );
  }

  /** Versions that nobody has read yet, the latest first. */
  unread(tx: Tx): Promise<Written[]> {
    return tx.manager.query(
      `select id, ${wordsOf(BEGINNING)} as words from guidance_version
       where id in (select version_id from guidance_likeness where weighed is null order by version_id desc limit ${READ})`,
    );
  }

  async keep(tx: Tx, versions: readonly Read[]): Promise<void> {
    await tx.manager.query(
      `update guidance_likeness set weighed = made.weighed from jsonb_to_recordset($1::jsonb) as made (id uuid, weighed jsonb) where version_id = made.id`,
      [JSON.stringify(versions.map(({ id, weighed }) => ({ id, weighed })))],
    );
    await tx.manager.query(
      `insert into guidance_term (term, last_day, version_id)
       select l.term, coalesce(v.effective_to, 'infinity'), v.id
       from unnest(string_to_array($1, E'\\n'), $2::uuid[]) as l (term, id) join guidance_version v on v.id = l.id`,
      [listOf(versions.flatMap(({ terms }) => terms)), versions.flatMap(({ id, terms }) => terms.map(() => id))],
    );
  }

  /** Common issues that are compared with nothing yet: people opened them. Of those that they closed the guidance is looked for. */
  opened(tx: Tx): Promise<Written[]> {
    return tx.manager.query(
      `select id, title as words from (
         select id, title, proposed_at from common_issue where state in ('PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED')
         union all (
           select id, title, proposed_at from common_issue where state = 'CLOSED' and guidance_id is not null
           order by proposed_at desc, id desc limit ${CLOSED_LATELY})
       ) c where not exists (select from common_issue_core k where k.common_issue_id = c.id) order by proposed_at desc limit ${OPENED}`,
    );
  }
}

interface Sought {
  readonly seeking: readonly Asking[];
  readonly days: readonly string[];
}
