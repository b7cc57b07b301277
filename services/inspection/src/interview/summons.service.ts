import { Injectable } from '@nestjs/common';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DocumentService } from '../document/document.service.ts';
import { policyInForce } from '../process-policy/policy-in-force.queries.ts';
import { compare, type Compared, type Due } from './domain/compare.ts';
import { correct } from './domain/correct.ts';
import type { Cause } from './domain/interview.ts';
import { miss } from './domain/miss.ts';
import { summon } from './domain/summon.ts';
import { withdraw } from './domain/withdraw.ts';
import { interviews, InterviewTable } from './interview.table.ts';
import { storedSince } from './under-way.queries.ts';

/** A firm, with the interviews that must exist. */
export interface Summoned {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly due: readonly Due[];
  /** those caused before are left as they are; null: none is */
  readonly from: Date | null;
}

const AT_ONCE = 100;
const skipLocked = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;

@Injectable()
export class SummonsService {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentService,
  ) {}

  /**
   * Makes the interviews of firms, each named once, those that must exist: withdraws, corrects, summons, and repeats nothing. As many
   * statements for 500 firms as for one.
   */
  async follow(tx: Tx, firms: readonly Summoned[]): Promise<void> {
    const stored = await storedSince(tx.manager, new Map(firms.map(({ creditCode, from }) => [creditCode, from])));
    const compared = firms.map((firm) => ({ firm, ...compare(firm.due, stored.get(firm.creditCode) ?? []) }));
    const now = await tx.now();
    const gone = compared.flatMap((one) => one.gone);
    // first, for what is withdrawn makes room for what takes its place
    await saveAll(
      tx,
      interviews,
      gone.map((before) => ({ before, decision: withdraw(before, now) })),
      now,
    );
    const kept = compared.flatMap((one) => one.kept);
    const missing = compared.flatMap(({ firm, missing: causes }) => causes.map((cause) => ({ firm, cause })));
    if (kept.length + missing.length === 0) return;
    const { interviewWithinHours: withinHours } = await policyInForce(tx.manager);
    await this.#correct(tx, kept, withinHours);
    await this.#summon(tx, missing, withinHours);
  }

  /**
   * Takes the interviews whose limit has passed, as many as nobody else has in hand, and tells so.
   * @returns milliseconds until the next limit, by the database's clock; null while none runs
   */
  noteMissed(): Promise<number | null> {
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const where = { status: 'SUMMONED', dueAt: LessThan(now) } as const;
      const found = { where, order: { dueAt: 'ASC' }, take: AT_ONCE, lock: skipLocked } as const;
      const due = await tx.manager.find(InterviewTable, found);
      const missed = due.map((before) => ({ before, decision: miss(before, now) }));
      await saveAll(tx, interviews, missed, now);
      if (due.length === AT_ONCE) return 0;
      const next = { status: 'SUMMONED', dueAt: MoreThanOrEqual(now) } as const;
      const [first] = await tx.manager.find(InterviewTable, { where: next, order: { dueAt: 'ASC' }, take: 1 });
      return first ? first.dueAt.getTime() + 1 - now.getTime() : null;
    });
  }

  /** One that stands again has another term: who had it before it was withdrawn has not got that. */
  async #correct(tx: Tx, kept: Compared['kept'], withinHours: number): Promise<void> {
    const now = await tx.now();
    const corrected = kept.map(({ interview: before, cause }) => ({
      before,
      decision: correct(before, { cause, withinHours }, now),
    }));
    await saveAll(tx, interviews, corrected, now);
    const again = kept.filter(({ interview: { status } }) => status === 'WITHDRAWN');
    await this.documents.reissue(tx, ...again.map(({ interview: { number } }) => number));
  }

  async #summon(
    tx: Tx,
    missing: readonly { readonly firm: Summoned; readonly cause: Cause }[],
    withinHours: number,
  ): Promise<void> {
    if (missing.length === 0) return;
    const now = await tx.now();
    const codes = missing.map(({ firm }) => firm.creditCode);
    const numbers = await this.documents.issueAll(tx, 'INTERVIEW', codes, now);
    const summoned = missing.map(({ firm: { creditCode, townCode }, cause }, i) => {
      const summons = { ...cause, creditCode, townCode, id: uuidv7(), number: numbers[i]! };
      return { before: null, decision: summon(summons, withinHours, now) };
    });
    await saveAll(tx, interviews, summoned, now);
  }
}
