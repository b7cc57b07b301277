import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import { OF_CORE, type Common, type Member } from './domain/commons.ts';
import type { Weighed } from './domain/weigh.ts';
import { CommonIssueCoreTable } from './suggestion.table.ts';

/** What the issues of a common issue share, and by which terms it is found now and was found before. */
export interface Core extends Pick<Common, 'commonIssueId' | 'core' | 'lastReceivedAt'> {
  readonly terms: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

type Found = Omit<Common, 'core'> & { readonly version: number };

const KEPT = 1_000;
const keyOf = ({ commonIssueId, version }: { commonIssueId: string; version: number }) => `${commonIssueId} ${version}`;

/** Common issues as issues are compared with them. */
@Injectable()
export class CoreRows {
  readonly #kept = new LRUCache<string, Weighed>({ max: KEPT });

  async byIds(tx: Tx, commonIssueIds: readonly string[]): Promise<Map<string, Common>> {
    if (commonIssueIds.length === 0) return new Map();
    const found: Found[] = await tx.manager.query(
      `select k.common_issue_id as "commonIssueId", k.version, k.last_received_at as "lastReceivedAt", c.state, c.guidance_id as "guidanceId"
       from common_issue_core k join common_issue c on c.id = k.common_issue_id where k.common_issue_id = any ($1)`,
      [commonIssueIds],
    );
    const missing = found.filter((one) => !this.#kept.has(keyOf(one))).map(({ commonIssueId }) => commonIssueId);
    const rows =
      missing.length > 0 ? await tx.manager.findBy(CommonIssueCoreTable, { commonIssueId: In(missing) }) : [];
    for (const row of rows) this.#kept.set(keyOf(row), row.core);
    return new Map(
      found.flatMap((one) => {
        const core = this.#kept.get(keyOf(one));
        return core ? [[one.commonIssueId, { ...one, core }] as const] : [];
      }),
    );
  }

  /** @returns what is to be remembered once the transaction is committed */
  async keep(tx: Tx, cores: readonly Core[]): Promise<() => void> {
    if (cores.length === 0) return () => undefined;
    const rows = cores.map(({ commonIssueId, core, lastReceivedAt }) => ({
      common_issue_id: commonIssueId,
      core,
      last_received_at: lastReceivedAt,
    }));
    const kept: { commonIssueId: string; version: number }[] = await tx.manager.query(
      `insert into common_issue_core (common_issue_id, version, core, last_received_at)
       select common_issue_id, 1, core, last_received_at from jsonb_populate_recordset(null::common_issue_core, $1::jsonb)
       order by common_issue_id
       on conflict (common_issue_id) do update
         set version = common_issue_core.version + 1, core = excluded.core, last_received_at = excluded.last_received_at
       returning common_issue_id as "commonIssueId", version`,
      [JSON.stringify(rows)],
    );
    await this.#index(tx, cores);
    const byId = new Map(cores.map(({ commonIssueId, core }) => [commonIssueId, core]));
    return () => {
      for (const row of kept) this.#kept.set(keyOf(row), byId.get(row.commonIssueId));
    };
  }

  async #index(tx: Tx, cores: readonly Core[]): Promise<void> {
    const [gone, come] = [
      rowsOf(cores, ({ terms, before }) => minus(before, terms)),
      rowsOf(cores, ({ terms, before }) => minus(terms, before)),
    ];
    if (gone.ids.length > 0)
      await tx.manager.query(
        `delete from common_issue_term using unnest($1::uuid[], $2::text[]) as gone (id, word) where common_issue_id = id and term = word`,
        [gone.ids, gone.terms],
      );
    if (come.ids.length > 0)
      await tx.manager.query(
        `insert into common_issue_term (common_issue_id, term) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing`,
        [come.ids, come.terms],
      );
  }

  /** @returns on which of them people have not decided yet; until this transaction ends they do not */
  async lockProposed(tx: Tx, commonIssueIds: readonly string[]): Promise<string[]> {
    const rows: { id: string; state: string }[] = await tx.manager.query(
      `select id, state from common_issue where id = any ($1) order by id for share`,
      [commonIssueIds],
    );
    return rows.flatMap(({ id, state }) => (state === 'PROPOSED' ? [id] : []));
  }

  /** The latest members of each, of whom its core is made. */
  async membersOf(tx: Tx, commonIssueIds: readonly string[]): Promise<Map<string, Member[]>> {
    const rows: (Member & { commonIssueId: string })[] = await tx.manager.query(
      `select c.id as "commonIssueId", m.issue_id as "issueId", m.added_at as "addedAt" from unnest($1::uuid[]) as c (id)
       cross join lateral (
         select issue_id, added_at from common_issue_member where common_issue_id = c.id and state in ('PROPOSED', 'MEMBER')
         order by added_at desc, issue_id limit ${OF_CORE}
       ) m order by m.added_at desc, m.issue_id`,
      [commonIssueIds],
    );
    return Map.groupBy(rows, ({ commonIssueId }) => commonIssueId);
  }
}

function rowsOf(cores: readonly Core[], termsOf: (core: Core) => ReadonlySet<string>) {
  const rows = cores.flatMap((core) => [...termsOf(core)].map((term) => ({ id: core.commonIssueId, term })));
  return { ids: rows.map(({ id }) => id), terms: rows.map(({ term }) => term) };
}

const minus = (some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...some].filter((one) => !others.has(one)));
