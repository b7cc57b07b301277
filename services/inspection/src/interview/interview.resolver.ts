import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { DocumentQueries, ifVisible } from '../document/document.queries.ts';
import type { HoldInterviewInput, QueryInterviewsArgs } from '../generated/graphql.ts';
import { InspectionQueries, ifVisible as ifInspectionVisible } from '../inspection/inspection.queries.ts';
import { ShutdownQueries } from '../shutdown/shutdown.queries.ts';
import type { Interview } from './domain/interview.ts';
import { InterviewQueries } from './interview.queries.ts';
import { InterviewService } from './interview.service.ts';

@Resolver('Interview')
export class InterviewResolver {
  constructor(
    private readonly service: InterviewService,
    private readonly queries: InterviewQueries,
    private readonly documents: DocumentQueries,
    private readonly inspections: InspectionQueries,
    private readonly shutdowns: ShutdownQueries,
  ) {}

  @Query('interview')
  async interview(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('interviews')
  interviews(@Args() args: QueryInterviewsArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('holdInterview')
  holdInterview(@Args('input') input: HoldInterviewInput, @Context() { viewer }: RequestContext) {
    return answer('Interview', 'InterviewRejection', () => this.service.hold(viewer, input));
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: Interview) {
    return { creditCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: Interview, @Context() context: RequestContext) {
    return (
      inspectionId &&
      ifInspectionVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null))
    );
  }

  @ResolveField('shutdownOrder')
  async shutdownOrder(@Parent() { shutdownId }: Interview, @Context() context: RequestContext) {
    return shutdownId && ifVisible(context.viewer, await context.load(this.shutdowns.byIds, shutdownId, null));
  }

  @ResolveField('receipt')
  receipt(@Parent() { number }: Interview, @Context() context: RequestContext) {
    return context.load(this.documents.byNumbers, number, null);
  }

  @ResolveField('printable')
  printable(@Parent() one: Interview) {
    return this.service.printable(one);
  }
}
