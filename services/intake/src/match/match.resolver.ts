import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import { FirmQueries } from '../firm/firm.queries.ts';
import type { CorrectIssueFirmInput, MatchIssueFirmInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { FirmCorrectionQueries } from '../issue/firm-correction.queries.ts';
import type { FirmCorrection } from '../issue/firm-correction.table.ts';
import { MatchService } from './match.service.ts';

@Resolver('Issue')
export class MatchResolver {
  constructor(
    private readonly service: MatchService,
    private readonly firms: FirmQueries,
    private readonly corrections: FirmCorrectionQueries,
  ) {}

  @Mutation('matchIssueFirm')
  matchIssueFirm(@Args('input') input: MatchIssueFirmInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.match(viewer, input));
  }

  @Mutation('correctIssueFirm')
  correctIssueFirm(@Args('input') input: CorrectIssueFirmInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.correct(viewer, input));
  }

  @ResolveField('firmCorrections')
  firmCorrections(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.corrections.ofIssues, issue.id, null);
  }

  @ResolveField('firmCandidates')
  firmCandidates(@Parent() { firmCreditCode, firmName, townCode }: Issue, @Context() context: RequestContext) {
    return firmCreditCode === null && firmName !== null
      ? context.load(this.firms.candidatesFor, { firmName, townCode }, null)
      : [];
  }
}

@Resolver('FirmCorrection')
export class FirmCorrectionResolver {
  constructor(private readonly firms: FirmQueries) {}

  @ResolveField('was')
  was(@Parent() { was }: FirmCorrection, @Context() context: RequestContext) {
    return context.load(this.firms.byCreditCodes, was, null);
  }

  @ResolveField('became')
  became(@Parent() { became }: FirmCorrection, @Context() context: RequestContext) {
    return became === null ? null : context.load(this.firms.byCreditCodes, became, null);
  }
}
