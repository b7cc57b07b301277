import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryPlanPolicyArgs, SetPlanPolicyInput } from '../generated/graphql.ts';
import { PlanPolicyQueries } from './plan-policy.queries.ts';
import { PlanPolicyService } from './plan-policy.service.ts';

@Resolver('PlanPolicy')
export class PlanPolicyResolver {
  constructor(
    private readonly service: PlanPolicyService,
    private readonly queries: PlanPolicyQueries,
  ) {}

  @Query('planPolicy')
  planPolicy(@Args() { version }: QueryPlanPolicyArgs) {
    return this.queries.asked(version ?? null);
  }

  @Mutation('setPlanPolicy')
  setPlanPolicy(@Args('input') input: SetPlanPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('PlanPolicy', 'PlanPolicyRejection', () => this.service.set(viewer, input));
  }
}
