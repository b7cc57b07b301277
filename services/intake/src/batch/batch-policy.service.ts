import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { BatchPolicyLineTable, BatchPolicyTable, type BatchLine, type BatchPolicy } from './batch-policy.table.ts';

export interface WholeBatchPolicy extends BatchPolicy {
  readonly lines: readonly BatchLine[];
}

@Injectable()
export class BatchPolicyService {
  constructor(private readonly db: Database) {}

  /** The newest version. */
  async inForce(tx?: Pick<Tx, 'manager'>): Promise<WholeBatchPolicy> {
    const newest = await this.whole(null, tx);
    if (!newest) throw new TypeError('batch_policy is empty: a migration fills it');
    return newest;
  }

  /** A version with all its lines; without a number, the newest. */
  async whole(version: number | null, { manager }: Pick<Tx, 'manager'> = this.db.source) {
    const [said] = await manager.find(BatchPolicyTable, {
      ...(version !== null && { where: { version } }),
      order: { version: 'DESC' },
      take: 1,
    });
    if (!said) return null;
    const lines = await manager.find(BatchPolicyLineTable, {
      where: { version: said.version },
      order: { domain: 'ASC' },
    });
    return { ...said, lines };
  }

  /** A new version, for previews that are made from now on. Without lines, those of the version before stay. */
  async add(tx: Tx, { lines, ...policy }: BatchPolicy & { readonly lines: readonly BatchLine[] | null }) {
    const { version } = policy;
    const kept = lines ?? (await this.inForce(tx)).lines;
    await tx.manager.insert(BatchPolicyTable, policy);
    await tx.manager.insert(
      BatchPolicyLineTable,
      kept.map(({ domain, doubtfulBelow }) => ({ version, domain, doubtfulBelow })),
    );
  }
}
