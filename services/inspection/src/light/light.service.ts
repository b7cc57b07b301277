import { Inject, Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Enrolment } from '../enrolment/domain/enrolment.ts';
import { unlit, type FirmLight } from './domain/firm-light.ts';
import { fold } from './domain/fold.ts';
import { refold } from './domain/refold.ts';
import { factsOf } from './light.queries.ts';
import { lights, LightTable } from './light.table.ts';

@Injectable()
export class LightService {
  constructor(@Inject(CONFIG) private readonly config: ServiceConfig) {}

  /** Opens a firm's file, where it has none yet. */
  async open(tx: Tx, creditCode: string): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(LightTable).values(unlit(creditCode)).orIgnore().execute();
  }

  /** Until the transaction ends, nobody else changes the history of that firm. Locks nothing for a firm without a file. */
  async lock(tx: Tx, creditCode: string): Promise<void> {
    await tx.manager.findOne(LightTable, { where: { creditCode }, lock: { mode: 'for_no_key_update' } });
  }

  /** Folds the firm's whole history anew. The transaction holds the firm's lock. */
  async refold(tx: Tx, { creditCode, townCode }: Pick<Enrolment, 'creditCode' | 'townCode'>): Promise<FirmLight> {
    const facts = await factsOf(tx.manager, [creditCode]);
    const { light } = fold(facts.get(creditCode) ?? [], this.config.COUNTY_TIME_ZONE);
    return change(tx, lights, creditCode, (before, now) => refold(before, { light, townCode }, now));
  }
}
