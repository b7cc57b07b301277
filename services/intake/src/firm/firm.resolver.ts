import { Args, Context, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { ownFirmOnly } from '@qifutong/platform/scope';
import type { FirmIssuesArgs, QueryFirmsArgs } from '../generated/graphql.ts';
import { IssueQueries, scopeOf } from '../issue/issue.queries.ts';
import { TownQueries } from '../town/town.queries.ts';
import { FirmQueries } from './firm.queries.ts';
import type { Firm } from './firm.table.ts';

@Resolver('Firm')
export class FirmResolver {
  constructor(
    private readonly queries: FirmQueries,
    private readonly towns: TownQueries,
    private readonly issueQueries: IssueQueries,
  ) {}

  @Query('firm')
  firm(@Args('creditCode') creditCode: string, @Context() context: RequestContext) {
    return ownFirmOnly(context.viewer, creditCode) ? context.load(this.queries.byCreditCodes, creditCode, null) : null;
  }

  @Query('firms')
  firms(@Args() args: QueryFirmsArgs) {
    return connection(this.queries.list(args.filter, pageArgs(args)));
  }

  @ResolveReference()
  resolveReference(reference: { creditCode: string }, context: RequestContext) {
    return this.firm(reference.creditCode, context);
  }

  @ResolveField('town')
  town(@Parent() firm: Firm, @Context() context: RequestContext) {
    return context.load(this.towns.byCodes, firm.townCode, null);
  }

  @ResolveField('issues')
  issues(@Parent() firm: Firm, @Args() args: FirmIssuesArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), open: args.open ?? null, scope: scopeOf(context.viewer) };
    return connection(context.load(this.issueQueries.pagesOfFirms, firm.creditCode, asked));
  }
}
