import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { WholeSlaPolicy } from './domain/set-sla-policy.ts';
import { wholePolicy } from './whole-policy.queries.ts';

@Injectable()
export class PolicyQueries {
  constructor(private readonly db: Database) {}

  /** A version as a whole; of no number: the newest. */
  whole(version: number | null): Promise<WholeSlaPolicy | null> {
    return wholePolicy(this.db.source.manager, version);
  }
}
