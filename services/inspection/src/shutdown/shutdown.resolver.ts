import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { DocumentQueries, ifVisible } from '../document/document.queries.ts';
import type {
  QueryShutdownOrdersArgs,
  RefuseShutdownOrderInput,
  SignShutdownOrderInput,
  StateDefenceInput,
} from '../generated/graphql.ts';
import { InspectionQueries, ifVisible as ifInspectionVisible } from '../inspection/inspection.queries.ts';
import { AcceptanceQueries } from '../acceptance/acceptance.queries.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { ShutdownQueries } from './shutdown.queries.ts';
import { ShutdownService } from './shutdown.service.ts';

@Resolver('ShutdownOrder')
export class ShutdownResolver {
  constructor(
    private readonly service: ShutdownService,
    private readonly queries: ShutdownQueries,
    private readonly documents: DocumentQueries,
    private readonly inspections: InspectionQueries,
    private readonly acceptances: AcceptanceQueries,
  ) {}

  @Query('shutdownOrder')
  async shutdownOrder(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('shutdownOrders')
  shutdownOrders(@Args() args: QueryShutdownOrdersArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('stateDefence')
  stateDefence(@Args('input') input: StateDefenceInput, @Context() { viewer }: RequestContext) {
    return answer('ShutdownOrder', 'ShutdownOrderRejection', () => this.service.stateDefence(viewer, input));
  }

  @Mutation('signShutdownOrder')
  signShutdownOrder(@Args('input') input: SignShutdownOrderInput, @Context() { viewer }: RequestContext) {
    return answer('ShutdownOrder', 'ShutdownOrderRejection', () => this.service.sign(viewer, input));
  }

  @Mutation('refuseShutdownOrder')
  refuseShutdownOrder(@Args('input') input: RefuseShutdownOrderInput, @Context() { viewer }: RequestContext) {
    return answer('ShutdownOrder', 'ShutdownOrderRejection', () => this.service.refuse(viewer, input));
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: ShutdownOrder) {
    return { creditCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: ShutdownOrder, @Context() context: RequestContext) {
    return (
      inspectionId &&
      ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null))
    );
  }

  @ResolveField('acceptance')
  async acceptance(@Parent() { acceptanceId }: ShutdownOrder, @Context() context: RequestContext) {
    return acceptanceId && ifVisible(context.viewer, await context.load(this.acceptances.byIds, acceptanceId, null));
  }

  @ResolveField('receipt')
  receipt(@Parent() { number }: ShutdownOrder, @Context() context: RequestContext) {
    return context.load(this.documents.byNumbers, number, null);
  }

  @ResolveField('printable')
  printable(@Parent() one: ShutdownOrder) {
    return this.service.printable(one);
  }
}
