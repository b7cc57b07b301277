import { Injectable } from '@nestjs/common';
import { save } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { acceptances, AcceptanceTable } from './acceptance.table.ts';
import type { Acceptance } from './domain/acceptance.ts';
import { withdraw } from './domain/withdraw.ts';

@Injectable()
export class ApplicationService {
  openOf(tx: Tx, creditCode: string): Promise<Acceptance | null> {
    const lock = { mode: 'for_no_key_update' } as const;
    return tx.manager.findOne(AcceptanceTable, { where: { creditCode, status: 'OPEN' }, lock });
  }

  /** Withdraws an application whose shutdown is not in force any more. The transaction holds the firm's lock. */
  async follow(tx: Tx, creditCode: string, shutdownInForce: string | null): Promise<void> {
    const open = await this.openOf(tx, creditCode);
    if (open?.kind === 'RESUMPTION' && open.shutdownId !== shutdownInForce) await save(tx, acceptances, open, withdraw);
  }
}
