import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmAppealsArgs } from '../generated/graphql.ts';
import { AppealQueries } from './appeal.queries.ts';

@Resolver('Firm')
export class FirmAppealsResolver {
  constructor(private readonly queries: AppealQueries) {}

  @ResolveField('appeals')
  appeals(@Parent() { creditCode }: Firm, @Args() args: FirmAppealsArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
