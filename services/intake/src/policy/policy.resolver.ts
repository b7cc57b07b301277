import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  QueryBatchPolicyArgs,
  QueryCallbackPolicyArgs,
  QueryLikenessPolicyArgs,
  SetBatchPolicyInput,
  SetCallbackPolicyInput,
  SetLikenessPolicyInput,
} from '../generated/graphql.ts';
import { PolicyService } from './policy.service.ts';

@Resolver('IntakePolicy')
export class PolicyResolver {
  constructor(private readonly service: PolicyService) {}

  @Query('intakePolicy')
  intakePolicy() {
    return this.service.inForce();
  }

  @Query('callbackPolicy')
  callbackPolicy(@Args() { version }: QueryCallbackPolicyArgs) {
    return this.service.callbackPolicy(version ?? null);
  }

  @Query('likenessPolicy')
  likenessPolicy(@Args() { version }: QueryLikenessPolicyArgs) {
    return this.service.likenessPolicy(version ?? null);
  }

  @Query('batchPolicy')
  batchPolicy(@Args() { version }: QueryBatchPolicyArgs) {
    return this.service.batchPolicy(version ?? null);
  }

  @Mutation('setCallbackPolicy')
  setCallbackPolicy(@Args('input') input: SetCallbackPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setCallback(viewer, input));
  }

  @Mutation('setLikenessPolicy')
  setLikenessPolicy(@Args('input') input: SetLikenessPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setLikeness(viewer, input));
  }

  @Mutation('setBatchPolicy')
  setBatchPolicy(@Args('input') input: SetBatchPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setBatch(viewer, input));
  }
}
