import { Inject, Injectable } from '@nestjs/common';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { PublishRulebookInput } from '../generated/graphql.ts';
import { publish } from './domain/publish.ts';
import { areas, type Rulebook } from './domain/rulebook.ts';
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

@Injectable()
export class RulebookService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async publish(viewer: Viewer, input: PublishRulebookInput): Promise<Rulebook> {
    const draft = { ...shaped(shape, input), by: viewer.sub };
    return this.db.transaction(async (tx) => {
      // two that publish at once take turns; readers and inspections go on
      await tx.manager.query('lock table rulebook in share row exclusive mode');
      const [last = null] = await tx.manager.find(RulebookTable, { order: { inForceFrom: 'DESC' }, take: 1 });
      const now = await tx.now();
      const { state, events } = publish(draft, { last, timeZone: this.config.COUNTY_TIME_ZONE }, now);
      const { rules, ...row } = state;
      await tx.manager.insert(RulebookTable, { ...row, publishedBy: viewer.sub, publishedAt: now });
      await tx.manager.insert(
        RuleTable,
        rules.map((rule) => ({ ...rule, version: state.version })),
      );
      await append(tx, events, 0, now);
      return state;
    });
  }
}
