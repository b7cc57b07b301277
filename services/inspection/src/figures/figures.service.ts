import { Inject, Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { callerError } from '@qifutong/platform/errors';
import { filterOf } from '@qifutong/platform/paging';
import { townToTell } from '@qifutong/platform/scope';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { QueryInspectionFiguresArgs } from '../generated/graphql.ts';
import { inspectionFigures } from './domain/inspection-figures.ts';
import { leniency, type Leniency } from './domain/leniency.ts';
import { FigureQueries, type Asked } from './figures.queries.ts';

const MOST_DAYS = 366;
const shape = z.object({ townCode: townCode.nullish() });

@Injectable()
export class FiguresService {
  constructor(
    private readonly db: Database,
    private readonly queries: FigureQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async of(viewer: Viewer, { from, to, ...filter }: QueryInspectionFiguresArgs) {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (!(days >= 0 && days < MOST_DAYS))
      throw callerError('BAD_USER_INPUT', `to must be from to ${MOST_DAYS} days on`, { field: 'to' });
    const asked = { from, to, townCode: townToTell(viewer, filterOf(shape, filter).townCode) };
    const today = countyDay(await this.db.now(), this.config.COUNTY_TIME_ZONE);
    const [towns, rules, yellowToGreenHours, findings] = await Promise.all([
      this.queries.towns(asked, today),
      this.queries.rules(asked),
      this.queries.yellowToGreen(asked),
      this.queries.findings(asked),
    ]);
    return { asked, ...inspectionFigures({ towns, rules, yellowToGreenHours, findings }) };
  }

  async leniency(asked: Asked): Promise<Leniency[]> {
    const [encounters, towns] = await Promise.all([
      this.queries.encounters(asked),
      this.queries.towns(asked, asked.to),
    ]);
    const n = towns.reduce((sum, { inspections }) => sum + inspections, 0);
    return leniency(encounters, { n, failed: towns.reduce((sum, { failed }) => sum + failed, 0) });
  }
}
