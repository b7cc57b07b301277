import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { CountyTimeService } from '../clock/county-time.service.ts';
import type { Task } from './domain/task.ts';
import { remainingView, taskRemainingView, type clockView } from './task.views.ts';

@Resolver('Task')
export class TaskRemainingResolver {
  constructor(private readonly countyTime: CountyTimeService) {}

  @ResolveField('remaining')
  async remaining(@Parent() task: Task, @Context() context: RequestContext) {
    return taskRemainingView(task, await context.load(this.countyTime.presents, 'now', null));
  }
}

@Resolver('Clock')
export class ClockRemainingResolver {
  constructor(private readonly countyTime: CountyTimeService) {}

  @ResolveField('remaining')
  async remaining(@Parent() view: ReturnType<typeof clockView>, @Context() context: RequestContext) {
    return remainingView(view, await context.load(this.countyTime.presents, 'now', null));
  }
}
