import { Injectable } from '@nestjs/common';
import { domain, townCode } from '@qifutong/contracts/fields';
import { change, create } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CommonIssueSettlement } from '../common-issue/settlement.service.ts';
import type { PublishGuidanceInput, WithdrawGuidanceInput } from '../generated/graphql.ts';
import { SettlementService } from '../issue/settlement.service.ts';
import { TownQueries } from '../town/town.queries.ts';
import type { Content, Guidance } from './domain/guidance.ts';
import { publish, publishNext, type Publication } from './domain/publish.ts';
import { reject } from './domain/rejections.ts';
import { withdraw } from './domain/withdraw.ts';
import { GuidanceSearch } from './guidance-search.queries.ts';
import { GuidanceTable, GuidanceVersionTable, guidances } from './guidance.table.ts';

const listOf = <T extends z.ZodType<string>>(one: T) =>
  z
    .array(one)
    .max(100)
    .nullish()
    .transform((given) => [...new Set(given ?? [])]);
const publishShape = z.object({
  guidanceId: entityId.nullish(),
  commonIssueId: orNull(entityId),
  title: words(200),
  text: words(20_000),
  domain,
  townCodes: listOf(townCode),
  industries: listOf(z.string().regex(/^[A-T]$/)),
  sizes: listOf(z.enum(['LARGE', 'MEDIUM', 'SMALL', 'MICRO'])),
  effectiveFrom: z.iso.date(),
  effectiveTo: orNull(z.iso.date()),
  taskForce: orNull(z.string().regex(/^[A-Z_]+$/)),
});
const withdrawShape = z.object({ guidanceId: entityId, reason: words(500) });

@Injectable()
export class GuidanceService {
  constructor(
    private readonly db: Database,
    private readonly towns: TownQueries,
    private readonly settlement: SettlementService,
    private readonly commonIssues: CommonIssueSettlement,
    private readonly search: GuidanceSearch,
  ) {}

  /** A first version, or the next one of a guidance. It settles the common issue that it is said to be of. */
  async publish(viewer: Viewer, input: PublishGuidanceInput): Promise<Guidance> {
    const { guidanceId, commonIssueId, ...content } = shaped(publishShape, input);
    await this.#assertTowns(content.townCodes);
    const told = { content, commonIssueId };
    return this.db.transaction(async (tx) => {
      const at = await tx.now();
      const guidance = guidanceId
        ? await this.#next(tx, guidanceId, told, viewer.sub)
        : await this.#first(tx, told, viewer.sub);
      await this.#store(tx, guidance, content, { at, by: viewer.sub });
      return guidance;
    });
  }

  async #next(tx: Tx, guidanceId: string, told: Publication, by: string): Promise<Guidance> {
    const guidance = await change(tx, guidances, guidanceId, (before, now) => publishNext(before, told, now));
    if (told.commonIssueId !== null) await this.#settle(tx, told.commonIssueId, guidance, by);
    return guidance;
  }

  async #first(tx: Tx, told: Publication, by: string): Promise<Guidance> {
    const now = await tx.now();
    const decision = publish(uuidv7(), told, now);
    if (told.commonIssueId !== null) await this.#settle(tx, told.commonIssueId, decision.state, by);
    return create(tx, guidances, decision, now);
  }

  /** Before the guidance is stored: whoever publishes for the same common issue waits here. */
  async #settle(tx: Tx, commonIssueId: string, { id, currentVersion }: Guidance, by: string): Promise<void> {
    const { guidanceId } = await this.commonIssues.hold(tx, commonIssueId);
    if (guidanceId === id) return;
    const earlier = await tx.manager.findBy(GuidanceTable, { commonIssueId, id: Not(id) });
    const anew = earlier.length > 0 && earlier.every(({ state }) => state === 'WITHDRAWN');
    await this.commonIssues.settle(tx, commonIssueId, { guidanceId: id, guidanceVersion: currentVersion, anew, by });
  }

  async withdraw(viewer: Viewer, input: WithdrawGuidanceInput): Promise<Guidance> {
    const { guidanceId, reason } = shaped(withdrawShape, input);
    return this.db.transaction(async (tx) => {
      const version = await tx.manager.findOne(GuidanceVersionTable, {
        where: { guidanceId },
        order: { number: 'DESC' },
      });
      const told = { by: viewer.sub, reason, title: version?.title ?? '' };
      const guidance = await change(tx, guidances, guidanceId, (before, now) => withdraw(before, told, now));
      await this.search.withdraw(tx, guidanceId);
      await this.settlement.flagForReview(tx, guidanceId, guidance.currentVersion + 1);
      return guidance;
    });
  }

  /** The version is frozen; the one before it ends, and what it solved is to be looked at again. */
  async #store(tx: Tx, guidance: Guidance, content: Content, { at, by }: { at: Date; by: string }): Promise<void> {
    const { id: guidanceId, currentVersion: number } = guidance;
    await tx.manager.query(
      `update guidance_version set superseded_on = $3::date - 1 where guidance_id = $1 and number = $2 - 1`,
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

  async #assertTowns(codes: readonly string[]): Promise<void> {
    const towns = await this.towns.byCodes(codes);
    const code = codes.find((_, i) => towns[i] === null);
    if (code !== undefined) throw reject('GUIDANCE_TOWN_UNKNOWN', { field: 'townCodes', code });
  }
}
