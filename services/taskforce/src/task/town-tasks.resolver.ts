import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { scopeOf } from './task.scope.ts';
import { TownTasksQueries } from './town-tasks.queries.ts';

@Resolver('Town')
export class TownTasksResolver {
  constructor(private readonly queries: TownTasksQueries) {}

  @ResolveField('tasks')
  tasks(@Parent() town: { code: string }, @Context() context: RequestContext) {
    return context.load(this.queries.ofTowns, town.code, scopeOf(context.viewer));
  }
}
