import { Injectable } from '@nestjs/common';
import { create, save } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DocumentService } from '../document/document.service.ts';
import { compare, type Due } from './domain/compare.ts';
import { correct } from './domain/correct.ts';
import { draft } from './domain/draft.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { withdraw } from './domain/withdraw.ts';
import { shutdowns, ShutdownTable } from './shutdown.table.ts';

interface Firm {
  readonly creditCode: string;
  readonly townCode: string | null;
}

@Injectable()
export class DraftService {
  constructor(private readonly documents: DocumentService) {}

  /** The order that is under way at an instant in a condition that asks for one. */
  underWay(tx: Tx, creditCode: string, at: Date): Promise<ShutdownOrder | null> {
    const where = { creditCode, causedAt: LessThanOrEqual(at), status: Not('WITHDRAWN' as const) };
    return tx.manager.findOne(ShutdownTable, { where, order: { causedAt: 'DESC' } });
  }

  /** The order that is in force, and so can be lifted. */
  inForce(tx: Tx, creditCode: string): Promise<ShutdownOrder | null> {
    return tx.manager.findOneBy(ShutdownTable, { creditCode, status: 'IN_FORCE' });
  }

  /**
   * Makes the shutdown orders of a firm those that must exist: drafts, lifts, corrects, withdraws, and repeats nothing.
   * @param from those caused before are left as they are; null: none is
   */
  async follow(tx: Tx, firm: Firm, due: readonly Due[], from: Date | null): Promise<void> {
    const { creditCode } = firm;
    const where = { creditCode, ...(from && { causedAt: MoreThanOrEqual(from) }) };
    const lock = { mode: 'for_no_key_update' } as const;
    const stored = await tx.manager.find(ShutdownTable, { where, order: { id: 'ASC' }, lock });
    const { gone, kept, missing } = compare(due, stored);
    for (const order of gone) await save(tx, shutdowns, order, withdraw);
    for (const { order, due: one } of kept)
      await save(tx, shutdowns, order, (state, now) => correct(state, one.lifted, now));
    for (const { inspectionId, causedAt } of missing) {
      const now = await tx.now();
      const number = await this.documents.issue(tx, 'SHUTDOWN_ORDER', creditCode, now);
      await create(tx, shutdowns, draft({ ...firm, inspectionId, causedAt, id: uuidv7(), number }, now), now);
    }
  }
}
