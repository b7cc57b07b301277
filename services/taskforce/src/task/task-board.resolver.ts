import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryTaskBoardArgs, TaskBoardTasksArgs } from '../generated/graphql.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import { TaskBoardQueries, type BoardCounts } from './task-board.queries.ts';
import { scopeOf } from './task.scope.ts';

@Resolver('TaskBoard')
export class TaskBoardResolver {
  constructor(
    private readonly queries: TaskBoardQueries,
    private readonly taskForces: TaskForceQueries,
  ) {}

  @Query('taskBoard')
  taskBoard(@Args() { taskForce, town }: QueryTaskBoardArgs, @Context() { viewer }: RequestContext) {
    return this.queries.boards(scopeOf(viewer), { taskForce: taskForce ?? null, town: town ?? null });
  }

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: BoardCounts, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }

  @ResolveField('tasks')
  tasks(@Parent() board: BoardCounts, @Args() args: TaskBoardTasksArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), townCode: board.townCode };
    return connection(context.load(this.queries.pages, board.taskForceCode, asked));
  }
}
