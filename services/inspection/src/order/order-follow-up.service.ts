import { Injectable } from '@nestjs/common';
import { saveAll } from '@qifutong/persistence/change-all';
import type { Tx } from '@qifutong/persistence/database';
import { Any } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DocumentService } from '../document/document.service.ts';
import { policyInForce } from '../process-policy/policy-in-force.queries.ts';
import { beginnings, checksOf, checksSince, overtaken, touchedOrders } from './check.queries.ts';
import type { Check } from './domain/check.ts';
import { follow } from './domain/follow.ts';
import { dueOf, type Naming } from './domain/issue.ts';
import type { RectificationOrder } from './domain/rectification-order.ts';
import { orders, OrderTable } from './order.table.ts';

@Injectable()
export class OrderFollowUp {
  constructor(private readonly documents: DocumentService) {}

  /**
   * What follows from inspections that were taken in, voided or restored, in as many statements for 500 as for one.
   * The transaction holds the firms' locks.
   */
  async follow(tx: Tx, inspectionIds: readonly string[]): Promise<void> {
    if (inspectionIds.length === 0) return;
    const checks = await checksOf(tx.manager, inspectionIds);
    const touched = await this.#touched(tx, checks);
    const now = await tx.now();
    const anew = await this.#anew(tx, checks, touched);
    const naming = await this.#named(tx, checks, touched, now);
    const stored = Map.groupBy(touched, ({ creditCode }) => creditCode);
    const decided = [...Map.groupBy(checks, ({ creditCode }) => creditCode)].flatMap(([code, own]) => {
      const valid = anew.get(code) ?? own.filter(({ voidedAt }) => !voidedAt);
      return follow(own, stored.get(code) ?? [], { naming, valid, anew: anew.has(code), now });
    });
    await saveAll(tx, orders, decided, now);
  }

  async #touched(tx: Tx, checks: readonly Check[]): Promise<RectificationOrder[]> {
    const ids = checks.map(({ id }) => id);
    const touched = await touchedOrders(tx.manager, beginnings(checks), ids);
    if (touched.length === 0) return [];
    const lock = { mode: 'for_no_key_update' } as const;
    return tx.manager.find(OrderTable, { where: { id: Any(touched) }, order: { id: 'ASC' }, lock });
  }

  /** The firms whose orders have to be gone through from their beginnings, each with what is valid since: all but those whose last inspections came. */
  async #anew(
    { manager }: Tx,
    checks: readonly Check[],
    touched: readonly RectificationOrder[],
  ): Promise<Map<string, Check[]>> {
    const failed = checks.filter(({ passed }) => !passed);
    if (touched.length === 0 && failed.length === 0) return new Map();
    const ids = checks.map(({ id }) => id);
    const gone = checks.filter(({ voidedAt }) => voidedAt).map(({ creditCode }) => creditCode);
    const codes = new Set([...gone, ...(await overtaken(manager, beginnings(checks), ids))]);
    if (codes.size === 0) return new Map();
    const from = beginnings([...touched, ...failed].filter(({ creditCode }) => codes.has(creditCode)));
    const valid = Map.groupBy(await checksSince(manager, from), ({ creditCode }) => creditCode);
    return new Map([...codes].map((code) => [code, valid.get(code) ?? []]));
  }

  /** Numbers for the orders that are not there yet. */
  async #named(
    tx: Tx,
    checks: readonly Check[],
    stored: readonly RectificationOrder[],
    now: Date,
  ): Promise<Map<string, Naming>> {
    const known = new Set(stored.map(({ inspectionId }) => inspectionId));
    const wanted = checks.filter(({ id, passed, voidedAt }) => !passed && !voidedAt && !known.has(id));
    if (wanted.length === 0) return new Map();
    const { rectifyWithinDays } = await policyInForce(tx.manager);
    const dueAt = dueOf(now, rectifyWithinDays, this.documents.timeZone);
    const codes = wanted.map(({ creditCode }) => creditCode);
    const numbers = await this.documents.issueAll(tx, 'RECTIFICATION_ORDER', codes, now);
    return new Map(wanted.map(({ id }, i) => [id, { id: uuidv7(), number: numbers[i]!, dueAt }]));
  }
}
