import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { AcceptTaskInput, ProposeSolutionInput, QueryTasksArgs } from '../generated/graphql.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import type { Task } from './domain/task.ts';
import { TaskQueries } from './task.queries.ts';
import { ifVisible, scopeOf } from './task.scope.ts';
import { TaskService } from './task.service.ts';
import { clockView, referred, solutionView } from './task.views.ts';

@Resolver('Task')
export class TaskResolver {
  constructor(
    private readonly service: TaskService,
    private readonly queries: TaskQueries,
    private readonly taskForces: TaskForceQueries,
  ) {}

  @Query('task')
  async task(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('tasks')
  tasks(@Args() args: QueryTasksArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(scopeOf(viewer), args.filter ?? {}, args.order ?? 'NEWEST', pageArgs(args)));
  }

  @Mutation('acceptTask')
  acceptTask(@Args('input') input: AcceptTaskInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.service.accept(viewer, input));
  }

  @Mutation('proposeSolution')
  proposeSolution(@Args('input') input: ProposeSolutionInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.service.proposeSolution(viewer, input));
  }

  @ResolveReference()
  async resolveReference(reference: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, reference.id, null));
  }

  @ResolveField('issue')
  issue(@Parent() { issueId }: Task) {
    return referred('Issue', issueId);
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { commonIssueId }: Task) {
    return referred('CommonIssue', commonIssueId);
  }

  @ResolveField('guidance')
  guidance(@Parent() { guidanceId }: Task) {
    return referred('Guidance', guidanceId);
  }

  @ResolveField('firm')
  firm(@Parent() { firmCreditCode }: Task) {
    return firmCreditCode === null ? null : { __typename: 'Firm', creditCode: firmCreditCode };
  }

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: Task, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }

  @ResolveField('solution')
  solution(@Parent() task: Task) {
    return solutionView(task);
  }

  @ResolveField('clocks')
  clocks(@Parent() task: Task) {
    return task.clocks.map((clock) => clockView(clock, task));
  }

  @ResolveField('dueAt')
  dueAt(@Parent() { nextDueAt }: Task) {
    return nextDueAt;
  }
}
