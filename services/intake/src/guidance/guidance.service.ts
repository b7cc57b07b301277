import { Injectable } from '@nestjs/common';
import { domain, townCode } from '@qifutong/contracts/fields';
import { change, create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CommonIssueSettlement } from '../common-issue/settlement.service.ts';
import type { PublishGuidanceInput, WithdrawGuidanceInput } from '../generated/graphql.ts';
import { TownQueries } from '../town/town.queries.ts';
import type { Guidance } from './domain/guidance.ts';
import { publish, publishNext, type Publication } from './domain/publish.ts';
import { reject } from './domain/rejections.ts';
import { withdraw } from './domain/withdraw.ts';
import { GuidanceTable, GuidanceVersionTable, guidances } from './guidance.table.ts';
import { GuidanceVersions } from './guidance-versions.service.ts';

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
    private readonly commonIssues: CommonIssueSettlement,
    private readonly versions: GuidanceVersions,
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
      await this.versions.enter(tx, guidance, content, { at, by: viewer.sub });
      return guidance;
    });
  }

  async #next(tx: Tx, guidanceId: string, told: Publication, by: string): Promise<Guidance> {
    const lock = { mode: 'for_no_key_update' } as const;
    const before = await tx.manager.findOne(GuidanceTable, { where: { id: guidanceId }, lock });
    if (before === null) throw guidances.notFound();
    const inForceFrom = await this.versions.inForceFrom(tx, guidanceId);
    const guidance = await save(tx, guidances, before, (state, now) => publishNext(state, told, inForceFrom, now));
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
      await this.versions.withdraw(tx, guidance);
      return guidance;
    });
  }

  async #assertTowns(codes: readonly string[]): Promise<void> {
    const towns = await this.towns.byCodes(codes);
    const code = codes.find((_, i) => towns[i] === null);
    if (code !== undefined) throw reject('GUIDANCE_TOWN_UNKNOWN', { field: 'townCodes', code });
  }
}
