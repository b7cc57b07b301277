import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { CallbackPolicyTable, type CallbackPolicyVersion } from './callback-policy.table.ts';
import type { Issue } from './domain/issue.ts';

@Injectable()
export class CallbackPolicyService {
  constructor(private readonly db: Database) {}

  /** The newest version. */
  async inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<CallbackPolicyVersion> {
    const [newest] = await manager.find(CallbackPolicyTable, { order: { version: 'DESC' }, take: 1 });
    if (!newest) throw new TypeError('callback_policy is empty: a migration fills it');
    return newest;
  }

  /** The version that an issue is called back by; where it was never solved, the one in force. */
  of({ manager }: Tx, { callbackPolicyVersion: version }: Issue): Promise<CallbackPolicyVersion> {
    return version === null ? this.inForce({ manager }) : manager.findOneByOrFail(CallbackPolicyTable, { version });
  }

  version(version: number): Promise<CallbackPolicyVersion | null> {
    return this.db.source.manager.findOneBy(CallbackPolicyTable, { version });
  }

  /** A new version, for what is solved or answered from now on. */
  async add(tx: Tx, policy: CallbackPolicyVersion): Promise<void> {
    await tx.manager.insert(CallbackPolicyTable, policy);
  }
}
