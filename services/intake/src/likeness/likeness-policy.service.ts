import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import type { LikenessPolicy } from './domain/policy.ts';
import { LikenessPolicyTable } from './suggestion.table.ts';

/** What a version says of one domain, or of the rest. */
export type LikenessLine = Omit<LikenessPolicy, 'id' | 'version'>;

@Injectable()
export class LikenessPolicyService {
  constructor(private readonly db: Database) {}

  /** The lines of the newest version. */
  async inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<LikenessPolicy[]> {
    const [last] = await manager.find(LikenessPolicyTable, { order: { version: 'DESC' }, take: 1 });
    return manager.find(LikenessPolicyTable, { where: { version: last!.version }, order: { id: 'ASC' } });
  }

  /** A new version beside the old ones, for issues that are compared from now on. */
  async set(tx: Tx, lines: readonly LikenessLine[]): Promise<void> {
    const before = await this.inForce(tx);
    const version = before[0]!.version + 1;
    const first = Math.max(...before.map(({ id }) => id)) + 1;
    const rows = lines.map((line, i) => ({ ...line, version, id: first + i }));
    await tx.manager.insert(LikenessPolicyTable, rows);
  }
}
