import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmInspectionsArgs } from '../generated/graphql.ts';
import { InspectionQueries } from './inspection.queries.ts';

@Resolver('Firm')
export class FirmInspectionsResolver {
  constructor(private readonly queries: InspectionQueries) {}

  @ResolveField('inspections')
  inspections(@Parent() { creditCode }: Firm, @Args() args: FirmInspectionsArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
