import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { v7 as uuidv7 } from 'uuid';
import { SettlementService } from '../issue/settlement.service.ts';
import type { Content, Guidance } from './domain/guidance.ts';
import { GuidanceSearch } from './guidance-search.queries.ts';
import { GuidanceVersionTable } from './guidance.table.ts';

/** The versions of a guidance: which holds from when, what is found, and what is to be looked at again. */
@Injectable()
export class GuidanceVersions {
  constructor(
    private readonly search: GuidanceSearch,
    private readonly settlement: SettlementService,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** The first day of the version that took effect last, or null where none has yet. */
  async inForceFrom(tx: Tx, guidanceId: string): Promise<string | null> {
    const today = countyDay(await tx.now(), this.config.COUNTY_TIME_ZONE);
    const [row] = await tx.manager.query<{ since: string | null }[]>(
      `select max(effective_from)::text as since from guidance_version
       where guidance_id = $1 and effective_from <= $2 and coalesce(superseded_on >= effective_from, true)`,
      [guidanceId, today],
    );
    return row!.since;
  }

  /** The version is frozen; those before it end, and what it solved is to be looked at again. */
  async enter(tx: Tx, guidance: Guidance, content: Content, { at, by }: { at: Date; by: string }): Promise<void> {
    const { id: guidanceId, currentVersion: number } = guidance;
    await tx.manager.query(
      `update guidance_version set superseded_on = $3::date - 1
       where guidance_id = $1 and number < $2 and coalesce(superseded_on > $3::date - 1, true)`,
      [guidanceId, number, content.effectiveFrom],
    );
    await tx.manager.insert(GuidanceVersionTable, {
      ...content,
      townCodes: [...content.townCodes],
      industries: [...content.industries],
      sizes: [...content.sizes],
      id: uuidv7(),
      guidanceId,
      number,
      publishedAt: at,
      publishedBy: by,
      supersededOn: null,
    });
    await this.search.enter(tx, guidance, content);
    await this.settlement.flagForReview(tx, guidanceId, number);
  }

  /** None of them is found as in force any more, and what they solved is to be looked at again. */
  async withdraw(tx: Tx, { id, currentVersion }: Guidance): Promise<void> {
    await this.search.withdraw(tx, id);
    await this.settlement.flagForReview(tx, id, currentVersion + 1);
  }
}
