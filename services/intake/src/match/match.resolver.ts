import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import { FirmQueries } from '../firm/firm.queries.ts';
import type { MatchIssueFirmInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { MatchService } from './match.service.ts';

@Resolver('Issue')
export class MatchResolver {
  constructor(
    private readonly service: MatchService,
    private readonly firms: FirmQueries,
  ) {}

  @Mutation('matchIssueFirm')
  matchIssueFirm(@Args('input') input: MatchIssueFirmInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.match(viewer, input));
  }

  @ResolveField('firmCandidates')
  firmCandidates(@Parent() { firmCreditCode, firmName, townCode }: Issue, @Context() context: RequestContext) {
    return firmCreditCode === null && firmName !== null
      ? context.load(this.firms.candidatesFor, { firmName, townCode }, null)
      : [];
  }
}
