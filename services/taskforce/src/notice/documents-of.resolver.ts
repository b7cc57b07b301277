import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { TaskForceSupervisionsArgs, TaskForceUrgingNoticesArgs } from '../generated/graphql.ts';
import { noticeScopeOf } from './notice.scope.ts';
import { SupervisionQueries } from './supervision.queries.ts';
import { UrgingNoticeQueries } from './urging-notice.queries.ts';

@Resolver('Task')
export class DocumentsOfTaskResolver {
  constructor(
    private readonly notices: UrgingNoticeQueries,
    private readonly supervised: SupervisionQueries,
  ) {}

  @ResolveField('urgingNotices')
  urgingNotices(@Parent() task: { id: string }, @Context() context: RequestContext) {
    return context.load(this.notices.ofTasks, task.id, noticeScopeOf(context.viewer));
  }

  @ResolveField('supervisions')
  supervisions(@Parent() task: { id: string }, @Context() context: RequestContext) {
    return context.load(this.supervised.ofTasks, task.id, noticeScopeOf(context.viewer));
  }
}

@Resolver('TaskForce')
export class DocumentsOfTaskForceResolver {
  constructor(
    private readonly notices: UrgingNoticeQueries,
    private readonly supervised: SupervisionQueries,
  ) {}

  @ResolveField('urgingNotices')
  urgingNotices(
    @Parent() taskForce: { code: string },
    @Args() args: TaskForceUrgingNoticesArgs,
    @Context() context: RequestContext,
  ) {
    const asked = { ...pageArgs(args), answered: args.answered ?? null, scope: noticeScopeOf(context.viewer) };
    return connection(context.load(this.notices.pagesOfTaskForces, taskForce.code, asked));
  }

  @ResolveField('supervisions')
  supervisions(
    @Parent() taskForce: { code: string },
    @Args() args: TaskForceSupervisionsArgs,
    @Context() context: RequestContext,
  ) {
    const asked = { ...pageArgs(args), open: args.open ?? null, scope: noticeScopeOf(context.viewer) };
    return connection(context.load(this.supervised.pagesOfTaskForces, taskForce.code, asked));
  }
}
