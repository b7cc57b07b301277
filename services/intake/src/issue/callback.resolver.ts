import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { RecordCallbackInput } from '../generated/graphql.ts';
import type { Issue } from './domain/issue.ts';
import { CallbackService } from './callback.service.ts';

@Resolver('Issue')
export class CallbackResolver {
  constructor(private readonly service: CallbackService) {}

  @Mutation('recordCallback')
  recordCallback(@Args('input') input: RecordCallbackInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.record(viewer, input));
  }

  @ResolveField('callbacks')
  callbacks(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.service.ofIssues, issue.id, null);
  }
}
