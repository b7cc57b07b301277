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
export class TrailService {
  readonly #db: Database;
  readonly #config: ServiceConfig;

  constructor(db: Database, config: ServiceConfig) {
    this.#db = db;
    this.#config = config;
  }

  /** @throws BAD_USER_INPUT that names the argument at fault */
  page({ filter, ...args }: TrailArgs): ReturnType<typeof connection<TrailEntry>> {
    const { aggregate, actor, day } = filterOf(shape, filter);
    const told = {
      aggregate: aggregate ?? undefined,
      actor: actor ?? undefined,
      day: day ? { on: day, timeZone: this.#config.COUNTY_TIME_ZONE } : undefined,
    };
    return connection(trailPage(this.#db.source.manager, told, pageArgs(args)));
  }
}
// decorators called by hand: libraries are run from their sources, too
Injectable()(TrailService);
Inject(Database)(TrailService, undefined, 0);
Inject(CONFIG)(TrailService, undefined, 1);
