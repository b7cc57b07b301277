import { Args, Context, Parent, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { MemberWorkMineArgs } from '../generated/graphql.ts';
import { UrgingNoticeQueries } from '../notice/urging-notice.queries.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import type { TasksAsked } from '../task/task-filter.queries.ts';
import { TaskQueries } from '../task/task.queries.ts';
import { MemberWorkQueries, type Member } from './member-work.queries.ts';
import { memberOf, ofTaskForce, theirs } from './member.ts';

@Resolver('Viewer')
export class ViewerWorkResolver {
  /** Whatever is referred to: nobody reads of another. */
  @ResolveReference()
  resolveReference({ sub }: { sub: string }, { viewer }: RequestContext) {
    return sub === viewer.sub ? { sub } : null;
  }

  @ResolveField('work')
  work(@Context() { viewer }: RequestContext) {
    return memberOf(viewer);
  }
}

@Resolver('MemberWork')
export class MemberWorkResolver {
  constructor(
    private readonly queries: MemberWorkQueries,
    private readonly tasks: TaskQueries,
    private readonly notices: UrgingNoticeQueries,
    private readonly taskForces: TaskForceQueries,
  ) {}

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: Member, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }

  @ResolveField('counts')
  counts(@Parent() member: Member) {
    return this.queries.counts(member);
  }

  @ResolveField('mine')
  mine(@Parent() member: Member, @Args() args: MemberWorkMineArgs) {
    return this.#list(member, { acceptedBy: member.sub }, args);
  }

  @ResolveField('coHandled')
  coHandled(@Parent() member: Member, @Args() args: MemberWorkMineArgs) {
    return this.#list(member, { coHandled: true }, args);
  }

  @ResolveField('waiting')
  waiting(@Parent() member: Member, @Args() args: MemberWorkMineArgs) {
    return this.#list(member, { status: ['DISPATCHED'] }, args);
  }

  @ResolveField('nearLimit')
  nearLimit(@Parent() member: Member, @Args() args: MemberWorkMineArgs) {
    return this.#list(member, { ...theirs(member), nearLimit: true, overdue: false }, args);
  }

  @ResolveField('overdue')
  overdue(@Parent() member: Member, @Args() args: MemberWorkMineArgs) {
    return this.#list(member, { ...theirs(member), overdue: true }, args);
  }

  @ResolveField('urgingNotices')
  urgingNotices(@Parent() member: Member, @Args() args: MemberWorkMineArgs, @Context() context: RequestContext) {
    const { taskForceCode } = member;
    const asked = { ...pageArgs(args), ...ofTaskForce(taskForceCode), ...theirs(member), answered: false };
    return connection(context.load(this.notices.pagesOfTaskForces, taskForceCode, asked));
  }

  #list({ taskForceCode }: Member, filter: TasksAsked, args: MemberWorkMineArgs) {
    return connection(this.tasks.list(ofTaskForce(taskForceCode).scope, filter, 'DEADLINE', pageArgs(args)));
  }
}
