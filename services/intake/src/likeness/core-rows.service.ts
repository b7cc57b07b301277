import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import { OF_CORE, type Common, type Member } from './domain/commons.ts';
import { indexedOfCore } from './domain/retrieval.ts';
import type { Weighed } from './domain/weigh.ts';
import { CommonIssueCoreTable } from './suggestion.table.ts';

/** What the issues of a common issue share, and when the last of them was received: null where none belongs to it. */
export type Core = Pick<Common, 'commonIssueId' | 'core' | 'lastReceivedAt'>;

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
      for (const row of kept) this.#kept.set(keyOf(row), byId.get(row.commonIssueId)!);
    };
  }

  async #index(tx: Tx, cores: readonly Core[]): Promise<void> {
    const terms = cores.flatMap(({ commonIssueId, core }) =>
      indexedOfCore(core).map((term) => ({ commonIssueId, term })),
    );
    const told = [terms.map(({ commonIssueId }) => commonIssueId), terms.map(({ term }) => term)];
    await tx.manager.query(
      `delete from common_issue_term old where common_issue_id = any ($3)
         and not exists (select from unnest($1::uuid[], $2::text[]) as now (id, term) where id = old.common_issue_id and term = old.term)`,
      [...told, cores.map(({ commonIssueId }) => commonIssueId)],
    );
    await tx.manager.query(
      `insert into common_issue_term (common_issue_id, term) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing`,
      told,
    );
  }

  /** Whether people have not decided on it yet; until this transaction ends they do not. */
  async isStillProposed(tx: Tx, commonIssueId: string): Promise<boolean> {
    const rows: { state: string }[] = await tx.manager.query(`select state from common_issue where id = $1 for share`, [
      commonIssueId,
    ]);
    return rows[0]?.state === 'PROPOSED';
  }

  /** Its latest members, of which its core is made. */
  membersOf(tx: Tx, commonIssueId: string): Promise<Member[]> {
    return tx.manager.query(
      `select issue_id as "issueId", added_at as "addedAt" from common_issue_member
       where common_issue_id = $1 and state in ('PROPOSED', 'MEMBER') order by added_at desc, issue_id limit ${OF_CORE}`,
      [commonIssueId],
    );
  }
}
