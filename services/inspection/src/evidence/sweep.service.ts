import { Inject, Injectable } from '@nestjs/common';
import { evidenceRemoved } from '@qifutong/contracts/inspection/evidence-removed';
import { appendAll } from '@qifutong/persistence/append';
import { Database, type Tx } from '@qifutong/persistence/database';
import { CONFIG } from '@qifutong/platform/tokens';
import type { InspectionConfig } from '../config.ts';
import { EvidenceStore } from './evidence-store.ts';
import { LeftoverTable } from './evidence.table.ts';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;
/** an upload is over by then, or has failed */
const LEFTOVER_AFTER_MS = 3_600_000;

interface Forgotten {
  readonly id: string;
  /** of its last event; 0 where it was uploaded before uploads were announced */
  readonly version: number;
}

const removed = ({ id, version }: Forgotten) => ({
  announcement: evidenceRemoved({ evidenceId: id }),
  version: version + 1,
});

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
    return this.db.transaction(async (tx) => {
      const forgotten = await this.#leave(tx, before, leftAt);
      await appendAll(tx, forgotten.map(removed), await tx.now());
      return forgotten.length;
    });
  }

  #leave(tx: Tx, before: Date, leftAt: Date): Promise<Forgotten[]> {
    return tx.manager.query(
      `with old as (select id from evidence where referred_at is null and uploaded_at < $1 order by uploaded_at limit $2 for update skip locked),
         gone as (delete from evidence where id in (select id from old) returning id)
       insert into evidence_leftover (id, left_at) select id, $3 from gone
       returning id, (select coalesce(max(version), 0)::int from event_log
         where aggregate_type = 'evidence' and aggregate_id = evidence_leftover.id::text) as version`,
      [before, AT_ONCE, leftAt],
    );
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
      await this.db.note((tx) => tx.manager.delete(LeftoverTable, { id }));
    }
    return left.length;
  }
}
