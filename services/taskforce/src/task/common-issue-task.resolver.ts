import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TaskQueries } from './task.queries.ts';
import { ifVisible } from './task.scope.ts';

@Resolver('CommonIssue')
export class CommonIssueTaskResolver {
  constructor(private readonly queries: TaskQueries) {}

  @ResolveField('task')
  async task(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.ofCommonIssues, id, null));
  }
}
