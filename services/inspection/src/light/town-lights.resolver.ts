import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import { TownLightsQueries } from './town-lights.queries.ts';

@Resolver('Town')
export class TownLightsResolver {
  constructor(private readonly queries: TownLightsQueries) {}

  @ResolveField('lights')
  lights(@Parent() town: { code: string }, @Context() context: RequestContext) {
    return context.load(this.queries.ofTowns, town.code, confinedToTown(context.viewer));
  }
}
