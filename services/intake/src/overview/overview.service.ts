import { Injectable } from '@nestjs/common';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import { TownQueries } from '../town/town.queries.ts';
import { countyOverview, type CountyOverview } from './domain/county-overview.ts';
import { OverviewQueries } from './overview.queries.ts';

@Injectable()
export class OverviewService {
  constructor(
    private readonly queries: OverviewQueries,
    private readonly towns: TownQueries,
  ) {}

  /** A department's account with a town sees that town, and the county as far as it is that town. */
  async of(viewer: Viewer): Promise<CountyOverview & { readonly day: string }> {
    const [{ day, counts }, towns] = await Promise.all([this.queries.counts(), this.towns.all()]);
    const codes = towns.map(({ code }) => code);
    return { day, ...countyOverview(counts, codes, confinedToTown(viewer)) };
  }
}
