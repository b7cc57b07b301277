import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { TaskForceTasksArgs } from '../generated/graphql.ts';
import { TaskQueries } from './task.queries.ts';
import { scopeOf } from './task.scope.ts';

@Resolver('TaskForce')
export class TaskForceTasksResolver {
  constructor(private readonly queries: TaskQueries) {}

  @ResolveField('tasks')
  tasks(@Parent() taskForce: { code: string }, @Args() args: TaskForceTasksArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), open: args.open ?? null, scope: scopeOf(context.viewer) };
    return connection(context.load(this.queries.pagesOfTaskForces, taskForce.code, asked));
  }
}
