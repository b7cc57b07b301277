import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { RoutingDryRunInput, SetRoutingRulesInput } from '../generated/graphql.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import type { RoutingRule } from './domain/route.ts';
import { RoutingQueries } from './routing.queries.ts';
import { RoutingService } from './routing.service.ts';
import { dryRunView } from './routing.views.ts';

@Resolver('RoutingRule')
export class RoutingResolver {
  constructor(
    private readonly service: RoutingService,
    private readonly queries: RoutingQueries,
    private readonly taskForces: TaskForceQueries,
  ) {}

  @Query('routingRules')
  routingRules(@Args('version') version: number | null) {
    return this.queries.version(version ?? null);
  }

  @Query('routingDryRun')
  routingDryRun(@Args('input') input: RoutingDryRunInput, @Context() { viewer }: RequestContext) {
    return answer('RoutingDryRun', 'RoutingRejection', async () =>
      dryRunView(await this.service.dryRun(viewer, input)),
    );
  }

  @Mutation('setRoutingRules')
  setRoutingRules(@Args('input') input: SetRoutingRulesInput, @Context() { viewer }: RequestContext) {
    return answer('RoutingRules', 'RoutingRejection', () => this.service.set(viewer, input));
  }

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: RoutingRule, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }
}

@Resolver('RoutingDryRun')
export class RoutingDryRunResolver {
  constructor(private readonly taskForces: TaskForceQueries) {}

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForceCode }: Pick<RoutingRule, 'taskForceCode'>, @Context() context: RequestContext) {
    return context.load(this.taskForces.byCodes, taskForceCode, null);
  }
}
