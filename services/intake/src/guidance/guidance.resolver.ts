import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { CommonIssueQueries } from '../common-issue/common-issue.queries.ts';
import type {
  GuidanceIssuesToReviewArgs,
  PublishGuidanceInput,
  QueryGuidancesArgs,
  WithdrawGuidanceInput,
} from '../generated/graphql.ts';
import { IssueQueries, scopeOf } from '../issue/issue.queries.ts';
import type { Guidance } from './domain/guidance.ts';
import { GuidanceQueries } from './guidance.queries.ts';
import { GuidanceService } from './guidance.service.ts';

@Resolver('Guidance')
export class GuidanceResolver {
  constructor(
    private readonly service: GuidanceService,
    private readonly queries: GuidanceQueries,
    private readonly issues: IssueQueries,
    private readonly commonIssues: CommonIssueQueries,
  ) {}

  @Query('guidance')
  guidance(@Args('id') id: string, @Context() context: RequestContext) {
    return context.load(this.queries.byIds, id, null);
  }

  @Query('guidances')
  guidances(@Args() args: QueryGuidancesArgs) {
    return connection(this.queries.list(args.search ?? null, args.filter, pageArgs(args)));
  }

  @Mutation('publishGuidance')
  publishGuidance(@Args('input') input: PublishGuidanceInput, @Context() { viewer }: RequestContext) {
    return answer('Guidance', 'GuidanceRejection', () => this.service.publish(viewer, input));
  }

  @Mutation('withdrawGuidance')
  withdrawGuidance(@Args('input') input: WithdrawGuidanceInput, @Context() { viewer }: RequestContext) {
    return answer('Guidance', 'GuidanceRejection', () => this.service.withdraw(viewer, input));
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, context: RequestContext) {
    return this.guidance(reference.id, context);
  }

  @ResolveField('versions')
  versions(@Parent() { id }: Guidance, @Context() context: RequestContext) {
    return context.load(this.queries.versions, id, null);
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { commonIssueId }: Guidance, @Context() context: RequestContext) {
    return commonIssueId === null ? null : context.load(this.commonIssues.byIds, commonIssueId, null);
  }

  @ResolveField('score')
  async score(@Parent() { id }: Guidance, @Context() context: RequestContext) {
    const score = await context.load(this.queries.scores, id, null);
    return { ...score, settledRate: score.called === 0 ? null : score.settled / score.called };
  }

  @ResolveField('issuesToReview')
  issuesToReview(
    @Parent() { id }: Guidance,
    @Args() args: GuidanceIssuesToReviewArgs,
    @Context() context: RequestContext,
  ) {
    const asked = { ...pageArgs(args), scope: scopeOf(context.viewer) };
    return connection(context.load(this.issues.toReviewPages, id, asked));
  }
}
