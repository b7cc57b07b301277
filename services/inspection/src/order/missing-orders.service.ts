import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { LightService } from '../light/light.service.ts';
import { OrderFollowUp } from './order-follow-up.service.ts';

interface Lacking {
  readonly creditCode: string;
  /** its failed inspections that no order was issued for */
  readonly inspectionIds: readonly string[];
}

const FIRMS_AT_ONCE = 200;

@Injectable()
export class MissingOrders {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    private readonly orders: OrderFollowUp,
  ) {}

  /**
   * Finds the failed inspections that have no rectification order: those from before there were any.
   * @param mend issues the orders, due as of today; what was mended since is fulfilled at once
   * @returns how many there were
   */
  async run({ mend }: { readonly mend: boolean }): Promise<number> {
    const lacking: Lacking[] = await this.db.source.query(
      `select i.credit_code as "creditCode", array_agg(i.id) as "inspectionIds" from inspection i
       where not i.passed and i.voided_at is null and not exists (select from rectification_order o where o.inspection_id = i.id)
       group by i.credit_code order by i.credit_code`,
    );
    for (let from = 0; mend && from < lacking.length; from += FIRMS_AT_ONCE)
      await this.#issue(lacking.slice(from, from + FIRMS_AT_ONCE));
    return lacking.reduce((count, { inspectionIds }) => count + inspectionIds.length, 0);
  }

  /** Under the firms' locks, so that an order that came meanwhile is not repeated. */
  async #issue(lacking: readonly Lacking[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lights.lock(tx, ...lacking.map(({ creditCode }) => creditCode));
      await this.orders.follow(
        tx,
        lacking.flatMap(({ inspectionIds }) => inspectionIds),
      );
    });
  }
}
