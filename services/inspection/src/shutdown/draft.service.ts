import { Injectable } from '@nestjs/common';
import { saveAll } from '@qifutong/persistence/change-all';
import type { Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DocumentService } from '../document/document.service.ts';
import { policyInForce } from '../process-policy/policy-in-force.queries.ts';
import { compare, type Due } from './domain/compare.ts';
import { correct } from './domain/correct.ts';
import { draft } from './domain/draft.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { withdraw } from './domain/withdraw.ts';
import { shutdowns, ShutdownTable } from './shutdown.table.ts';
import { storedSince } from './under-way.queries.ts';

/** A firm, with the shutdown orders that must exist. */
export interface Drafted {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly due: readonly Due[];
  /** those caused before are left as they are; null: none is */
  readonly from: Date | null;
}

@Injectable()
export class DraftService {
  constructor(private readonly documents: DocumentService) {}

  /** The order of each firm that is in force, and so can be lifted. */
  async inForce(tx: Tx, creditCodes: readonly string[]): Promise<Map<string, ShutdownOrder>> {
    const found = await tx.manager.findBy(ShutdownTable, { creditCode: In([...creditCodes]), status: 'IN_FORCE' });
    return new Map(found.map((order) => [order.creditCode, order]));
  }

  /**
   * Makes the shutdown orders of firms, each named once, those that must exist: withdraws, lifts, corrects, drafts, and repeats nothing. As
   * many statements for 500 firms as for one.
   */
  async follow(tx: Tx, firms: readonly Drafted[]): Promise<void> {
    const stored = await storedSince(tx.manager, new Map(firms.map(({ creditCode, from }) => [creditCode, from])));
    const compared = firms.map((firm) => ({ firm, ...compare(firm.due, stored.get(firm.creditCode) ?? []) }));
    const now = await tx.now();
    const gone = compared.flatMap((one) => one.gone);
    const kept = compared.flatMap((one) => one.kept);
    const missing = compared.flatMap(({ firm, missing: wanted }) => wanted.map((due) => ({ firm, due })));
    if (gone.length + kept.length + missing.length === 0) return;
    const { defenceWithinHours: withinHours } = await policyInForce(tx.manager);
    const changed = [
      ...gone.map((before) => ({ before, decision: withdraw(before, now) })),
      ...kept.map(({ order: before, due }) => ({
        before,
        decision: correct(before, { lifted: due.lifted, withinHours }, now),
      })),
    ];
    await saveAll(tx, shutdowns, changed, now);
    // what stands again after it was withdrawn is served anew: a draft with another term
    const again = kept.filter(({ order: { status } }) => status === 'WITHDRAWN');
    await this.documents.reissue(tx, ...again.map(({ order: { number } }) => number));
    await this.#draft(tx, missing, withinHours);
  }

  async #draft(
    tx: Tx,
    missing: readonly { readonly firm: Drafted; readonly due: Due }[],
    withinHours: number,
  ): Promise<void> {
    if (missing.length === 0) return;
    const now = await tx.now();
    const codes = missing.map(({ firm }) => firm.creditCode);
    const numbers = await this.documents.issueAll(tx, 'SHUTDOWN_ORDER', codes, now);
    const drafted = missing.map(({ firm: { creditCode, townCode }, due: { inspectionId, causedAt } }, i) => {
      const told = { creditCode, townCode, inspectionId, causedAt, id: uuidv7(), number: numbers[i]! };
      return { before: null, decision: draft(told, withinHours, now) };
    });
    await saveAll(tx, shutdowns, drafted, now);
  }
}
