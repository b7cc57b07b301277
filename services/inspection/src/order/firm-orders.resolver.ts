import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmOrdersArgs } from '../generated/graphql.ts';
import { OrderQueries } from './order.queries.ts';

@Resolver('Firm')
export class FirmOrdersResolver {
  constructor(private readonly queries: OrderQueries) {}

  @ResolveField('orders')
  orders(@Parent() { creditCode }: Firm, @Args() args: FirmOrdersArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
