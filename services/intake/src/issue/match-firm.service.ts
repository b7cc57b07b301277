import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { In, IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { correctFirm, type Correction } from './domain/correct-firm.ts';
import type { Issue } from './domain/issue.ts';
import { matchFirm } from './domain/match-firm.ts';
import { FirmCorrectionQueries } from './firm-correction.queries.ts';
import { FirmCorrectionTable } from './firm-correction.table.ts';
import { IssueService } from './issue.service.ts';
import { IssueTable } from './issue.table.ts';
import { overlookedSince, waitingFor, type Come, type Found } from './waiting.queries.ts';

const AT_ONCE = 500;

@Injectable()
export class MatchFirmService {
  constructor(
    private readonly db: Database,
    private readonly issues: IssueService,
    private readonly corrections: FirmCorrectionQueries,
  ) {}

  /** Says whose issue it is; a firm that is null is one that the register does not have. */
  match(tx: Tx, { issueId, ...match }: { issueId: string } & Parameters<typeof matchFirm>[1]): Promise<Issue> {
    return this.issues.change(tx, issueId, (issue, now) => matchFirm(issue, match, now));
  }

  /** Says whose an issue is that was matched wrongly, and keeps who said it and why. */
  async correct(tx: Tx, { issueId, reason, ...told }: Corrected): Promise<Issue> {
    const [before] = (await this.issues.lock(tx, issueId)) as [Issue];
    const correction = { ...told, ...(await this.corrections.circumstances(tx, issueId)) };
    const after = await this.issues.changeLocked(tx, before, (issue, now) => correctFirm(issue, correction, now));
    const { firmCreditCode: was } = before;
    const { firmCreditCode: became } = after;
    if (was !== null && was !== became)
      await tx.manager.insert(FirmCorrectionTable, {
        id: uuidv7(),
        issueId: after.id,
        was,
        became,
        by: told.by,
        at: await tx.now(),
        reason,
      });
    return after;
  }

  /** Matches the issues that waited for what came into the register of firms. */
  async matchWaiting(tx: Tx, come: Come): Promise<void> {
    if (come.codes.length + come.names.length > 0) await this.#matchAll(tx, await waitingFor(tx.manager, come));
  }

  /** Matches issues that were being written, were in hand or were merged while their firm came into the register. */
  matchOverlooked(withinMs: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const since = new Date((await tx.now()).getTime() - withinMs);
      await this.#matchAll(tx, await overlookedSince(tx.manager, since));
    });
  }

  async #matchAll(tx: Tx, found: readonly Found[]): Promise<void> {
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const firms = new Map(found.slice(at, at + AT_ONCE).map((one) => [one.issueId, one]));
      const waiting = await tx.manager.find(IssueTable, {
        where: { id: In([...firms.keys()]), firmCreditCode: IsNull(), status: Not('MERGED') },
        order: { id: 'ASC' },
        // whom somebody else has in hand is found again by matchOverlooked
        lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },
      });
      await this.issues.changeAll(tx, waiting, (issue, now) =>
        matchFirm(issue, { firm: firms.get(issue.id) ?? null, by: null }, now),
      );
    }
  }
}

type Corrected = Pick<Correction, 'creditCode' | 'firm' | 'by'> & {
  readonly issueId: string;
  readonly reason: string;
};
