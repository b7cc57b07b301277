import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { ClosureTrailTable } from './closure.table.ts';
import type { ClosureTrail } from './domain/daily-closure.ts';

@Injectable()
export class ClosureTrailService {
  /** Puts beside a day's account in what a service's trail ended. What was told of a day once stays. */
  async record(tx: Tx, told: Omit<ClosureTrail, 'toldAt'>): Promise<void> {
    await tx.manager.insert(ClosureTrailTable, { ...told, toldAt: await tx.now() });
  }
}
