import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TaskQueries } from './task.queries.ts';
import { scopeOf } from './task.scope.ts';

@Resolver('Issue')
export class IssueTasksResolver {
  constructor(private readonly queries: TaskQueries) {}

  @ResolveField('tasks')
  tasks(@Parent() issue: { id: string }, @Context() context: RequestContext) {
    return context.load(this.queries.ofIssues, issue.id, scopeOf(context.viewer));
  }
}
