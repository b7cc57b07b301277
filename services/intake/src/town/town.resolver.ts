import { Args, Context, Query, Resolver, ResolveReference } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TownQueries } from './town.queries.ts';

@Resolver('Town')
export class TownResolver {
  constructor(private readonly queries: TownQueries) {}

  @Query('towns')
  towns() {
    return this.queries.all();
  }

  @Query('town')
  town(@Args('code') code: string, @Context() context: RequestContext) {
    return context.load(this.queries.byCodes, code, null);
  }

  @ResolveReference()
  resolveReference(reference: { code: string }, context: RequestContext) {
    return context.load(this.queries.byCodes, reference.code, null);
  }
}
