import { Injectable } from '@nestjs/common';
import { change, create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId } from '@qifutong/platform/shape';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { day } from '@qifutong/contracts/fields';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import type { SetOrderDateInput } from '../generated/graphql.ts';
import { checkOf, checksAfter } from './check.queries.ts';
import type { Check } from './domain/check.ts';
import { giveDate } from './domain/give-date.ts';
import { dueOf, issue } from './domain/issue.ts';
import { mend, reopen } from './domain/mend.ts';
import { noteOverdue } from './domain/note-overdue.ts';
import { officialForm } from './domain/official-form.ts';
import type { RectificationOrder } from './domain/rectification-order.ts';
import { reinstate, withdraw } from './domain/withdraw.ts';
import { orders, OrderTable } from './order.table.ts';

const AT_ONCE = 100;
const lock = { mode: 'for_no_key_update' } as const;
const skipLocked = { ...lock, onLocked: 'skip_locked' } as const;
const shape = z.object({ id: entityId, dueOn: day });

@Injectable()
export class OrderService {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentService,
  ) {}

  /**
   * What follows from an inspection that was taken in, or voided: its own order, and what it means for those of earlier ones.
   * The transaction holds the firm's lock.
   */
  async follow(tx: Tx, inspectionId: string): Promise<void> {
    const check = await checkOf(tx.manager, inspectionId);
    const earlier = await this.#touchedBy(tx, check);
    if (check.voidedAt) return this.#takeBack(tx, check, earlier);
    for (const order of earlier) await save(tx, orders, order, (one, now) => mend(one, [check], now));
    if (!check.passed) await this.#require(tx, check);
  }

  giveDate(input: SetOrderDateInput): Promise<RectificationOrder> {
    const { id, dueOn } = shaped(shape, input);
    const { timeZone } = this.documents;
    return change(this.db, orders, id, (order, now) => giveDate(order, { dueOn, timeZone }, now));
  }

  printable(order: RectificationOrder, titles: ReadonlyMap<string, string>): Promise<string> {
    return this.documents.printed(officialForm(order, titles));
  }

  /**
   * Takes the orders whose date has passed, as many as nobody else has in hand, and notes it.
   * @returns milliseconds until the next date passes, by the database's clock; null while none is open
   */
  noteOverdue(): Promise<number | null> {
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const where = { status: 'OPEN', dueAt: LessThan(now) } as const;
      const found = { where, order: { dueAt: 'ASC' }, take: AT_ONCE, lock: skipLocked } as const;
      const due = await tx.manager.find(OrderTable, found);
      for (const order of due) await save(tx, orders, order, noteOverdue);
      if (due.length === AT_ONCE) return 0;
      const next = { status: 'OPEN', dueAt: MoreThanOrEqual(now) } as const;
      const [first] = await tx.manager.find(OrderTable, { where: next, order: { dueAt: 'ASC' }, take: 1 });
      return first ? first.dueAt.getTime() + 1 - now.getTime() : null;
    });
  }

  /** Orders of inspections performed before, that it could mend or had mended. */
  #touchedBy(tx: Tx, { id, creditCode, performedAt }: Check): Promise<RectificationOrder[]> {
    return tx.manager
      .createQueryBuilder(OrderTable, 'one')
      .setLock('for_no_key_update')
      .where('one.creditCode = :creditCode and (one.performedAt, one.inspectionId) < (:performedAt, :id::uuid)', {
        creditCode,
        performedAt,
        id,
      })
      .andWhere(`(one.status in ('OPEN', 'OVERDUE') or (one.status = 'FULFILLED' and one.fulfilledAt >= :performedAt))`)
      .orderBy('one.id')
      .getMany();
  }

  async #takeBack(tx: Tx, check: Check, earlier: readonly RectificationOrder[]): Promise<void> {
    const own = await tx.manager.findOne(OrderTable, { where: { inspectionId: check.id }, lock });
    if (own) await save(tx, orders, own, withdraw);
    const later = await checksAfter(tx.manager, check);
    const voided = { id: check.id, later };
    for (const order of earlier) await save(tx, orders, order, (one, now) => reopen(one, voided, now));
  }

  async #require(tx: Tx, check: Check): Promise<void> {
    const known = await tx.manager.findOne(OrderTable, { where: { inspectionId: check.id }, lock });
    const order = known ? await save(tx, orders, known, reinstate) : await this.#issue(tx, check);
    const later = await checksAfter(tx.manager, check);
    await save(tx, orders, order, (one, now) => mend(one, later, now));
  }

  async #issue(tx: Tx, check: Check): Promise<RectificationOrder> {
    const now = await tx.now();
    const { rectifyWithinDays } = await this.documents.policy(tx.manager);
    const number = await this.documents.issue(tx, 'RECTIFICATION_ORDER', check.creditCode, now);
    const dueAt = dueOf(now, rectifyWithinDays, this.documents.timeZone);
    return create(tx, orders, issue(check, { id: uuidv7(), number, dueAt }, now), now);
  }
}
