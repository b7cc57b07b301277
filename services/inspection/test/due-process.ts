import type { Decision } from '@qifutong/kernel/decision';
import { followUps, type FollowUps } from '../src/follow-up/domain/follow-ups.ts';
import { compare as compareInterviews } from '../src/interview/domain/compare.ts';
import { correct as correctInterview } from '../src/interview/domain/correct.ts';
import { hold } from '../src/interview/domain/hold.ts';
import type { Interview } from '../src/interview/domain/interview.ts';
import { summon } from '../src/interview/domain/summon.ts';
import { withdraw as withdrawInterview } from '../src/interview/domain/withdraw.ts';
import type { Fact, Inspected, Step } from '../src/light/domain/fact.ts';
import { fold } from '../src/light/domain/fold.ts';
import type { History } from '../src/light/domain/light.ts';
import { compare as compareOrders } from '../src/shutdown/domain/compare.ts';
import { correct as correctOrder } from '../src/shutdown/domain/correct.ts';
import { draft } from '../src/shutdown/domain/draft.ts';
import { refuse } from '../src/shutdown/domain/refuse.ts';
import type { ShutdownOrder } from '../src/shutdown/domain/shutdown-order.ts';
import { sign } from '../src/shutdown/domain/sign.ts';
import { stateDefence } from '../src/shutdown/domain/state-defence.ts';
import { withdraw as withdrawOrder } from '../src/shutdown/domain/withdraw.ts';
import { aCreditCode, anId, timeZone } from './builders.ts';

const firm = { creditCode: aCreditCode(1), townCode: null };

/** The due process of one firm, held in memory: the rules are the product's. */
export class DueProcess {
  readonly inspections = new Map<string, Inspected>();
  readonly accepted: Step[] = [];
  interviews: readonly Interview[] = [];
  orders: readonly ShutdownOrder[] = [];
  history: History = { light: null, entries: [] };
  due: FollowUps = { summonses: [], shutdowns: [] };
  #documents = 1_000;

  deliver(inspection: Inspected, now: Date): void {
    this.inspections.set(inspection.id, inspection);
    this.#follow(now);
  }

  void(id: string, now: Date): void {
    const found = this.inspections.get(id);
    if (found) this.deliver({ ...found, voided: !found.voided }, now);
  }

  hold(now: Date): void {
    const said = { by: 'inspector-1', heldAt: null, attendees: ['甲'], minutes: '乙', commitments: '丙', timeZone };
    const isOpen = ({ status }: Interview) => status === 'SUMMONED' || status === 'MISSED';
    this.interviews = this.interviews.map((one) => (isOpen(one) ? hold(one, said, now).state : one));
    this.#follow(now);
  }

  decide(how: 'sign' | 'refuse', now: Date): void {
    const decided = (order: ShutdownOrder) => {
      const heard = stateDefence(order, { text: null, by: 'firm', byFirm: true }, now).state;
      const who = { by: 'commander-1', name: '甲' };
      if (how === 'refuse') return refuse(heard, { reason: '理由', ...who }, now).state;
      return sign(heard, { legalBasis: '依据', ...who }, now).state;
    };
    this.orders = this.orders.map((one) => (one.status === 'DRAFTED' ? decided(one) : one));
    this.#follow(now);
  }

  accept(now: Date): void {
    this.accepted.push({ kind: 'ACCEPTANCE_APPROVED', id: this.#id(), at: now });
    this.#follow(now);
  }

  #id(): string {
    return anId(++this.#documents);
  }

  #facts(): Fact[] {
    const held = this.interviews.flatMap(({ id, heldAt }) =>
      heldAt ? [{ kind: 'INTERVIEW_HELD' as const, id, at: heldAt }] : [],
    );
    const decided = this.orders.flatMap(({ id, signedAt, refusedAt, inspectionId: on }) => [
      ...(signedAt ? [{ kind: 'SHUTDOWN_SIGNED' as const, id, at: signedAt, on }] : []),
      ...(refusedAt ? [{ kind: 'SHUTDOWN_REFUSED' as const, id, at: refusedAt, on }] : []),
    ]);
    return [...this.inspections.values(), ...held, ...decided, ...this.accepted];
  }

  #follow(now: Date): void {
    this.history = fold(this.#facts(), timeZone);
    this.due = followUps('NORMAL', this.history.entries);
    this.#followOrders(now);
    this.#followInterviews(now);
  }

  #followOrders(now: Date): void {
    const { gone, kept, missing } = compareOrders(this.due.shutdowns, this.orders);
    const changed = new Map([
      ...gone.map((order) => [order.id, withdrawOrder(order, now)] as const),
      ...kept.map(
        ({ order, due }) => [order.id, correctOrder(order, { lifted: due.lifted, withinHours: 24 }, now)] as const,
      ),
    ]);
    const named = missing.map((due) => ({ ...firm, ...due, id: this.#id(), number: '停20200214-0001' }));
    this.orders = [...replaced(this.orders, changed), ...named.map((one) => draft(one, 24, now).state)];
  }

  #followInterviews(now: Date): void {
    const { gone, kept, missing } = compareInterviews(this.due.summonses, this.interviews);
    const changed = new Map([
      ...gone.map((one) => [one.id, withdrawInterview(one, now)] as const),
      ...kept.map(
        ({ interview, cause }) => [interview.id, correctInterview(interview, { cause, withinHours: 24 }, now)] as const,
      ),
    ]);
    const named = missing.map((cause) => ({ ...firm, ...cause, id: this.#id(), number: '约20200214-0001' }));
    this.interviews = [...replaced(this.interviews, changed), ...named.map((one) => summon(one, 24, now).state)];
  }
}

function replaced<S extends { readonly id: string }>(
  all: readonly S[],
  changed: ReadonlyMap<string, Decision<S>>,
): S[] {
  return all.map((one) => changed.get(one.id)?.state ?? one);
}
