import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Check } from './check.ts';
import { issue, type Naming } from './issue.ts';
import { mend, reopen } from './mend.ts';
import type { RectificationOrder } from './rectification-order.ts';
import { reinstate, withdraw } from './withdraw.ts';

type Decided = Decision<RectificationOrder, Announcement>;

/** What became of an order: its state before, null for a new one, and all that was decided on it. */
export interface Followed {
  readonly before: RectificationOrder | null;
  readonly decision: Decided;
}

interface Surroundings {
  /** names of the orders that may have to be issued, by inspection */
  readonly naming: ReadonlyMap<string, Naming>;
  /** all valid inspections of the firms that are not earlier than those that came, oldest first */
  readonly valid: readonly Check[];
  readonly now: Date;
}

interface Placed {
  readonly at: Date;
  readonly id: string;
}

function isBefore(a: Placed, b: Placed): boolean {
  return a.at < b.at || (a.at.getTime() === b.at.getTime() && a.id < b.id);
}

const placeOf = ({ performedAt, id }: Check): Placed => ({ at: performedAt, id });

/** The orders of one firm while its inspections are gone through. */
class Ledger {
  readonly #orders: Map<string, Followed>;

  constructor(stored: readonly RectificationOrder[]) {
    this.#orders = new Map(
      stored.map((order) => [order.inspectionId, { before: order, decision: { state: order, events: [] } }]),
    );
  }

  get all(): Followed[] {
    return [...this.#orders.values()];
  }

  has(inspectionId: string): boolean {
    return this.#orders.has(inspectionId);
  }

  open(inspectionId: string, decision: Decided): void {
    this.#orders.set(inspectionId, { before: null, decision });
  }

  decide(inspectionId: string, rule: (order: RectificationOrder) => Decided): void {
    const known = this.#orders.get(inspectionId);
    if (!known) return;
    const { state, events } = rule(known.decision.state);
    this.#orders.set(inspectionId, { ...known, decision: { state, events: [...known.decision.events, ...events] } });
  }

  /** Those of inspections performed before. */
  decideEarlier(check: Check, rule: (order: RectificationOrder) => Decided): void {
    for (const { decision } of this.all) {
      const { performedAt: at, inspectionId: id } = decision.state;
      if (isBefore({ at, id }, placeOf(check))) this.decide(id, rule);
    }
  }
}

function goThrough(ledger: Ledger, check: Check, { naming, valid, now }: Surroundings): void {
  const { id } = check;
  const later = () => valid.filter((one) => isBefore(placeOf(check), placeOf(one)));
  if (check.voidedAt) {
    ledger.decide(id, (order) => withdraw(order, now));
    const voided = { id, later: later() };
    ledger.decideEarlier(check, (order) => reopen(order, voided, now));
    return;
  }
  ledger.decideEarlier(check, (order) => mend(order, [check], now));
  if (check.passed) return;
  const name = naming.get(id);
  if (ledger.has(id)) ledger.decide(id, (order) => reinstate(order, now));
  else if (name) ledger.open(id, issue(check, name, now));
  ledger.decide(id, (order) => mend(order, later(), now));
}

/**
 * What follows from inspections of one firm that were taken in, voided or restored: their own orders, and what they mean for those of earlier ones.
 * @param checks oldest first
 * @param stored the orders that they can touch
 */
export function follow(
  checks: readonly Check[],
  stored: readonly RectificationOrder[],
  surroundings: Surroundings,
): Followed[] {
  const ledger = new Ledger(stored);
  for (const check of checks) goThrough(ledger, check, surroundings);
  return ledger.all.filter(({ before, decision }) => decision.state !== before);
}
