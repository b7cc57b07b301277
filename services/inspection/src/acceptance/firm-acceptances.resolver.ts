import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmAcceptancesArgs } from '../generated/graphql.ts';
import { AcceptanceQueries } from './acceptance.queries.ts';

@Resolver('Firm')
export class FirmAcceptancesResolver {
  constructor(private readonly queries: AcceptanceQueries) {}

  @ResolveField('acceptances')
  acceptances(@Parent() { creditCode }: Firm, @Args() args: FirmAcceptancesArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
