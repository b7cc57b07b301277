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
  inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<LikenessPolicy[]> {
    const lines = manager.createQueryBuilder(LikenessPolicyTable, 'line');
    return lines.where('line.version = (select max(version) from likeness_policy)').orderBy('line.id').getMany();
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
