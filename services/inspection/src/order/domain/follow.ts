import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Check } from './check.ts';
import { issue, type Naming } from './issue.ts';
import { mend, mendAnew } from './mend.ts';
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
  /** valid inspections of the firm, oldest first: those that came; all since the first of its orders, where these are gone through anew */
  readonly valid: readonly Check[];
  /** unless those that came are the last of the firm, and none goes */
  readonly anew: boolean;
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
}

/** The inspection's own order stands, or goes. */
function stand(ledger: Ledger, check: Check, { naming, now }: Surroundings): void {
  const { id } = check;
  if (check.voidedAt) return ledger.decide(id, (order) => withdraw(order, now));
  if (check.passed) return;
  const name = naming.get(id);
  if (ledger.has(id)) ledger.decide(id, (order) => reinstate(order, now));
  else if (name) ledger.open(id, issue(check, name, now));
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
  for (const check of checks) stand(ledger, check, surroundings);
  const { valid, anew, now } = surroundings;
  for (const { decision } of ledger.all) {
    const { performedAt: at, inspectionId: id } = decision.state;
    const later = valid.filter((check) => isBefore({ at, id }, placeOf(check)));
    ledger.decide(id, (order) => (anew ? mendAnew : mend)(order, later, now));
  }
  return ledger.all.filter(({ before, decision }) => decision.state !== before);
}
