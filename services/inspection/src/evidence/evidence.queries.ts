import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { confinedToFirm, confinedToTown, seesWholeCounty } from '@qifutong/platform/scope';
import { hasRole, type Role, type Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { reaches } from '../enrolment/reach.queries.ts';
import type { Evidence } from './domain/evidence.ts';
import { EvidenceTable } from './evidence.table.ts';

/** Who sees pictures at all; a firm those of its own inspections. */
export const EVIDENCE_ROLES: readonly Role[] = ['ANALYST', 'INSPECTOR', 'COMMANDER', 'AUDITOR', 'FIRM'];

@Injectable()
export class EvidenceQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Evidence | null)[]> => {
    const found = await this.db.source.manager.findBy(EvidenceTable, { id: In(ids) });
    return inOrder(ids, found, (evidence) => evidence.id);
  };

  /** The evidence, or null when there is none that this viewer may see. */
  async visible(viewer: Viewer, id: string): Promise<Evidence | null> {
    const wanted = id.toLowerCase();
    if (!isUuid(wanted) || !hasRole(viewer, ...EVIDENCE_ROLES)) return null;
    const [firm, town] = [confinedToFirm(viewer), confinedToTown(viewer)];
    const evidence = await this.db.source.manager.findOneBy(EvidenceTable, { id: wanted });
    if (evidence === null || (firm !== null && evidence.creditCode !== firm)) return null;
    if (!(await this.#isInReach(viewer, evidence))) return null;
    return town === null || (await this.#isShownIn(town, evidence)) ? evidence : null;
  }

  /** An inspector sees his own pictures, and those of firms on which he may act; one that is of no firm yet is his who uploaded it. */
  async #isInReach(viewer: Viewer, { creditCode, uploadedBy }: Evidence): Promise<boolean> {
    if (uploadedBy === viewer.sub) return true;
    if (creditCode === null) return seesWholeCounty(viewer);
    return reaches(this.db.source.manager, viewer, creditCode);
  }

  async #isShownIn(town: string, { id, creditCode }: Evidence): Promise<boolean> {
    const shown: unknown[] = await this.db.source.query(
      `select from inspection where credit_code = $1 and town_code = $2 and photos @> array[$3::uuid] limit 1`,
      [creditCode, town, id],
    );
    return shown.length > 0;
  }
}
