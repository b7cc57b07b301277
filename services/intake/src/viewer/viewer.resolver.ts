import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Viewer } from '@qifutong/platform/viewer';
import { FirmQueries } from '../firm/firm.queries.ts';
import { TownQueries } from '../town/town.queries.ts';

@Resolver('Viewer')
export class ViewerResolver {
  constructor(
    private readonly firms: FirmQueries,
    private readonly towns: TownQueries,
  ) {}

  @Query('viewer')
  viewer(@Context() { viewer }: RequestContext) {
    return viewer;
  }

  @ResolveField('taskForceCode')
  taskForceCode(@Parent() { taskForce }: Viewer) {
    return taskForce;
  }

  @ResolveField('firm')
  firm(@Parent() { firm }: Viewer, @Context() context: RequestContext) {
    return firm === null ? null : context.load(this.firms.byCreditCodes, firm, null);
  }

  @ResolveField('town')
  town(@Parent() { town }: Viewer, @Context() context: RequestContext) {
    return town === null ? null : context.load(this.towns.byCodes, town, null);
  }
}
