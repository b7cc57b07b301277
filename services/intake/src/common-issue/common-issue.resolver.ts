import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  CommonIssueMembersArgs,
  CommonIssueMembersAwaitingArgs,
  ConfirmCommonIssueInput,
  DeclineProposalInput,
  DispatchCommonIssueInput,
  ProposeCommonIssueInput,
  QueryCommonIssuesArgs,
  SetCauseInput,
} from '../generated/graphql.ts';
import { IssueQueries, scopeOf } from '../issue/issue.queries.ts';
import { CommonIssueQueries, ifReadable } from './common-issue.queries.ts';
import { CommonIssueService } from './common-issue.service.ts';
import type { CommonIssue } from './domain/common-issue.ts';
import { evidenceNow } from './domain/evidence-now.ts';
import { asReadBy, FirstWordsQueries } from './first-words.queries.ts';

@Resolver('CommonIssue')
export class CommonIssueResolver {
  constructor(
    private readonly service: CommonIssueService,
    private readonly queries: CommonIssueQueries,
    private readonly issues: IssueQueries,
    private readonly firstWords: FirstWordsQueries,
  ) {}

  @Query('commonIssue')
  async commonIssue(@Args('id') id: string, @Context() context: RequestContext) {
    return ifReadable(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('commonIssues')
  commonIssues(@Args() args: QueryCommonIssuesArgs) {
    return connection(this.queries.list(args.state ?? null, args.filter, pageArgs(args)));
  }

  @Mutation('proposeCommonIssue')
  proposeCommonIssue(@Args('input') input: ProposeCommonIssueInput, @Context() { viewer }: RequestContext) {
    return answer('CommonIssue', 'CommonIssueRejection', () => this.service.proposeByHand(viewer, input));
  }

  @Mutation('confirmCommonIssue')
  confirmCommonIssue(@Args('input') input: ConfirmCommonIssueInput, @Context() { viewer }: RequestContext) {
    return answer('CommonIssue', 'CommonIssueRejection', () => this.service.confirm(viewer, input));
  }

  @Mutation('declineProposal')
  declineProposal(@Args('input') input: DeclineProposalInput, @Context() { viewer }: RequestContext) {
    return answer('CommonIssue', 'CommonIssueRejection', () => this.service.decline(viewer, input));
  }

  @Mutation('dispatchCommonIssue')
  dispatchCommonIssue(@Args('input') input: DispatchCommonIssueInput, @Context() { viewer }: RequestContext) {
    return answer('CommonIssue', 'CommonIssueRejection', () => this.service.dispatch(viewer, input));
  }

  @Mutation('setCause')
  setCause(@Args('input') input: SetCauseInput) {
    return answer('CommonIssue', 'CommonIssueRejection', () => this.service.setCause(input));
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, context: RequestContext) {
    return this.commonIssue(reference.id, context);
  }

  @ResolveField('evidence')
  async evidence(@Parent() common: CommonIssue, @Context() context: RequestContext) {
    const [counts, told] = await Promise.all([
      context.load(this.queries.counts, common.id, null),
      context.load(this.firstWords.ofCommonIssues, common.id, asReadBy(context.viewer)),
    ]);
    return evidenceNow(common, { ...counts, told });
  }

  @ResolveField('memberCount')
  async memberCount(@Parent() { id }: CommonIssue, @Context() context: RequestContext) {
    return (await context.load(this.queries.counts, id, null)).memberCount;
  }

  @ResolveField('firmCount')
  async firmCount(@Parent() { id }: CommonIssue, @Context() context: RequestContext) {
    return (await context.load(this.queries.counts, id, null)).firmCount;
  }

  @ResolveField('settledCount')
  async settledCount(@Parent() { id }: CommonIssue, @Context() context: RequestContext) {
    return (await context.load(this.queries.counts, id, null)).settledCount;
  }

  @ResolveField('members')
  members(@Parent() { id }: CommonIssue, @Args() args: CommonIssueMembersArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), states: args.states ?? [], scope: scopeOf(context.viewer) };
    return connection(context.load(this.queries.members, id, asked));
  }

  @ResolveField('membersAwaiting')
  membersAwaiting(
    @Parent() { id }: CommonIssue,
    @Args() args: CommonIssueMembersAwaitingArgs,
    @Context() context: RequestContext,
  ) {
    const asked = { ...pageArgs(args), scope: scopeOf(context.viewer) };
    return connection(context.load(this.issues.awaitingPages, id, asked));
  }
}
