import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { BatchPolicyTable, type BatchPolicy } from './batch-policy.table.ts';

@Injectable()
export class BatchPolicyService {
  constructor(private readonly db: Database) {}

  /** The newest version. */
  async inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<BatchPolicy> {
    const [newest] = await manager.find(BatchPolicyTable, { order: { version: 'DESC' }, take: 1 });
    if (!newest) throw new TypeError('batch_policy is empty: a migration fills it');
    return newest;
  }

  version(version: number): Promise<BatchPolicy | null> {
    return this.db.source.manager.findOneBy(BatchPolicyTable, { version });
  }

  /** A new version, for previews that are made from now on. */
  async add(tx: Tx, policy: BatchPolicy): Promise<void> {
    await tx.manager.insert(BatchPolicyTable, policy);
  }
}
