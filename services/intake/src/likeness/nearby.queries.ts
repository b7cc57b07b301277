import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { In, type EntityManager } from 'typeorm';
import type { LikenessPolicy } from './domain/policy.ts';
import type { Weighed } from './domain/weigh.ts';
import { indexed } from './domain/retrieval.ts';
import {
  CommonIssueCoreTable,
  IssueLikenessTable,
  LikenessPolicyTable,
  type CommonIssueCore,
} from './suggestion.table.ts';

/** An issue that waits for its suggestion, with its first report. */
export interface Waiting {
  readonly issueId: string;
  readonly registeredAt: Date;
  readonly receivedAt: Date;
  readonly text: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  /** it is in a common issue already */
  readonly taken: boolean;
}

/** An issue of the window that has terms in common with the one in hand. */
export interface Near {
  readonly issueId: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly firmKey: string | null;
  readonly taken: boolean;
  readonly declinedIn: readonly string[];
}

export interface SameFirm {
  readonly issueId: string;
  readonly text: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly receivedAt: Date;
}

export interface KnownCore extends Omit<CommonIssueCore, 'terms'> {
  readonly state: string;
  readonly guidanceId: string | null;
}

interface Around {
  readonly issueId: string;
  readonly receivedAt: Date;
  readonly hours: number;
  readonly terms: readonly string[];
}

/** So many of the window's issues are compared, the latest first: the cost of one issue has an end. */
const NEAREST = 200;
const OF_FIRM = 20;
const CORES = 30;
const KEPT = 5_000;

@Injectable()
export class NearbyQueries {
  readonly #cores = new LRUCache<string, Weighed>({ max: 1_000 });
  readonly #weighed = new LRUCache<string, Weighed>({ max: KEPT });

  /** Those registered first, whose suggestions are to be made now. */
  waiting(manager: EntityManager, atMost: number): Promise<Waiting[]> {
    return manager.query(
      `select w.issue_id as "issueId", w.registered_at as "registeredAt", r.received_at as "receivedAt", r.text,
         i.firm_credit_code as "firmCreditCode", coalesce(f.name, i.firm_name) as "firmName",
         exists (select from common_issue_member m where m.issue_id = w.issue_id and m.state in ('PROPOSED', 'MEMBER')) as taken
       from (select issue_id, registered_at from issue_to_suggest order by registered_at, issue_id limit $1) w
       join issue i on i.id = w.issue_id left join firm f on f.credit_code = i.firm_credit_code
       join lateral (select text, received_at from report where issue_id = i.id order by registered_at, id limit 1) r on true
       order by w.registered_at, w.issue_id`,
      [atMost],
    );
  }

  /** Those of the version in force. */
  async policies(tx: Tx): Promise<LikenessPolicy[]> {
    const [last] = await tx.manager.find(LikenessPolicyTable, { order: { version: 'DESC' }, take: 1 });
    return tx.manager.findBy(LikenessPolicyTable, { version: last!.version });
  }

  /** How many issues had each term so far; how many there were stands under ''. */
  async frequencies(tx: Tx, terms: readonly string[]): Promise<Map<string, number>> {
    const rows: { term: string; issues: number }[] = await tx.manager.query(
      `select term, issues from likeness_term where term = any ($1)`,
      [terms],
    );
    return new Map(rows.map(({ term, issues }) => [term, issues]));
  }

  async count(tx: Tx, terms: readonly string[]): Promise<void> {
    await tx.manager.query(
      `insert into likeness_term (term, issues) select unnest($1::text[]), 1
       on conflict (term) do update set issues = likeness_term.issues + 1`,
      [[...terms].sort()],
    );
  }

  /** Whether people have not decided on it yet; until this transaction ends they do not. */
  async isStillProposed(tx: Tx, commonIssueId: string): Promise<boolean> {
    const rows: { state: string }[] = await tx.manager.query(`select state from common_issue where id = $1 for share`, [
      commonIssueId,
    ]);
    return rows[0]?.state === 'PROPOSED';
  }

