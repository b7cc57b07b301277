import { Inject, Injectable } from '@nestjs/common';
import type { Announcement } from '@qifutong/contracts/define-event';
import { appendNext } from '@qifutong/persistence/append-next';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import type { PublishRulebookInput, WithdrawRulebookInput } from '../generated/graphql.ts';
import { publish } from './domain/publish.ts';
import { reject } from './domain/rejections.ts';
import { areas, type Rulebook } from './domain/rulebook.ts';
import { withdraw } from './domain/withdraw.ts';
import { rulebooksOf } from './rulebook.queries.ts';
import { RulebookTable, RuleTable } from './rulebook.table.ts';

const MOST_IN_A_ROW = 100;

const shape = z.object({
  inForceFrom: z.iso.date(),
  notApplicableAtMost: z.int().min(0).max(12),
  redAtRun: z.int().min(1).max(MOST_IN_A_ROW),
  rules: z.array(
    z.object({
      code: words(100).regex(/^[A-Z][A-Z0-9_]*$/),
      area: z.enum(areas),
      titleZh: words(200),
      titleEn: words(200),
    }),
  ),
});

const withdrawShape = z.object({ version: z.int() });

// who publishes or withdraws waits for who does it now; readers and inspections go on
const IN_TURN = 'lock table rulebook in share row exclusive mode';

@Injectable()
export class RulebookService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async publish(viewer: Viewer, input: PublishRulebookInput): Promise<Rulebook> {
    const draft = { ...shaped(shape, input), by: viewer.sub };
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const where = { withdrawnAt: IsNull() };
      const [last = null] = await tx.manager.find(RulebookTable, { where, order: { inForceFrom: 'DESC' }, take: 1 });
      const highest = (await tx.manager.maximum(RulebookTable, 'version')) ?? 0;
      const now = await tx.now();
      const surroundings = { last, highest, timeZone: this.config.COUNTY_TIME_ZONE };
      const { state, events } = publish(draft, surroundings, now);
      const { rules, ...row } = state;
      await tx.manager.insert(RulebookTable, { ...row, publishedBy: viewer.sub, publishedAt: now });
      await tx.manager.insert(
        RuleTable,
        rules.map((rule) => ({ ...rule, version: state.version })),
      );
      await this.#announce(tx, events, now);
      return state;
    });
  }

  async withdraw({ sub: by }: Viewer, input: WithdrawRulebookInput): Promise<Rulebook> {
    const { version } = shaped(withdrawShape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      // whoever judges by it now is done first, and the time is told after that
      await tx.manager.findOne(RulebookTable, { where: { version }, lock: { mode: 'pessimistic_write' } });
      const [rulebook = null] = await rulebooksOf(tx.manager, [version]);
      if (!rulebook) throw reject('RULEBOOK_NOT_FOUND', { field: 'version', version });
      const now = await tx.now();
      const { state, events } = withdraw(rulebook, { by, timeZone: this.config.COUNTY_TIME_ZONE }, now);
      await tx.manager.update(RulebookTable, { version }, { withdrawnAt: now, withdrawnBy: by });
      await this.#announce(tx, events, now);
      return state;
    });
  }

  // a day whose version was withdrawn can have another: the events of both are the day's
  async #announce(tx: Tx, events: readonly Announcement[], at: Date): Promise<void> {
    for (const event of events) await appendNext(tx, event, at);
  }
}
