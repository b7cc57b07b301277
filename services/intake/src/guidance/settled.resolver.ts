import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { GuidanceQueries } from './guidance.queries.ts';

interface Guided {
  readonly guidanceId: string | null;
}

@Resolver('Issue')
export class GuidanceOfIssueResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('guidance')
  guidance(@Parent() { guidanceId }: Guided, @Context() context: RequestContext) {
    return guidanceId === null ? null : context.load(this.queries.byIds, guidanceId, null);
  }
}

@Resolver('IssueAnswer')
export class GuidanceOfAnswerResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('guidance')
  guidance(@Parent() { guidanceId }: Guided, @Context() context: RequestContext) {
    return guidanceId === null ? null : context.load(this.queries.byIds, guidanceId, null);
  }
}

@Resolver('CommonIssue')
export class GuidanceOfCommonIssueResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('guidance')
  guidance(@Parent() { guidanceId }: Guided, @Context() context: RequestContext) {
    return guidanceId === null ? null : context.load(this.queries.byIds, guidanceId, null);
  }
}
