import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';

/** An issue that waits for its suggestion, with its first report. */
export interface Waiting {
  readonly issueId: string;
  readonly registeredAt: Date;
  readonly receivedAt: Date;
  readonly text: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
}

@Injectable()
export class WaitingQueries {
  /** Those registered first, whose suggestions are to be made now. */
  first(manager: EntityManager, atMost: number): Promise<Waiting[]> {
    return manager.query(
      `select w.issue_id as "issueId", w.registered_at as "registeredAt", r.received_at as "receivedAt", r.text,
         i.firm_credit_code as "firmCreditCode", coalesce(f.name, i.firm_name) as "firmName"
       from (select issue_id, registered_at from issue_to_suggest order by registered_at, issue_id limit $1) w
       join issue i on i.id = w.issue_id left join firm f on f.credit_code = i.firm_credit_code
       join lateral (select text, received_at from report where issue_id = i.id order by registered_at, id limit 1) r on true
       order by w.registered_at, w.issue_id`,
      [atMost],
    );
  }

  async done(tx: Tx, issueIds: readonly string[]): Promise<void> {
    await tx.manager.query(`delete from issue_to_suggest where issue_id = any ($1)`, [issueIds]);
  }
}
