import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { CommonIssueQueries } from '../common-issue/common-issue.queries.ts';
import { asReadBy, FirstWordsQueries, textsBeside } from '../common-issue/first-words.queries.ts';
import { GuidanceQueries } from '../guidance/guidance.queries.ts';
import { IssueQueries } from '../issue/issue.queries.ts';
import { guidanceShown } from './domain/evidence.ts';
import type { Hint } from './domain/suggest.ts';
import { SuggestionQueries, type HintOf } from './suggestion.queries.ts';

@Resolver('Issue')
export class SuggestionResolver {
  constructor(private readonly queries: SuggestionQueries) {}

  @ResolveField('suggestion')
  suggestion(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    return context.load(this.queries.ofIssues, id, null);
  }
}

@Resolver('LikelyDuplicate')
export class LikelyDuplicateResolver {
  constructor(
    private readonly issues: IssueQueries,
    private readonly firstWords: FirstWordsQueries,
  ) {}

  @ResolveField('evidence')
  async evidence(@Parent() { id, issueId, evidence }: HintOf, @Context() context: RequestContext) {
    const asked = asReadBy(context.viewer);
    const [ours, theirs] = await Promise.all([
      context.load(this.firstWords.ofIssues, issueId, asked),
      context.load(this.firstWords.ofIssues, id, asked),
    ]);
    return [...evidence, ...textsBeside(ours, theirs ? [theirs] : [])];
  }

  @ResolveField('issue')
  issue(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, id, null);
  }
}

@Resolver('LikelyCommonIssue')
export class LikelyCommonIssueResolver {
  constructor(
    private readonly commonIssues: CommonIssueQueries,
    private readonly firstWords: FirstWordsQueries,
  ) {}

  @ResolveField('evidence')
  async evidence(@Parent() { id, issueId, evidence }: HintOf, @Context() context: RequestContext) {
    const asked = asReadBy(context.viewer);
    const [ours, others] = await Promise.all([
      context.load(this.firstWords.ofIssues, issueId, asked),
      context.load(this.firstWords.ofCommonIssues, id, asked),
    ]);
    return [...evidence, ...textsBeside(ours, others)];
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.commonIssues.byIds, id, null);
  }
}

@Resolver('LikelyGuidance')
export class LikelyGuidanceResolver {
  constructor(
    private readonly guidances: GuidanceQueries,
    private readonly commonIssues: CommonIssueQueries,
    private readonly firstWords: FirstWordsQueries,
    private readonly queries: SuggestionQueries,
  ) {}

  @ResolveField('evidence')
  async evidence(@Parent() hint: HintOf, @Context() context: RequestContext) {
    const { issueId, commonIssueId = '', versionId = '', evidence } = hint;
    const asked = asReadBy(context.viewer);
    const [ours, others, version, common] = await Promise.all([
      context.load(this.firstWords.ofIssues, issueId, asked),
      context.load(this.firstWords.ofCommonIssues, commonIssueId, asked),
      context.load(this.queries.versions, versionId, null),
      context.load(this.commonIssues.byIds, commonIssueId, null),
    ]);
    return [...evidence, ...textsBeside(ours, others), ...guidanceShown({ version, common })];
  }

  @ResolveField('guidance')
  guidance(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.guidances.byIds, id, null);
  }
}
