import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AddMemberInput,
  AppointLeadInput,
  DissolveTaskForceInput,
  FoundTaskForceInput,
  QueryTaskForcesArgs,
  RemoveMemberInput,
} from '../generated/graphql.ts';
import type { TaskForce } from './domain/task-force.ts';
import { TaskForceQueries } from './task-force.queries.ts';
import { TaskForceService } from './task-force.service.ts';
import { commonIssueView, historyView } from './task-force.views.ts';

@Resolver('TaskForce')
export class TaskForceResolver {
  constructor(
    private readonly service: TaskForceService,
    private readonly queries: TaskForceQueries,
  ) {}

  @Query('taskForce')
  taskForce(@Args('code') code: string, @Context() context: RequestContext) {
    return context.load(this.queries.byCodes, code, null);
  }

  @Query('taskForces')
  taskForces(@Args() { dissolved }: QueryTaskForcesArgs) {
    return this.queries.all(dissolved ?? null);
  }

  @Mutation('foundTaskForce')
  foundTaskForce(@Args('input') input: FoundTaskForceInput, @Context() { viewer }: RequestContext) {
    return answer('TaskForce', 'TaskForceRejection', () => this.service.found(viewer, input));
  }

  @Mutation('dissolveTaskForce')
  dissolveTaskForce(@Args('input') input: DissolveTaskForceInput, @Context() { viewer }: RequestContext) {
    return answer('TaskForce', 'TaskForceRejection', () => this.service.dissolve(viewer, input));
  }

  @Mutation('addMember')
  addMember(@Args('input') input: AddMemberInput, @Context() { viewer }: RequestContext) {
    return answer('TaskForce', 'TaskForceRejection', () => this.service.addMember(viewer, input));
  }

  @Mutation('removeMember')
  removeMember(@Args('input') input: RemoveMemberInput, @Context() { viewer }: RequestContext) {
    return answer('TaskForce', 'TaskForceRejection', () => this.service.removeMember(viewer, input));
  }

  @Mutation('appointLead')
  appointLead(@Args('input') input: AppointLeadInput, @Context() { viewer }: RequestContext) {
    return answer('TaskForce', 'TaskForceRejection', () => this.service.appointLead(viewer, input));
  }

  @ResolveReference()
  resolveReference(reference: { code: string }, context: RequestContext) {
    return context.load(this.queries.byCodes, reference.code, null);
  }

  @ResolveField('leadDepartment')
  leadDepartment(@Parent() { leadDepartmentCode }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.departments, leadDepartmentCode, null);
  }

  @ResolveField('memberDepartments')
  memberDepartments(@Parent() { code }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.memberDepartments, code, null);
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { commonIssueId }: TaskForce) {
    return commonIssueView(commonIssueId);
  }

  @ResolveField('history')
  history(@Parent() { history }: TaskForce) {
    return history.map(historyView);
  }

  @ResolveField('domains')
  domains(@Parent() { code }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.domains, code, null);
  }

  @ResolveField('members')
  members(@Parent() { code }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.members, code, null);
  }
}
