import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull } from 'typeorm';
import { EvidenceTable } from './evidence.table.ts';

@Injectable()
export class EvidenceReferences {
  /** Those that are stored; until the transaction ends, they stay. */
  async held(tx: Tx, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    if (ids.size === 0) return ids;
    const rows = await tx.manager.find(EvidenceTable, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps them for good: an inspection shows them. */
  async refer(tx: Tx, ids: ReadonlySet<string>, at: Date): Promise<void> {
    if (ids.size > 0)
      await tx.manager.update(EvidenceTable, { id: In([...ids]), referredAt: IsNull() }, { referredAt: at });
  }
}
