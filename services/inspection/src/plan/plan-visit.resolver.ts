import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { InspectionQueries } from '../inspection/inspection.queries.ts';
import { PlanQueries } from './plan.queries.ts';
import { PlanService } from './plan.service.ts';
import type { VisitRow } from './plan.table.ts';

@Resolver('PlanVisit')
export class PlanVisitResolver {
  constructor(
    private readonly queries: PlanQueries,
    private readonly service: PlanService,
    private readonly inspections: InspectionQueries,
  ) {}

  @Query('myVisits')
  async myVisits(@Args('day') day: string | null | undefined, @Context() { viewer }: RequestContext) {
    return this.queries.visitsOf(viewer.sub, day ?? (await this.service.today()));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: VisitRow) {
    return { creditCode };
  }

  @ResolveField('town')
  town(@Parent() { townCode }: VisitRow) {
    return townCode === null ? null : { code: townCode };
  }

  @ResolveField('inspection')
  async inspection(@Parent() { creditCode, day }: VisitRow, @Context() context: RequestContext) {
    const id = await context.load(this.queries.inspectionIds, creditCode, day);
    return id === null ? null : context.load(this.inspections.byIds, id, null);
  }
}
