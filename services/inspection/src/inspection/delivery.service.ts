import { Injectable } from '@nestjs/common';
import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { isDecided, orRejection, Rejection } from '@qifutong/kernel/rejection';
import { appendAll, numbered } from '@qifutong/persistence/append';
import { Database, type Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { EvidenceReferences } from '../evidence/evidence-references.service.ts';
import { LightService, type Affected } from '../light/light.service.ts';
import { areHeld } from '../rulebook/rulebook.queries.ts';
import { CircumstancesQueries } from './circumstances.queries.ts';
import { deliveredAgain, type Delivery } from './domain/delivery.ts';
import type { Inspection } from './domain/inspection.ts';
import { reject } from './domain/rejections.ts';
import { submit } from './domain/submit.ts';
import { InspectionTable, insertUntaken } from './inspection.table.ts';

/** What became of one delivery. */
export type Outcome = Inspection | Rejection;

type Decided = Decision<Inspection, Announcement> | Rejection;

/** The firms whose histories have these results, each from the earliest on. */
export function affectedBy(fresh: readonly Inspection[]): Affected[] {
  return [...Map.groupBy(fresh, ({ creditCode }) => creditCode).values()].map((own) => ({
    creditCode: own[0]!.creditCode,
    inspectionIds: own.map(({ id }) => id),
    from: new Date(Math.min(...own.map(({ performedAt }) => performedAt.getTime()))),
  }));
}

/** The photos of inspections, each with the firm that it shows. */
function shownBy(inspections: readonly Inspection[]): Map<string, string> {
  return new Map(inspections.flatMap(({ photos, creditCode }) => photos.map((id) => [id, creditCode])));
}

/** Decides in the order of delivery: one that comes twice in the same delivery is the same, or refused. */
function decideAll(
  deliveries: readonly Delivery[],
  earlier: Map<string, Inspection>,
  decide: (delivery: Delivery, at: number) => Decision<Inspection, Announcement>,
): Decided[] {
  return deliveries.map((delivery, at) =>
    orRejection(() => {
      const known = earlier.get(delivery.id);
      if (known) return { state: deliveredAgain(known, delivery), events: [] };
      const decision = decide(delivery, at);
      earlier.set(delivery.id, decision.state);
      return decision;
    }),
  );
}

@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: Database,
    private readonly circumstances: CircumstancesQueries,
    private readonly evidence: EvidenceReferences,
    private readonly lights: LightService,
  ) {}

  /**
   * Takes results into the histories of their firms, in one transaction and as many statements for 500 as for one.
   * @param inspectorTown the town to which the inspector's account is confined
   * @returns an outcome for each, in their order
   */
  async takeIn(deliveries: readonly Delivery[], inspectorTown: string | null): Promise<Outcome[]> {
    if (deliveries.length === 0) return [];
    const met = await this.circumstances.ofEach(deliveries);
    const versions = new Set(met.flatMap(({ rulebook }) => rulebook?.version ?? []));
    const outcomes = await this.db.transaction(async (tx) => {
      await this.lights.lock(tx, ...new Set(deliveries.map(({ creditCode }) => creditCode)));
      if (!(await areHeld(tx.manager, versions))) return null;
      const earlier = await tx.manager.findBy(InspectionTable, { id: In(deliveries.map(({ id }) => id)) });
      const photos = await this.evidence.held(tx, new Set(deliveries.flatMap((delivery) => delivery.photos)));
      const now = await tx.now();
      const known = new Map(earlier.map((inspection) => [inspection.id, inspection]));
      const decided = decideAll(deliveries, known, (delivery, at) => {
        const decision = submit(delivery, { ...met[at]!, inspectorTown, photos }, now);
        shownBy([decision.state]).forEach((creditCode, id) => photos.set(id, creditCode));
        return decision;
      });
      return this.#stored(tx, decided, now);
    });
    return outcomes ?? this.takeIn(deliveries, inspectorTown);
  }

  async #stored(tx: Tx, decided: readonly Decided[], now: Date): Promise<Outcome[]> {
    const decisions = decided.filter(isDecided).filter(({ events }) => events.length > 0);
    const fresh = decisions.map(({ state, events }) => ({ ...state, version: events.length }));
    // the rows before their events: an id that another firm's delivery took meanwhile shows as the row's own key
    const inserted = await insertUntaken(tx, fresh);
    const kept = decisions.filter(({ state }) => inserted.has(state.id));
    await appendAll(
      tx,
      kept.flatMap(({ state, events }) => numbered(events, state.version)),
      now,
    );
    const showing = kept.map(({ state }) => state);
    await this.evidence.refer(tx, shownBy(showing), now);
    const states = fresh.filter(({ id }) => inserted.has(id));
    if (states.length > 0) await this.lights.refoldAll(tx, affectedBy(states));
    const byId = new Map(fresh.map((inspection) => [inspection.id, inspection]));
    return decided.map((one) => {
      if (one instanceof Rejection) return one;
      const { id } = one.state;
      const taken = byId.has(id) && !inserted.has(id);
      return taken ? reject('INSPECTION_ID_TAKEN', { field: 'id', id }) : (byId.get(id) ?? one.state);
    });
  }
}
