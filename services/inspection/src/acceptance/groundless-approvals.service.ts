import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { LightService } from '../light/light.service.ts';
import { ApplicationService } from './application.service.ts';

interface Groundless {
  readonly creditCode: string;
  readonly decidedAt: Date;
  /** the voided one on site that the approval rests on */
  readonly inspectionId: string;
}

const GROUNDLESS = `select a.credit_code as "creditCode", a.decided_at as "decidedAt", i.id as "inspectionId"
  from acceptance a join inspection i on i.id = a.inspection_id where a.status = 'APPROVED' and i.voided_at is not null`;

@Injectable()
export class GroundlessApprovals {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    private readonly applications: ApplicationService,
  ) {}

  /**
   * Finds the approvals whose inspection on site was voided and which stand all the same: those from before they lapsed with it.
   * @param mend lets them lapse, with the event and all that follows for the light
   * @returns how many there were
   */
  async run({ mend }: { readonly mend: boolean }): Promise<number> {
    const groundless: Groundless[] = await this.db.source.query(`${GROUNDLESS} order by a.credit_code, a.decided_at`);
    for (const one of mend ? groundless : []) await this.#lapse(one);
    return groundless.length;
  }

  /** Under the firm's lock; one that lapsed, or whose inspection counts again, meanwhile stays as it is. */
  async #lapse({ creditCode, decidedAt, inspectionId }: Groundless): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lights.lock(tx, creditCode);
      const still: object[] = await tx.manager.query(`${GROUNDLESS} and i.id = $1`, [inspectionId]);
      if (still.length === 0) return;
      await this.applications.rest(tx, inspectionId, true);
      await this.lights.refold(tx, { creditCode, from: decidedAt });
    });
  }
}
