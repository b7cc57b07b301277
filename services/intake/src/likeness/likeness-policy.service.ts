import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import type { LikenessPolicy } from './domain/policy.ts';
import { LikenessPolicyTable, LikenessPolicyVersionTable, type LikenessPolicyVersion } from './suggestion.table.ts';

/** What a version says of one domain, or of the rest. */
export type LikenessLine = Omit<LikenessPolicy, 'id' | 'version'>;

export interface WholeLikenessPolicy extends LikenessPolicyVersion {
  readonly lines: readonly LikenessLine[];
}

@Injectable()
export class LikenessPolicyService {
  constructor(private readonly db: Database) {}

  /** The lines of the newest version. */
  inForce({ manager }: Pick<Tx, 'manager'> = this.db.source): Promise<LikenessPolicy[]> {
    const lines = manager.createQueryBuilder(LikenessPolicyTable, 'line');
    return lines.where('line.version = (select max(version) from likeness_policy)').orderBy('line.id').getMany();
  }

  /** A version with all its lines; without a number, the newest. */
  async whole(version: number | null, { manager }: Pick<Tx, 'manager'> = this.db.source) {
    const [said] = await manager.find(LikenessPolicyVersionTable, {
      ...(version !== null && { where: { version } }),
      order: { version: 'DESC' },
      take: 1,
    });
    if (!said) return null;
    const lines = await manager.find(LikenessPolicyTable, { where: { version: said.version }, order: { id: 'ASC' } });
    return { ...said, lines };
  }

  /** A new version beside the old ones, for issues that are compared from now on. */
  async add(tx: Tx, { lines, ...version }: WholeLikenessPolicy): Promise<void> {
    const newest = await tx.manager.maximum(LikenessPolicyTable, 'id');
    const rows = lines.map((line, i) => ({ ...line, version: version.version, id: (newest ?? 0) + 1 + i }));
    await tx.manager.insert(LikenessPolicyVersionTable, version);
    await tx.manager.insert(LikenessPolicyTable, rows);
  }
}
