import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryProcessPolicyArgs, SetProcessPolicyInput } from '../generated/graphql.ts';
import { ProcessPolicyQueries } from './process-policy.queries.ts';
import { ProcessPolicyService } from './process-policy.service.ts';

@Resolver('ProcessPolicy')
export class ProcessPolicyResolver {
  constructor(
    private readonly service: ProcessPolicyService,
    private readonly queries: ProcessPolicyQueries,
  ) {}

  @Query('processPolicy')
  processPolicy(@Args() { version }: QueryProcessPolicyArgs) {
    return this.queries.asked(version ?? null);
  }

  @Mutation('setProcessPolicy')
  setProcessPolicy(@Args('input') input: SetProcessPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('ProcessPolicy', 'ProcessPolicyRejection', () => this.service.set(viewer, input));
  }
}
