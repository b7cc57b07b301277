import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AddCoHandlerInput,
  ExtendDeadlineInput,
  RedispatchTaskInput,
  RejectSolutionInput,
  RemoveCoHandlerInput,
  ResumeTaskInput,
  ReturnTaskInput,
  SuspendTaskInput,
  TransferTaskInput,
} from '../generated/graphql.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import { CourseService } from './course.service.ts';
import type { Task } from './domain/task.ts';
import { HandingOnService } from './handing-on.service.ts';
import { TaskQueries } from './task.queries.ts';
import { ifVisible, unconfined } from './task.scope.ts';

@Resolver('Task')
export class TaskLifeResolver {
  constructor(
    private readonly handing: HandingOnService,
    private readonly course: CourseService,
    private readonly queries: TaskQueries,
    private readonly taskForces: TaskForceQueries,
  ) {}

  @Mutation('returnTask')
  returnTask(@Args('input') input: ReturnTaskInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.handing.return(viewer, input));
  }

  @Mutation('redispatchTask')
  redispatchTask(@Args('input') input: RedispatchTaskInput) {
    return answer('Task', 'TaskRejection', () => this.handing.redispatch(input));
  }

  @Mutation('transferTask')
  transferTask(@Args('input') input: TransferTaskInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.handing.transfer(viewer, input));
  }

  @Mutation('addCoHandler')
  addCoHandler(@Args('input') input: AddCoHandlerInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.handing.addCoHandler(viewer, input));
  }

  @Mutation('removeCoHandler')
  removeCoHandler(@Args('input') input: RemoveCoHandlerInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.handing.removeCoHandler(viewer, input));
  }

  @Mutation('rejectSolution')
  rejectSolution(@Args('input') input: RejectSolutionInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.course.rejectSolution(viewer, input));
  }

  @Mutation('suspendTask')
  suspendTask(@Args('input') input: SuspendTaskInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.course.suspend(viewer, input));
  }

  @Mutation('resumeTask')
  resumeTask(@Args('input') input: ResumeTaskInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.course.resume(viewer, input));
  }

  @Mutation('extendDeadline')
  extendDeadline(@Args('input') input: ExtendDeadlineInput, @Context() { viewer }: RequestContext) {
    return answer('Task', 'TaskRejection', () => this.course.extendDeadline(viewer, input));
  }

  @ResolveField('predecessor')
  predecessor(@Parent() { predecessorId }: Task, @Context() context: RequestContext) {
    return predecessorId && context.load(this.queries.byIds, predecessorId, null);
  }

  @ResolveField('earlier')
  async earlier(@Parent() { id, issueId }: Task, @Context() context: RequestContext) {
    const all = issueId === null ? [] : await context.load(this.queries.ofIssues, issueId, unconfined);
    return all.slice(
      0,
      all.findIndex((task) => task.id === id),
    );
  }

  @ResolveField('successor')
  async successor(@Parent() { id }: Task, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.successors, id, null));
  }

  @ResolveField('coHandlers')
  coHandlers(@Parent() { coHandlers }: Task, @Context() context: RequestContext) {
    return Promise.all(coHandlers.map((code) => context.load(this.taskForces.byCodes, code, null)));
  }
}
