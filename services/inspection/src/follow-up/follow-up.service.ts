import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { ApplicationService } from '../acceptance/application.service.ts';
import { SummonsService } from '../interview/summons.service.ts';
import { OrderService } from '../order/order.service.ts';
import { DraftService } from '../shutdown/draft.service.ts';
import { bearsOnDocuments, followUps, type Carried, type FollowUps, type Moment } from './domain/follow-ups.ts';

/** A firm's history from where it was folded anew. */
export interface Refolded {
  readonly creditCode: string;
  readonly townCode: string | null;
  /** the inspections that were taken in, voided or restored */
  readonly inspectionIds: readonly string[];
  /** the last entry that is as it was; null: there is none */
  readonly base: Moment | null;
  /** those after it, oldest first */
  readonly entries: readonly Moment[];
  /** what came or went among them */
  readonly changed: readonly Moment[];
}

interface Followed {
  readonly firm: Refolded;
  readonly carried: Carried;
  readonly due: FollowUps;
  /** just after the base */
  readonly after: Date | null;
}

@Injectable()
export class FollowUpService {
  constructor(
    private readonly orders: OrderService,
    private readonly summonses: SummonsService,
    private readonly drafts: DraftService,
    private readonly applications: ApplicationService,
  ) {}

  /**
   * Makes the documents of firms those that follow from their histories. The transaction holds the firms' locks.
   * One kind of document after the other, for all firms: see DocumentService.issue.
   */
  async follow(tx: Tx, refolded: readonly Refolded[]): Promise<void> {
    for (const id of refolded.flatMap(({ inspectionIds }) => inspectionIds)) await this.orders.follow(tx, id);
    const followed: Followed[] = [];
    for (const firm of refolded.filter(({ changed }) => bearsOnDocuments(changed)))
      followed.push(await this.#followed(tx, firm));
    for (const { firm, carried, due, after } of followed)
      await this.drafts.follow(tx, firm, due.shutdowns, carried.shutdown?.causedAt ?? after);
    for (const { firm, carried, due, after } of followed)
      await this.summonses.follow(tx, firm, due.summonses, carried.summons?.causedAt ?? after);
    for (const { firm } of followed) {
      const inForce = await this.drafts.inForce(tx, firm.creditCode);
      await this.applications.follow(tx, firm.creditCode, inForce?.id ?? null);
    }
  }

  async #followed(tx: Tx, firm: Refolded): Promise<Followed> {
    const { base, entries, creditCode } = firm;
    const carried = base === null ? { summons: null, shutdown: null } : await this.#carried(tx, creditCode, base);
    const due = followUps(base?.condition ?? 'NORMAL', entries, carried);
    return { firm, carried, due, after: base && new Date(base.at.getTime() + 1) };
  }

  async #carried(tx: Tx, creditCode: string, { condition, at }: Moment): Promise<Carried> {
    const asksForOrder = condition === 'SHUTDOWN_DRAFTED' || condition === 'SHUT_DOWN';
    const summons = condition === 'INTERVIEW_DUE' ? await this.summonses.underWay(tx, creditCode, at) : null;
    const shutdown = asksForOrder ? await this.drafts.underWay(tx, creditCode, at) : null;
    return { summons: summons && { ...summons, heldAs: null }, shutdown: shutdown && { ...shutdown, lifted: null } };
  }
}
