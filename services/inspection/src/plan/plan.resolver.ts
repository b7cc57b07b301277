import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  InspectionPlanVisitsArgs,
  MakeInspectionPlanInput,
  ReplanInspectionsInput,
} from '../generated/graphql.ts';
import type { InspectionPlan } from './domain/inspection-plan.ts';
import type { Team } from './domain/plan.ts';
import { PlanQueries } from './plan.queries.ts';
import { PlanService } from './plan.service.ts';
import { ReplanService } from './replan.service.ts';

@Resolver('InspectionPlan')
export class PlanResolver {
  constructor(
    private readonly service: PlanService,
    private readonly again: ReplanService,
    private readonly queries: PlanQueries,
  ) {}

  @Query('inspectionPlan')
  inspectionPlan(@Args('day') day: string) {
    return this.queries.ofDay(day);
  }

  @Mutation('makeInspectionPlan')
  makeInspectionPlan(@Args('input') input: MakeInspectionPlanInput, @Context() { viewer }: RequestContext) {
    return answer('InspectionPlan', 'PlanRejection', () => this.service.make(viewer, input));
  }

  @Mutation('replanInspections')
  replanInspections(@Args('input') input: ReplanInspectionsInput, @Context() { viewer }: RequestContext) {
    return answer('InspectionPlan', 'PlanRejection', () => this.again.replan(viewer, input));
  }

  @ResolveField('teams')
  teams(@Parent() { teams }: InspectionPlan) {
    return teams.map(({ townCode, members }: Team, number) => ({
      number,
      members,
      town: townCode && { code: townCode },
    }));
  }

  @ResolveField('drawn')
  async drawn(@Parent() plan: InspectionPlan) {
    return JSON.stringify(await this.queries.drawn(plan));
  }

  @ResolveField('progress')
  progress(@Parent() { id }: InspectionPlan) {
    return this.queries.progress(id);
  }

  @ResolveField('visits')
  visits(@Parent() { id }: InspectionPlan, @Args() args: InspectionPlanVisitsArgs) {
    const { team = null, townCode = null, planned = null } = args;
    return connection(this.queries.visits(id, { team, townCode, planned }, pageArgs(args)));
  }
}
