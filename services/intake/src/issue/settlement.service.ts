import { Injectable } from '@nestjs/common';
import type { Rejection } from '@qifutong/kernel/rejection';
import type { Outcomes } from '@qifutong/persistence/change-many';
import type { Tx } from '@qifutong/persistence/database';
import { CallbackPolicyService } from './callback-policy.service.ts';
import type { Issue } from './domain/issue.ts';
import { settle, type Settlement } from './domain/settle.ts';
import { unsettle, type Before } from './domain/unsettle.ts';
import { IssueService } from './issue.service.ts';

export type { Before };

interface Told<T> {
  /** what is to be done to each of them */
  readonly told: ReadonlyMap<string, T>;
  /** the last word, by the state as it is locked */
  readonly objection: (issue: Issue) => Rejection | null;
}

/** What a guidance does to the issues that it settles. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly issues: IssueService,
    private readonly callbackPolicy: CallbackPolicyService,
  ) {}

  async settleMany(tx: Tx, { told, objection }: Told<Settlement>): Promise<Outcomes<Issue>> {
    const policy = await this.callbackPolicy.inForce(tx);
    return this.issues.changeMany(tx, [...told.keys()], (issue, now) => {
      const no = objection(issue);
      if (no !== null) throw no;
      return settle(issue, told.get(issue.id)!, policy, now);
    });
  }

  unsettleMany(tx: Tx, { told, objection }: Told<Parameters<typeof unsettle>[1]>): Promise<Outcomes<Issue>> {
    return this.issues.changeMany(tx, [...told.keys()], (issue, now) => {
      const no = objection(issue);
      if (no !== null) throw no;
      return unsettle(issue, told.get(issue.id)!, now);
    });
  }

  /** Flags what an older version solved or answered and nobody wrote off yet; reopens none. */
  async flagForReview(tx: Tx, guidanceId: string, newVersion: number): Promise<void> {
    await tx.manager.query(
      `update issue set review_due = true where id in (
         select id from issue where guidance_id = $1 and guidance_version < $2 and status in ('SOLVED', 'ANSWERED') and not review_due
         order by id for no key update)`,
      [guidanceId, newVersion],
    );
  }
}
