import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { RecordDeliberationInput } from '../generated/graphql.ts';
import { DeliberationService } from './deliberation.service.ts';
import type { CommonIssue } from './domain/common-issue.ts';

@Resolver('CommonIssue')
export class DeliberationResolver {
  constructor(private readonly service: DeliberationService) {}

  @Mutation('recordDeliberation')
  recordDeliberation(@Args('input') input: RecordDeliberationInput, @Context() { viewer }: RequestContext) {
    return answer('Deliberation', 'CommonIssueRejection', () => this.service.record(viewer, input));
  }

  @ResolveField('deliberations')
  deliberations(@Parent() { id }: CommonIssue, @Context() context: RequestContext) {
    return context.load(this.service.ofCommonIssues, id, null);
  }
}
