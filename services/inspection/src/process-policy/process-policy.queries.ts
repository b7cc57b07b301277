import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { ProcessPolicy } from './domain/process-policy.ts';
import { policyInForce } from './policy-in-force.queries.ts';
import { ProcessPolicyTable } from './process-policy.table.ts';

@Injectable()
export class ProcessPolicyQueries {
  constructor(private readonly db: Database) {}

  /** By version; else the one in force. */
  asked(version: number | null): Promise<ProcessPolicy | null> {
    const { manager } = this.db.source;
    return version === null ? policyInForce(manager) : manager.findOneBy(ProcessPolicyTable, { version });
  }
}
