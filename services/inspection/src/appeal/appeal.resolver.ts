import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { DocumentQueries, ifVisible } from '../document/document.queries.ts';
import type { AppealInspectionInput, DecideAppealInput, QueryAppealsArgs } from '../generated/graphql.ts';
import { InspectionQueries, ifVisible as ifInspectionVisible } from '../inspection/inspection.queries.ts';
import type { Appeal } from './domain/appeal.ts';
import { AppealQueries } from './appeal.queries.ts';
import { AppealService } from './appeal.service.ts';

@Resolver('Appeal')
export class AppealResolver {
  constructor(
    private readonly service: AppealService,
    private readonly queries: AppealQueries,
    private readonly documents: DocumentQueries,
    private readonly inspections: InspectionQueries,
  ) {}

  @Query('appeal')
  async appeal(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('appeals')
  appeals(@Args() args: QueryAppealsArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('appealInspection')
  appealInspection(@Args('input') input: AppealInspectionInput, @Context() { viewer }: RequestContext) {
    return answer('Appeal', 'AppealRejection', () => this.service.lodge(viewer, input));
  }

  @Mutation('decideAppeal')
  decideAppeal(@Args('input') input: DecideAppealInput, @Context() { viewer }: RequestContext) {
    return answer('Appeal', 'AppealRejection', () => this.service.decide(viewer, input));
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: Appeal) {
    return { creditCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: Appeal, @Context() context: RequestContext) {
    return (
      inspectionId &&
      ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null))
    );
  }

  @ResolveField('receipt')
  receipt(@Parent() { number }: Appeal, @Context() context: RequestContext) {
    return context.load(this.documents.byNumbers, number, null);
  }

  @ResolveField('printable')
  printable(@Parent() one: Appeal) {
    return this.service.printable(one);
  }
}
