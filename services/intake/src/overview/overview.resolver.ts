import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TownQueries } from '../town/town.queries.ts';
import type { TownOverview } from './domain/county-overview.ts';
import { OverviewService } from './overview.service.ts';

@Resolver('TownOverview')
export class OverviewResolver {
  constructor(
    private readonly service: OverviewService,
    private readonly towns: TownQueries,
  ) {}

  @Query('countyOverview')
  countyOverview(@Context() { viewer }: RequestContext) {
    return this.service.of(viewer);
  }

  @ResolveField('town')
  town(@Parent() { townCode }: TownOverview, @Context() context: RequestContext) {
    return townCode === null ? null : context.load(this.towns.byCodes, townCode, null);
  }
}
