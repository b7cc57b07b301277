import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmShutdownOrdersArgs } from '../generated/graphql.ts';
import { ShutdownQueries } from './shutdown.queries.ts';

@Resolver('Firm')
export class FirmShutdownsResolver {
  constructor(private readonly queries: ShutdownQueries) {}

  @ResolveField('shutdownOrders')
  shutdownOrders(
    @Parent() { creditCode }: Firm,
    @Args() args: FirmShutdownOrdersArgs,
    @Context() context: RequestContext,
  ) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
