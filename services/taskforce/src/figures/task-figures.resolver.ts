import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryTaskFiguresArgs } from '../generated/graphql.ts';
import type { TaskFigures } from './domain/task-figures.ts';
import { TaskFiguresService } from './task-figures.service.ts';

@Resolver('TaskFigures')
export class TaskFiguresResolver {
  constructor(private readonly service: TaskFiguresService) {}

  @Query('taskFigures')
  taskFigures(@Args() args: QueryTaskFiguresArgs, @Context() { viewer }: RequestContext) {
    return this.service.of(viewer, args);
  }

  @ResolveField('key')
  key(@Parent() { key }: TaskFigures) {
    return key || null;
  }
}
