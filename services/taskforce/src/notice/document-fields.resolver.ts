import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import { TaskQueries } from '../task/task.queries.ts';
import type { Supervision } from './domain/supervision.ts';
import type { UrgingNotice } from './domain/urging-notice.ts';
import { PrintingService } from './printing.service.ts';
import { UrgingNoticeQueries } from './urging-notice.queries.ts';

@Resolver('UrgingNotice')
export class UrgingNoticeFieldsResolver {
  constructor(
    private readonly tasks: TaskQueries,
    private readonly taskForces: TaskForceQueries,
    private readonly printing: PrintingService,
  ) {}

  @ResolveField('task')
  task(@Parent() { taskId }: UrgingNotice, @Context() context: RequestContext) {
    return taskId === null ? null : context.load(this.tasks.byIds, taskId, null);
  }

  @ResolveField('interview')
  interview(@Parent() { interviewId }: UrgingNotice) {
    return interviewId === null ? null : { id: interviewId };
  }

  @ResolveField('taskForce')
  async taskForce(@Parent() { taskForceCode }: UrgingNotice, @Context() context: RequestContext) {
    return taskForceCode === null ? null : context.load(this.taskForces.byCodes, taskForceCode, null);
  }

  @ResolveField('printable')
  async printable(@Parent() notice: UrgingNotice, @Context() context: RequestContext) {
    return this.printing.notice(notice, await this.taskForce(notice, context));
  }
}

@Resolver('Supervision')
export class SupervisionFieldsResolver {
  constructor(
    private readonly tasks: TaskQueries,
    private readonly taskForces: TaskForceQueries,
    private readonly notices: UrgingNoticeQueries,
    private readonly printing: PrintingService,
  ) {}

  @ResolveField('task')
  task(@Parent() { taskId }: Supervision, @Context() context: RequestContext) {
    return context.load(this.tasks.byIds, taskId, null);
  }

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: Supervision, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }

  @ResolveField('urgingNotice')
  urgingNotice(@Parent() { urgingNoticeId }: Supervision, @Context() context: RequestContext) {
    return urgingNoticeId === null ? null : context.load(this.notices.byIds, urgingNoticeId, null);
  }

  @ResolveField('printable')
  async printable(@Parent() supervision: Supervision, @Context() context: RequestContext) {
    return this.printing.supervision(supervision, await this.taskForce(supervision, context));
  }
}
