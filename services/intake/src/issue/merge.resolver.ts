import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { MergeIssueInput, UnmergeIssueInput } from '../generated/graphql.ts';
import type { Issue } from './domain/issue.ts';
import { ifVisible, IssueQueries } from './issue.queries.ts';
import { MergeQueries } from './merge.queries.ts';
import { MergeService } from './merge.service.ts';

@Resolver('Issue')
export class MergeResolver {
  constructor(
    private readonly service: MergeService,
    private readonly queries: MergeQueries,
    private readonly issues: IssueQueries,
  ) {}

  @Mutation('mergeIssue')
  mergeIssue(@Args('input') input: MergeIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.merge(viewer, input));
  }

  @Mutation('unmergeIssue')
  unmergeIssue(@Args('input') input: UnmergeIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.unmerge(viewer, input));
  }

  @ResolveField('mergedInto')
  async mergedInto(@Parent() { mergedInto }: Issue, @Context() context: RequestContext) {
    return mergedInto === null
      ? null
      : ifVisible(context.viewer, await context.load(this.issues.byIds, mergedInto, null));
  }

  @ResolveField('mergedFrom')
  async mergedFrom(@Parent() issue: Issue, @Context() context: RequestContext) {
    const merged = await context.load(this.queries.mergedFrom, issue.id, null);
    return merged.filter((one) => ifVisible(context.viewer, one) !== null);
  }
}
