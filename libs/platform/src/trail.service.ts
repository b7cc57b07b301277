import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { trailPage, type TrailEntry } from '@qifutong/persistence/trail';
import { z } from 'zod';
import type { ServiceConfig } from './config.ts';
import { connection, filterOf, pageArgs } from './paging.ts';
import { CONFIG } from './tokens.ts';

const text = z.string().min(1).max(200);
const shape = z.object({
  aggregate: z.object({ type: text, id: text }).nullish(),
  actor: text.nullish(),
  day: z.iso.date().nullish(),
});

/** Arguments of a field that answers `TrailConnection`. */
export interface TrailArgs {
  readonly filter?: object | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Reads the trail of the service that it runs in. */
@Injectable()
export class TrailService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** @throws BAD_USER_INPUT that names the argument at fault */
  page({ filter, ...args }: TrailArgs): ReturnType<typeof connection<TrailEntry>> {
    const { aggregate, actor, day } = filterOf(shape, filter);
    const told = {
      aggregate: aggregate ?? undefined,
      actor: actor ?? undefined,
      day: day ? { on: day, timeZone: this.config.COUNTY_TIME_ZONE } : undefined,
    };
    return connection(trailPage(this.db.source.manager, told, pageArgs(args)));
  }
}
