import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { DocumentQueries, ifVisible } from '../document/document.queries.ts';
import type { QueryRectificationOrdersArgs, SetOrderDateInput } from '../generated/graphql.ts';
import { InspectionQueries, ifVisible as ifInspectionVisible } from '../inspection/inspection.queries.ts';
import { RulebookQueries } from '../rulebook/rulebook.queries.ts';
import { isLate } from './domain/mend.ts';
import type { Finding, RectificationOrder } from './domain/rectification-order.ts';
import { OrderQueries } from './order.queries.ts';
import { OrderService } from './order.service.ts';

@Resolver('RectificationOrder')
export class OrderResolver {
  constructor(
    private readonly service: OrderService,
    private readonly queries: OrderQueries,
    private readonly documents: DocumentQueries,
    private readonly inspections: InspectionQueries,
    private readonly rulebooks: RulebookQueries,
  ) {}

  @Query('rectificationOrder')
  async rectificationOrder(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('rectificationOrders')
  rectificationOrders(@Args() args: QueryRectificationOrdersArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('setOrderDate')
  setOrderDate(@Args('input') input: SetOrderDateInput, @Context() { viewer }: RequestContext) {
    return answer('RectificationOrder', 'RectificationOrderRejection', () => this.service.giveDate(viewer, input));
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: RectificationOrder) {
    return { creditCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: RectificationOrder, @Context() context: RequestContext) {
    return (
      inspectionId &&
      ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null))
    );
  }

  @ResolveField('late')
  late(@Parent() order: RectificationOrder) {
    return isLate(order);
  }

  @ResolveField('findings')
  async findings(@Parent() order: RectificationOrder, @Context() context: RequestContext) {
    const rules = await this.#rulesOf(order, context);
    return order.findings.map((one) => ({ ...one, rule: rules.find(({ code }) => code === one.rule) ?? null }));
  }

  @ResolveField('receipt')
  receipt(@Parent() { number }: RectificationOrder, @Context() context: RequestContext) {
    return context.load(this.documents.byNumbers, number, null);
  }

  @ResolveField('printable')
  async printable(@Parent() order: RectificationOrder, @Context() context: RequestContext) {
    const rules = await this.#rulesOf(order, context);
    return this.service.printable(order, new Map(rules.map(({ code, titleZh }) => [code, titleZh])));
  }

  /** Those that the order's inspection was made against. */
  async #rulesOf({ inspectionId }: RectificationOrder, context: RequestContext) {
    const inspection = await context.load(this.inspections.byIds, inspectionId, null);
    const rulebook = inspection && (await context.load(this.rulebooks.byVersions, inspection.rulebookVersion, null));
    return rulebook?.rules ?? [];
  }
}

@Resolver('Finding')
export class FindingResolver {
  constructor(private readonly inspections: InspectionQueries) {}

  @ResolveField('open')
  open(@Parent() { metBy }: Finding) {
    return metBy === null;
  }

  @ResolveField('metBy')
  async metBy(@Parent() { metBy }: Finding, @Context() context: RequestContext) {
    return metBy && ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, metBy, null));
  }
}
