import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { ApplicationService } from '../acceptance/application.service.ts';
import { underWay as interviewsUnderWay } from '../interview/under-way.queries.ts';
import { SummonsService } from '../interview/summons.service.ts';
import { OrderFollowUp } from '../order/order-follow-up.service.ts';
import { DraftService } from '../shutdown/draft.service.ts';
import { underWay as shutdownsUnderWay } from '../shutdown/under-way.queries.ts';
import {
  asksForInterview,
  asksForShutdown,
  bearsOnDocuments,
  followUps,
  type Carried,
  type Moment,
} from './domain/follow-ups.ts';

interface Taken extends Moment {
  /** the inspection that its condition goes back to */
  readonly causedBy: string;
}

/** A firm's history from where it was folded anew. */
export interface Refolded {
  readonly creditCode: string;
  readonly townCode: string | null;
  /** the inspections that were taken in, voided or restored */
  readonly inspectionIds: readonly string[];
  /** the last entry that is as it was; null: there is none */
  readonly base: Taken | null;
  /** those after it, oldest first */
  readonly entries: readonly Moment[];
  /** what came or went among them */
  readonly changed: readonly Moment[];
}

/** What must exist in a firm, and from when on that is said. */
function followedFrom(firm: Refolded, carried: Carried) {
  const { base, entries } = firm;
  const due = followUps(base?.condition ?? 'NORMAL', entries, carried);
  const after = base && new Date(base.at.getTime() + 1);
  return {
    firm,
    shutdowns: { due: due.shutdowns, from: carried.shutdown?.causedAt ?? after },
    summonses: { due: due.summonses, from: carried.summons?.causedAt ?? after },
  };
}

@Injectable()
export class FollowUpService {
  constructor(
    private readonly orders: OrderFollowUp,
    private readonly summonses: SummonsService,
    private readonly drafts: DraftService,
    private readonly applications: ApplicationService,
  ) {}

  /**
   * Makes the documents of firms those that follow from their histories. The transaction holds the firms' locks.
   * One kind of document after the other, for all firms: see DocumentService.issue.
   */
  async follow(tx: Tx, refolded: readonly Refolded[]): Promise<void> {
    const inspectionIds = refolded.flatMap((firm) => firm.inspectionIds);
    await this.orders.follow(tx, inspectionIds);
    const bearing = refolded.filter(({ changed }) => bearsOnDocuments(changed));
    if (bearing.length === 0) return;
    const carriedOf = await this.#carried(tx, bearing);
    const followed = bearing.map((firm) => followedFrom(firm, carriedOf(firm.creditCode)));
    await this.drafts.follow(
      tx,
      followed.map(({ firm, shutdowns }) => ({ ...firm, ...shutdowns })),
    );
    await this.summonses.follow(
      tx,
      followed.map(({ firm, summonses }) => ({ ...firm, ...summonses })),
    );
    const codes = bearing.map(({ creditCode }) => creditCode);
    await this.applications.follow(tx, codes, await this.drafts.inForce(tx, codes));
  }

  /** What was under way in each firm where its history is taken up. */
  async #carried(tx: Tx, firms: readonly Refolded[]): Promise<(creditCode: string) => Carried> {
    const asking = (asks: (condition: Moment['condition']) => boolean) =>
      firms.flatMap(({ creditCode, base }) => (base && asks(base.condition) ? [{ creditCode, base }] : []));
    const interviewed = asking(asksForInterview).map(({ creditCode, base }) => [creditCode, base.at] as const);
    const summonses = await interviewsUnderWay(tx.manager, new Map(interviewed));
    const causes = asking(asksForShutdown).map(({ base }) => base.causedBy);
    const shutdowns = await shutdownsUnderWay(tx.manager, causes);
    return (code) => {
      const [summons, shutdown] = [summonses.get(code), shutdowns.get(code)];
      return {
        summons: summons ? { ...summons, heldAs: null } : null,
        shutdown: shutdown ? { ...shutdown, lifted: null } : null,
      };
    };
  }
}