  near(tx: Tx, { issueId, receivedAt, hours, terms }: Around): Promise<Near[]> {
    return tx.manager.query(
      `select l.issue_id as "issueId", l.firm_credit_code as "firmCreditCode", l.firm_name as "firmName", l.firm_key as "firmKey",
         coalesce(bool_or(m.state in ('PROPOSED', 'MEMBER')), false) as taken,
         coalesce(array_agg(m.common_issue_id::text) filter (where m.state = 'DECLINED'), '{}') as "declinedIn"
       from (select l.* from issue_likeness l join issue i on i.id = l.issue_id
         where l.received_at between $2::timestamptz - $3 * interval '1 hour' and $2::timestamptz + $3 * interval '1 hour'
           and l.terms && $4 and l.issue_id <> $1 and i.status not in ('MERGED', 'REJECTED')
         order by l.received_at desc, l.issue_id limit ${NEAREST}) l
       left join common_issue_member m on m.issue_id = l.issue_id
       group by l.issue_id, l.firm_credit_code, l.firm_name, l.firm_key, l.received_at
       order by l.received_at desc, l.issue_id`,
      [issueId, receivedAt, hours, terms],
    );
  }

  /** Open issues that are, or by their names may be, of one firm; with their first words. */
  ofFirm(
    tx: Tx,
    { firmCreditCode, issueId, receivedAt }: Waiting,
    firmKey: string | null,
    days: number,
  ): Promise<SameFirm[]> {
    return tx.manager.query(
      `select l.issue_id as "issueId", l.firm_credit_code as "firmCreditCode", l.firm_name as "firmName",
         l.received_at as "receivedAt", r.text
       from (
         (select * from issue_likeness where firm_credit_code = $1 order by received_at desc limit ${OF_FIRM}) union
         (select * from issue_likeness where firm_key = $2 order by received_at desc limit ${OF_FIRM})
       ) l join issue i on i.id = l.issue_id
       join lateral (select text from report where issue_id = i.id order by registered_at, id limit 1) r on true
       where l.issue_id <> $3 and i.status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED')
         and l.received_at > $4::timestamptz - $5 * interval '1 day'
       order by l.received_at desc`,
      [firmCreditCode, firmKey, issueId, receivedAt, days],
    );
  }

  async cores(tx: Tx, terms: readonly string[]): Promise<KnownCore[]> {
    const found: Omit<KnownCore, 'core'>[] = await tx.manager.query(
      `select k.common_issue_id as "commonIssueId", k.version, k.last_received_at as "lastReceivedAt", c.state, c.guidance_id as "guidanceId"
       from common_issue_core k join common_issue c on c.id = k.common_issue_id
       where k.terms && $1 and c.state in ('PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED')
       order by k.last_received_at desc nulls last, k.common_issue_id limit ${CORES}`,
      [terms],
    );
    const keyOf = ({ commonIssueId, version }: { commonIssueId: string; version: number }) =>
      `${commonIssueId} ${version}`;
    const missing = found.filter((one) => !this.#cores.has(keyOf(one))).map(({ commonIssueId }) => commonIssueId);
    const rows =
      missing.length > 0 ? await tx.manager.findBy(CommonIssueCoreTable, { commonIssueId: In(missing) }) : [];
    for (const row of rows) this.#cores.set(keyOf(row), row.core);
    return found.flatMap((one) => {
      const core = this.#cores.get(keyOf(one));
      return core ? [{ ...one, core }] : [];
    });
  }

  async keepCore(tx: Tx, commonIssueId: string, core: Weighed, lastReceivedAt: Date | null): Promise<void> {
    await tx.manager.query(
      `insert into common_issue_core (common_issue_id, version, terms, core, last_received_at) values ($1, 1, $2, $3, $4)
       on conflict (common_issue_id) do update
         set version = common_issue_core.version + 1, terms = excluded.terms, core = excluded.core, last_received_at = excluded.last_received_at`,
      [commonIssueId, indexed(core), JSON.stringify(core), lastReceivedAt],
    );
  }

  membersOf(tx: Tx, commonIssueId: string, atMost: number): Promise<{ issueId: string }[]> {
    return tx.manager.query(
      `select issue_id as "issueId" from common_issue_member where common_issue_id = $1 and state in ('PROPOSED', 'MEMBER')
       order by added_at desc, issue_id limit ${atMost}`,
      [commonIssueId],
    );
  }

  /** What was weighed once stays as it is: it is kept here and read again only where it was forgotten. */
  async weighedOf(tx: Tx, issueIds: readonly string[]): Promise<Map<string, Weighed>> {
    const missing = issueIds.filter((id) => !this.#weighed.has(id));
    const rows = missing.length > 0 ? await tx.manager.findBy(IssueLikenessTable, { issueId: In(missing) }) : [];
    for (const { issueId, weighed } of rows) this.#weighed.set(issueId, weighed);
    const read = new Map(rows.map(({ issueId, weighed }) => [issueId, weighed]));
    const found = issueIds.flatMap((id) => {
      const weighed = read.get(id) ?? this.#weighed.get(id);
      return weighed ? [[id, weighed] as const] : [];
    });
    return new Map(found);
  }
}
