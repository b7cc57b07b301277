import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';

/** From which score on a batch takes an issue for a match. */
export interface BatchPolicy {
  readonly version: number;
  readonly doubtfulBelow: number;
}

@Injectable()
export class BatchPolicyService {
  constructor(private readonly db: Database) {}

  async inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<BatchPolicy> {
    const rows: BatchPolicy[] = await manager.query(
      `select version, doubtful_below as "doubtfulBelow" from batch_policy order by version desc limit 1`,
    );
    return rows[0]!;
  }

  /** A new version, for previews that are made from now on. */
  async set(tx: Tx, doubtfulBelow: number): Promise<void> {
    const now = await tx.now();
    await tx.manager.query(
      'insert into batch_policy (version, doubtful_below, valid_from) select max(version) + 1, $1, $2 from batch_policy',
      [doubtfulBelow, now],
    );
  }
}
