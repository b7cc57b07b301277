import { Injectable } from '@nestjs/common';
import { save } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { day } from '@qifutong/contracts/fields';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import { reaches } from '../enrolment/reach.queries.ts';
import type { SetOrderDateInput } from '../generated/graphql.ts';
import { policyInForceAt } from '../process-policy/policy-in-force.queries.ts';
import { giveDate } from './domain/give-date.ts';
import { noteOverdue } from './domain/note-overdue.ts';
import { officialForm } from './domain/official-form.ts';
import type { RectificationOrder } from './domain/rectification-order.ts';
import { reject } from './domain/rejections.ts';
import { orders, OrderTable } from './order.table.ts';

const AT_ONCE = 100;
const skipLocked = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;
const shape = z.object({ id: entityId, dueOn: day });

@Injectable()
export class OrderService {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentService,
  ) {}

  async giveDate(viewer: Viewer, input: SetOrderDateInput): Promise<RectificationOrder> {
    const { id, dueOn } = shaped(shape, input);
    const { manager } = this.db.source;
    const found = await manager.findOneBy(OrderTable, { id });
    if (found && !(await reaches(manager, viewer, found.creditCode)))
      throw reject('ORDER_OF_ANOTHER_TOWN', { field: 'id', number: found.number });
    const { timeZone } = this.documents;
    return this.db.transaction(async (tx) => {
      const before = await tx.manager.findOne(OrderTable, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!before) throw orders.notFound();
      const { rectifyAtMostDays: atMostDays } = await policyInForceAt(tx.manager, before.issuedAt);
      const after = await save(tx, orders, before, (one, now) => giveDate(one, { dueOn, timeZone, atMostDays }, now));
      if (after.dueAt.getTime() !== before.dueAt.getTime()) await this.documents.reissue(tx, after.number);
      return after;
    });
  }

  printable(order: RectificationOrder, titles: ReadonlyMap<string, string>): Promise<string> {
    return this.documents.printed(officialForm(order, titles, this.documents.timeZone));
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
      const overdue = due.map((before) => ({ before, decision: noteOverdue(before, now) }));
      await saveAll(tx, orders, overdue, now);
      if (due.length === AT_ONCE) return 0;
      const next = { status: 'OPEN', dueAt: MoreThanOrEqual(now) } as const;
      const [first] = await tx.manager.find(OrderTable, { where: next, order: { dueAt: 'ASC' }, take: 1 });
      return first ? first.dueAt.getTime() + 1 - now.getTime() : null;
    });
  }
}
