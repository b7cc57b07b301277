import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { CallbackPolicyTable } from './callback-policy.table.ts';
import type { CallbackPolicy } from './domain/callback-policy.ts';

@Injectable()
export class CallbackPolicyService {
  constructor(private readonly db: Database) {}

  inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<CallbackPolicy> {
    return manager.findOneByOrFail(CallbackPolicyTable, { onlyOne: true });
  }

  /** For what is solved or tried from now on. */
  async set(tx: Tx, policy: CallbackPolicy): Promise<void> {
    await tx.manager.update(CallbackPolicyTable, { onlyOne: true }, policy);
  }
}
