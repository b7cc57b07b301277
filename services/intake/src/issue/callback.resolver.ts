import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryCallbacksDueArgs, RecordCallbackInput, WriteOffUnreachedInput } from '../generated/graphql.ts';
import { CallbackQueries } from './callback.queries.ts';
import { CallbackService } from './callback.service.ts';
import { attempts } from './domain/attempts.ts';
import type { Issue } from './domain/issue.ts';

@Resolver('Issue')
export class CallbackResolver {
  constructor(
    private readonly service: CallbackService,
    private readonly queries: CallbackQueries,
  ) {}

  @Query('callbacksDue')
  callbacksDue(@Args() args: QueryCallbacksDueArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.due(viewer, args.filter, pageArgs(args)));
  }

  @Mutation('recordCallback')
  recordCallback(@Args('input') input: RecordCallbackInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.record(viewer, input));
  }

  @Mutation('writeOffUnreached')
  writeOffUnreached(@Args('input') input: WriteOffUnreachedInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.writeOffUnreached(viewer, input));
  }

  @ResolveField('callbacks')
  callbacks(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.queries.ofIssues, issue.id, null);
  }

  @ResolveField('attempts')
  async attempts(@Parent() issue: Issue, @Context() context: RequestContext) {
    return attempts(issue, await this.callbacks(issue, context)).length;
  }

  @ResolveField('lastAttemptAt')
  async lastAttemptAt(@Parent() issue: Issue, @Context() context: RequestContext) {
    return attempts(issue, await this.callbacks(issue, context)).at(-1)?.calledAt ?? null;
  }
}
