import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { WholeSlaPolicy } from './domain/set-sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';

@Injectable()
export class PolicyQueries {
  constructor(private readonly db: Database) {}

  /** A version as a whole; of no number: the newest. */
  async whole(version: number | null): Promise<WholeSlaPolicy | null> {
    const { manager } = this.db.source;
    const where = version === null ? {} : { version };
    const [found] = await manager.find(SlaPolicyVersionTable, { where, order: { version: 'DESC' }, take: 1 });
    if (!found) return null;
    const lines = await manager.find(SlaPolicyTable, {
      where: { version: found.version },
      order: { position: 'ASC' },
    });
    return { ...found, lines };
  }
}
