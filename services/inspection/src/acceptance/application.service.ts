import { Injectable } from '@nestjs/common';
import { saveAll } from '@qifutong/persistence/change-all';
import type { Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { confirm, provide } from '../enrolment/provision.service.ts';
import { acceptances, AcceptanceTable } from './acceptance.table.ts';
import { lapse, reinstate } from './domain/lapse.ts';
import { isGroundless, withdraw } from './domain/withdraw.ts';

interface InForce {
  readonly id: string;
}

const lock = { mode: 'for_no_key_update' } as const;

@Injectable()
export class ApplicationService {
  /** Approvals fall with the inspection that they rest on, and hold again with it. The transaction holds the firm's lock. */
  async rest(tx: Tx, inspectionId: string, isVoid: boolean): Promise<void> {
    const resting = await tx.manager.find(AcceptanceTable, { where: { inspectionId }, order: { id: 'ASC' }, lock });
    const now = await tx.now();
    const decided = resting.map((before) => ({ before, decision: (isVoid ? lapse : reinstate)(before, now) }));
    for (const { status, kind, creditCode, id, decidedBy } of await saveAll(tx, acceptances, decided, now)) {
      if (kind === 'FIRST' && status === 'LAPSED') await provide(tx, creditCode, id);
      if (kind === 'FIRST' && status === 'APPROVED') await confirm(tx, creditCode, decidedBy!);
    }
  }

  /**
   * Withdraws the applications of firms whose shutdown is not in force any more. The transaction holds the firms' locks.
   * @param inForce the order of each firm that has one
   */
  async follow(tx: Tx, creditCodes: readonly string[], inForce: ReadonlyMap<string, InForce>): Promise<void> {
    const open = await tx.manager.find(AcceptanceTable, {
      where: { creditCode: In([...creditCodes]), status: 'OPEN' },
      order: { id: 'ASC' },
      lock,
    });
    const now = await tx.now();
    const gone = open.filter((one) => isGroundless(one, inForce.get(one.creditCode)?.id ?? null));
    await saveAll(
      tx,
      acceptances,
      gone.map((before) => ({ before, decision: withdraw(before, now) })),
      now,
    );
  }
}
