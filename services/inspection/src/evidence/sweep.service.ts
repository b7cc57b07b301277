import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { CONFIG } from '@qifutong/platform/tokens';
import type { InspectionConfig } from '../config.ts';
import { EvidenceStore } from './evidence-store.ts';
import { LeftoverTable } from './evidence.table.ts';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;
/** an upload is over by then, or has failed */
const LEFTOVER_AFTER_MS = 3_600_000;

@Injectable()
export class EvidenceSweep {
  constructor(
    private readonly db: Database,
    private readonly store: EvidenceStore,
    @Inject(CONFIG) private readonly config: Pick<InspectionConfig, 'EVIDENCE_UNREFERRED_DAYS'>,
  ) {}

  /**
   * Takes evidence away that no inspection has shown for so many days, and files that no evidence has.
   * @returns true when there may be more
   */
  async sweep(): Promise<boolean> {
    const now = (await this.db.now()).getTime();
    const unreferred = await this.#forget(
      new Date(now - this.config.EVIDENCE_UNREFERRED_DAYS * DAY_MS),
      new Date(now - LEFTOVER_AFTER_MS),
    );
    const removed = await this.#remove(new Date(now - LEFTOVER_AFTER_MS));
    return Math.max(unreferred, removed) >= AT_ONCE;
  }

  /** The rows go at once, their files are left over. */
  async #forget(before: Date, leftAt: Date): Promise<number> {
    const forgotten: unknown[] = await this.db.source.query(
      `with old as (select id from evidence where referred_at is null and uploaded_at < $1 order by uploaded_at limit $2 for update skip locked),
         gone as (delete from evidence where id in (select id from old) returning id)
       insert into evidence_leftover (id, left_at) select id, $3 from gone returning id`,
      [before, AT_ONCE, leftAt],
    );
    return forgotten.length;
  }

  async #remove(before: Date): Promise<number> {
    const left = await this.db.source.manager
      .createQueryBuilder(LeftoverTable, 'leftover')
      .where('leftover.leftAt <= :before', { before })
      .orderBy('leftover.leftAt')
      .limit(AT_ONCE)
      .getMany();
    for (const { id } of left) {
      await this.store.remove(id);
      await this.db.source.manager.delete(LeftoverTable, { id });
    }
    return left.length;
  }
}
