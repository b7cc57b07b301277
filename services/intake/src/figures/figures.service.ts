import { Inject, Injectable } from '@nestjs/common';
import { channel, townCode } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { callerError } from '@qifutong/platform/errors';
import { filterOf } from '@qifutong/platform/paging';
import { townToTell } from '@qifutong/platform/scope';
import { optionalWords } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { StockQueries } from '../closure/stock.queries.ts';
import type { QueryFiguresArgs } from '../generated/graphql.ts';
import { figures, type Figures, type KeyedCounts } from './domain/figures.ts';
import { FigureQueries, type Asked } from './figures.queries.ts';

const MOST_DAYS = 366;
const filterShape = z.object({
  townCode: townCode.nullish(),
  channel: channel.nullish(),
  taskForce: optionalWords(64),
});

@Injectable()
export class FiguresService {
  constructor(
    private readonly db: Database,
    private readonly queries: FigureQueries,
    private readonly stock: StockQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async of(viewer: Viewer, { from, to, by, filter }: QueryFiguresArgs): Promise<Figures[]> {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (!(days >= 0 && days < MOST_DAYS))
      throw callerError('BAD_USER_INPUT', `to must be from to ${MOST_DAYS} days on`, { field: 'to' });
    const told = filterOf(filterShape, filter);
    const asked: Asked = {
      from,
      to,
      by,
      townCode: townToTell(viewer, told.townCode),
      channel: told.channel ?? null,
      taskForce: told.taskForce,
    };
    return figures(await this.#counts(asked, await this.db.now()));
  }

  async #counts(asked: Asked, now: Date): Promise<KeyedCounts[]> {
    const today = countyDay(now, this.config.COUNTY_TIME_ZONE);
    const counts = await Promise.all([
      this.queries.clocks(asked, now),
      this.queries.callbacks(asked),
      this.queries.contacts(asked),
      this.queries.issues(asked),
      this.stock.soFar(asked, today),
      this.queries.frozenBacklog(asked),
      this.#openBacklog(asked, today, now),
    ]);
    return counts.flat();
  }

  async #openBacklog(asked: Asked, today: string, now: Date): Promise<KeyedCounts[]> {
    if (asked.from > today || asked.to < today) return [];
    return this.queries.openBacklog({ ...asked, to: today }, now);
  }
}
