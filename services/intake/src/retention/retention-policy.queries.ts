import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import { retentionKinds, type RetentionPolicy } from './domain/retention.ts';
import { RetentionPolicyTable, type RetentionPolicyRow } from './retention-policy.table.ts';

@Injectable()
export class RetentionPolicyQueries {
  constructor(private readonly db: Database) {}

  /** By version; else the one in force. */
  async asked(version: number | null): Promise<RetentionPolicy | null> {
    const { manager } = this.db.source;
    return version === null ? this.inForce(manager) : policyOf(await manager.findBy(RetentionPolicyTable, { version }));
  }

  /** The newest version. */
  async inForce(manager: EntityManager): Promise<RetentionPolicy> {
    const lines = manager.createQueryBuilder(RetentionPolicyTable, 'line');
    const newest = policyOf(await lines.where('line.version = (select max(version) from retention_policy)').getMany());
    if (newest === null) throw new TypeError('retention_policy is empty: a migration fills it');
    return newest;
  }
}

function policyOf(rows: readonly RetentionPolicyRow[]): RetentionPolicy | null {
  const [first] = rows;
  if (!first) return null;
  const { version, setAt, setBy } = first;
  const lines = retentionKinds.map((kind) => ({ kind, after: rows.find((row) => row.kind === kind)!.after }));
  return { version, lines, setAt, setBy };
}
