import { Injectable } from '@nestjs/common';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { LessThan, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DocumentService } from '../document/document.service.ts';
import { compare, type Due } from './domain/compare.ts';
import { correct } from './domain/correct.ts';
import type { Interview } from './domain/interview.ts';
import { miss } from './domain/miss.ts';
import { summon } from './domain/summon.ts';
import { withdraw } from './domain/withdraw.ts';
import { interviews, InterviewTable } from './interview.table.ts';

interface Firm {
  readonly creditCode: string;
  readonly townCode: string | null;
}

const AT_ONCE = 100;
const lock = { mode: 'for_no_key_update' } as const;
const skipLocked = { ...lock, onLocked: 'skip_locked' } as const;

@Injectable()
export class SummonsService {
  constructor(
    private readonly db: Database,
    private readonly documents: DocumentService,
  ) {}

  /** The interview that is under way at an instant in a condition that asks for one. */
  async underWay(tx: Tx, creditCode: string, at: Date): Promise<Interview | null> {
    const where = { creditCode, causedAt: LessThanOrEqual(at), status: Not('WITHDRAWN' as const) };
    return tx.manager.findOne(InterviewTable, { where, order: { causedAt: 'DESC' } });
  }

  /**
   * Makes the interviews of a firm those that must exist: summons, corrects, withdraws, and repeats nothing.
   * @param from those caused before are left as they are; null: none is
   */
  async follow(tx: Tx, firm: Firm, due: readonly Due[], from: Date | null): Promise<void> {
    const { creditCode } = firm;
    const later = from && MoreThanOrEqual(from);
    const where = later
      ? [
          { creditCode, causedAt: later },
          { creditCode, heldAt: later },
        ]
      : { creditCode };
    const stored = await tx.manager.find(InterviewTable, { where, order: { issuedAt: 'ASC', id: 'ASC' }, lock });
    const { gone, kept, missing } = compare(due, stored);
    for (const interview of gone) await save(tx, interviews, interview, withdraw);
    if (kept.length + missing.length === 0) return;
    const { interviewWithinHours: withinHours } = await this.documents.policy(tx.manager);
    for (const { interview, cause } of kept)
      await save(tx, interviews, interview, (one, now) => correct(one, { cause, withinHours }, now));
    for (const cause of missing) {
      const now = await tx.now();
      const number = await this.documents.issue(tx, 'INTERVIEW', creditCode, now);
      await create(tx, interviews, summon({ ...firm, ...cause, id: uuidv7(), number }, withinHours, now), now);
    }
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
      for (const interview of due) await save(tx, interviews, interview, miss);
      if (due.length === AT_ONCE) return 0;
      const next = { status: 'SUMMONED', dueAt: MoreThanOrEqual(now) } as const;
      const [first] = await tx.manager.find(InterviewTable, { where: next, order: { dueAt: 'ASC' }, take: 1 });
      return first ? first.dueAt.getTime() + 1 - now.getTime() : null;
    });
  }
}
