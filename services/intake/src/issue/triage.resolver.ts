import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AnswerIssueInput,
  CompleteReviewInput,
  RejectIssueInput,
  ReopenIssueInput,
  SetOptOutInput,
} from '../generated/graphql.ts';
import { AnswerQueries } from './answer.queries.ts';
import type { Issue } from './domain/issue.ts';
import { IssueMoveQueries } from './issue-move.queries.ts';
import { TriageService } from './triage.service.ts';

@Resolver('Issue')
export class TriageResolver {
  constructor(
    private readonly service: TriageService,
    private readonly moveQueries: IssueMoveQueries,
    private readonly answerQueries: AnswerQueries,
  ) {}

  @Mutation('answerIssue')
  answerIssue(@Args('input') input: AnswerIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.answer(viewer, input));
  }

  @Mutation('rejectIssue')
  rejectIssue(@Args('input') input: RejectIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.reject(viewer, input));
  }

  @Mutation('reopenIssue')
  reopenIssue(@Args('input') input: ReopenIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.reopen(viewer, input));
  }

  @Mutation('setOptOut')
  setOptOut(@Args('input') input: SetOptOutInput) {
    return answer('Issue', 'IssueRejection', () => this.service.setOptOut(input));
  }

  @Mutation('completeReview')
  completeReview(@Args('input') input: CompleteReviewInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.completeReview(viewer, input));
  }

  @ResolveField('answer')
  answer(@Parent() { status, answer: told }: Issue) {
    return status === 'MERGED' ? null : told;
  }

  @ResolveField('answers')
  answers(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.answerQueries.ofIssues, issue.id, null);
  }

  @ResolveField('rejectionReason')
  rejectionReason(@Parent() { status, statusReason }: Issue) {
    return status === 'REJECTED' ? statusReason : null;
  }

  @ResolveField('moves')
  moves(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.moveQueries.ofIssues, issue.id, null);
  }
}
