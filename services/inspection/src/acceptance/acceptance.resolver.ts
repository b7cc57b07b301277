import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { DocumentQueries, ifVisible } from '../document/document.queries.ts';
import type { ApplyForAcceptanceInput, DecideAcceptanceInput, QueryAcceptancesArgs } from '../generated/graphql.ts';
import { InspectionQueries, ifVisible as ifInspectionVisible } from '../inspection/inspection.queries.ts';
import { ShutdownQueries } from '../shutdown/shutdown.queries.ts';
import type { Acceptance } from './domain/acceptance.ts';
import { AcceptanceQueries } from './acceptance.queries.ts';
import { AcceptanceService } from './acceptance.service.ts';

@Resolver('Acceptance')
export class AcceptanceResolver {
  constructor(
    private readonly service: AcceptanceService,
    private readonly queries: AcceptanceQueries,
    private readonly documents: DocumentQueries,
    private readonly inspections: InspectionQueries,
    private readonly shutdowns: ShutdownQueries,
  ) {}

  @Query('acceptance')
  async acceptance(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('acceptances')
  acceptances(@Args() args: QueryAcceptancesArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('applyForAcceptance')
  applyForAcceptance(@Args('input') input: ApplyForAcceptanceInput, @Context() { viewer }: RequestContext) {
    return answer('Acceptance', 'AcceptanceRejection', () => this.service.apply(viewer, input));
  }

  @Mutation('decideAcceptance')
  decideAcceptance(@Args('input') input: DecideAcceptanceInput, @Context() { viewer }: RequestContext) {
    return answer('Acceptance', 'AcceptanceRejection', () => this.service.decide(viewer, input));
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: Acceptance) {
    return { creditCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: Acceptance, @Context() context: RequestContext) {
    return (
      inspectionId &&
      ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null))
    );
  }

  @ResolveField('shutdownOrder')
  async shutdownOrder(@Parent() { shutdownId }: Acceptance, @Context() context: RequestContext) {
    return shutdownId && ifVisible(context.viewer, await context.load(this.shutdowns.byIds, shutdownId, null));
  }

  @ResolveField('receipt')
  receipt(@Parent() { number }: Acceptance, @Context() context: RequestContext) {
    return context.load(this.documents.byNumbers, number, null);
  }

  @ResolveField('printable')
  printable(@Parent() one: Acceptance) {
    return this.service.printable(one);
  }
}
