import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { CommonIssueQueries } from '../common-issue/common-issue.queries.ts';
import { GuidanceQueries } from '../guidance/guidance.queries.ts';
import { IssueQueries } from '../issue/issue.queries.ts';
import type { Hint } from './domain/suggest.ts';
import { SuggestionQueries } from './suggestion.queries.ts';

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
  constructor(private readonly issues: IssueQueries) {}

  @ResolveField('issue')
  issue(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, id, null);
  }
}

@Resolver('LikelyCommonIssue')
export class LikelyCommonIssueResolver {
  constructor(private readonly commonIssues: CommonIssueQueries) {}

  @ResolveField('commonIssue')
  commonIssue(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.commonIssues.byIds, id, null);
  }
}

@Resolver('LikelyGuidance')
export class LikelyGuidanceResolver {
  constructor(private readonly guidances: GuidanceQueries) {}

  @ResolveField('guidance')
  guidance(@Parent() { id }: Hint, @Context() context: RequestContext) {
    return context.load(this.guidances.byIds, id, null);
  }
}
