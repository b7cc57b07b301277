import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TaskHistoryQueries } from './task-history.queries.ts';

@Resolver('Task')
export class TaskHistoryResolver {
  constructor(private readonly queries: TaskHistoryQueries) {}

  @ResolveField('history')
  history(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    return context.load(this.queries.ofTasks, id, null);
  }
}
