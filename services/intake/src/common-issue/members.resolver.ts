import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { LinkIssueInput, UnlinkIssueInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { IssueQueries } from '../issue/issue.queries.ts';
import { CommonIssueQueries } from './common-issue.queries.ts';
import type { CommonIssueMember } from './domain/common-issue.ts';
import { asReadBy, FirstWordsQueries, textsBeside } from './first-words.queries.ts';
import { MembershipChanges } from './membership-changes.service.ts';

@Resolver('Issue')
export class IssueMembershipResolver {
  constructor(
    private readonly changes: MembershipChanges,
    private readonly queries: CommonIssueQueries,
  ) {}

  @Mutation('linkIssue')
  linkIssue(@Args('input') input: LinkIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'CommonIssueRejection', () => this.changes.link(viewer, input));
  }

  @Mutation('unlinkIssue')
  unlinkIssue(@Args('input') input: UnlinkIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'CommonIssueRejection', () => this.changes.unlink(viewer, input));
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { commonIssueId }: Issue, @Context() context: RequestContext) {
    return commonIssueId === null ? null : context.load(this.queries.byIds, commonIssueId, null);
  }
}

@Resolver('CommonIssueMemberConnection')
export class CommonIssueMembersResolver {
  constructor(private readonly issues: IssueQueries) {}

  @ResolveField('nodes')
  nodes(@Parent() { nodes }: { nodes: readonly CommonIssueMember[] }, @Context() context: RequestContext) {
    return nodes.map(({ issueId }) => context.load(this.issues.byIds, issueId, null));
  }

  @ResolveField('edges')
  edges(@Parent() { edges }: { edges: readonly { cursor: string; node: CommonIssueMember }[] }) {
    return edges.map(({ cursor, node }) => ({ ...node, cursor }));
  }
}

@Resolver('CommonIssueMemberEdge')
export class CommonIssueMemberResolver {
  constructor(
    private readonly issues: IssueQueries,
    private readonly firstWords: FirstWordsQueries,
  ) {}

  @ResolveField('evidence')
  async evidence(
    @Parent() { issueId, commonIssueId, evidence }: CommonIssueMember,
    @Context() context: RequestContext,
  ) {
    const asked = asReadBy(context.viewer);
    const [ours, others] = await Promise.all([
      context.load(this.firstWords.ofIssues, issueId, asked),
      context.load(this.firstWords.ofCommonIssues, commonIssueId, asked),
    ]);
    return [...evidence, ...textsBeside(ours, others)];
  }

  @ResolveField('node')
  node(@Parent() { issueId }: CommonIssueMember, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, issueId, null);
  }
}
