import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { EvidenceTable } from './evidence.table.ts';

@Injectable()
export class EvidenceReferences {
  /**
   * Those that are stored, each with the firm whose inspections show it, null while none does; until the transaction ends, they stay.
   */
  async held(tx: Tx, ids: ReadonlySet<string>): Promise<Map<string, string | null>> {
    if (ids.size === 0) return new Map();
    const rows = await tx.manager.find(EvidenceTable, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return new Map(rows.map(({ id, creditCode }) => [id, creditCode]));
  }

  /** Keeps them for good: an inspection of that firm shows them. */
  async refer(tx: Tx, shown: ReadonlyMap<string, string>, at: Date): Promise<void> {
    if (shown.size > 0)
      await tx.manager.query(
        `update evidence set referred_at = $3, credit_code = shown.credit_code
         from unnest($1::uuid[], $2::text[]) as shown (id, credit_code) where evidence.id = shown.id and referred_at is null`,
        [[...shown.keys()], [...shown.values()], at],
      );
  }
}
