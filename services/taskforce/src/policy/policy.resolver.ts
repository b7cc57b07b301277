import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QuerySlaPolicyArgs, SetSlaPolicyInput } from '../generated/graphql.ts';
import { PolicyQueries } from './policy.queries.ts';
import { PolicyService } from './policy.service.ts';

@Resolver('SlaPolicy')
export class PolicyResolver {
  constructor(
    private readonly service: PolicyService,
    private readonly queries: PolicyQueries,
  ) {}

  @Query('slaPolicy')
  slaPolicy(@Args() { version }: QuerySlaPolicyArgs) {
    return this.queries.whole(version ?? null);
  }

  @Mutation('setSlaPolicy')
  setSlaPolicy(@Args('input') input: SetSlaPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('SlaPolicy', 'SlaPolicyRejection', () => this.service.set(viewer, input));
  }
}
