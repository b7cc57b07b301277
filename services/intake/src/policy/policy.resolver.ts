import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { SetBatchPolicyInput, SetCallbackPolicyInput, SetLikenessPolicyInput } from '../generated/graphql.ts';
import { PolicyService } from './policy.service.ts';

@Resolver('IntakePolicy')
export class PolicyResolver {
  constructor(private readonly service: PolicyService) {}

  @Query('intakePolicy')
  intakePolicy() {
    return this.service.inForce();
  }

  @Mutation('setCallbackPolicy')
  setCallbackPolicy(@Args('input') input: SetCallbackPolicyInput) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setCallback(input));
  }

  @Mutation('setLikenessPolicy')
  setLikenessPolicy(@Args('input') input: SetLikenessPolicyInput) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setLikeness(input));
  }

  @Mutation('setBatchPolicy')
  setBatchPolicy(@Args('input') input: SetBatchPolicyInput) {
    return answer('IntakePolicy', 'PolicyRejection', () => this.service.setBatch(input));
  }
}
