import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import type { Subject } from '../guidance/domain/outside-of.ts';
import { firstReportOf } from '../report/report.queries.ts';

/** An issue that waits for its suggestion, with its first report. */
export interface Waiting {
  /** of the rows that say that it waits */
  readonly ids: readonly string[];
  readonly issueId: string;
  /** it has a suggestion: its firm changed since, or a further report came while that was being made */
  readonly again: boolean;
  readonly registeredAt: Date;
  readonly receivedAt: Date;
  readonly text: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  /** as far as it is known what it is about, and of which kind of firm */
  readonly about: Subject;
}

/** As of when its suggestion is made. */
export const asOf = ({ again, registeredAt }: Waiting, now: Date): Date => (again ? now : registeredAt);

@Injectable()
export class WaitingQueries {
  /** Those registered first, whose suggestions are to be made now; those that have one come last. */
  first(manager: EntityManager, atMost: number): Promise<Waiting[]> {
    return manager.query(
      `select w.ids, w.issue_id as "issueId", w.again or exists (select from issue_likeness where issue_id = w.issue_id) as again,
         w.registered_at as "registeredAt", r.received_at as "receivedAt", r.text,
         i.firm_credit_code as "firmCreditCode", coalesce(f.name, i.firm_name) as "firmName",
         jsonb_build_object('domain', i.domain, 'townCode', i.town_code, 'industry', f.industry, 'size', f.size) as about
       from (
         select issue_id, min(registered_at) as registered_at, bool_and(again) as again, array_agg(id) as ids
         from (select * from issue_to_suggest order by again, registered_at, issue_id limit $1) next group by issue_id) w
       join issue i on i.id = w.issue_id left join firm f on f.credit_code = i.firm_credit_code
       join lateral ${firstReportOf('i.id')} r on true
       order by w.again, w.registered_at, w.issue_id`,
      [atMost],
    );
  }

  /** For how long the first of them has waited since it was registered; null where none waits. */
  async waitedMs(manager: EntityManager): Promise<number | null> {
    const rows: { ms: number }[] = await manager.query(
      `select (extract(epoch from clock_timestamp() - registered_at) * 1000)::float8 as ms
       from issue_to_suggest where not again order by registered_at limit 1`,
    );
    return rows[0]?.ms ?? null;
  }

  /** What was asked for meanwhile waits on. */
  async done(tx: Tx, made: readonly Waiting[]): Promise<void> {
    await tx.manager.query(`delete from issue_to_suggest where id = any ($1)`, [made.flatMap(({ ids }) => ids)]);
  }

  /** Makes nothing of it: whoever comes next does not wait for it. */
  async setAside(tx: Tx, one: Waiting, because: string): Promise<void> {
    await this.done(tx, [one]);
    await tx.manager.query(
      `insert into suggestion_set_aside (issue_id, set_aside_at, because) values ($1, $2, $3)
       on conflict (issue_id) do update set set_aside_at = excluded.set_aside_at, because = excluded.because`,
      [one.issueId, await tx.now(), because],
    );
  }
}
