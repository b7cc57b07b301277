import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  QueryRetentionDryRunArgs,
  QueryRetentionPolicyArgs,
  SetRetentionPolicyInput,
} from '../generated/graphql.ts';
import { DryRunService } from './dry-run.service.ts';
import { RetentionPolicyQueries } from './retention-policy.queries.ts';
import { RetentionPolicyService } from './retention-policy.service.ts';

@Resolver('RetentionPolicy')
export class RetentionResolver {
  constructor(
    private readonly policy: RetentionPolicyService,
    private readonly queries: RetentionPolicyQueries,
    private readonly dryRun: DryRunService,
  ) {}

  @Query('retentionPolicy')
  retentionPolicy(@Args() { version }: QueryRetentionPolicyArgs) {
    return this.queries.asked(version ?? null);
  }

  @Query('retentionDryRun')
  retentionDryRun(@Args() { at, first }: QueryRetentionDryRunArgs) {
    return this.dryRun.at(at ?? null, pageArgs({ first: first ?? null }).first);
  }

  @Mutation('setRetentionPolicy')
  setRetentionPolicy(@Args('input') input: SetRetentionPolicyInput, @Context() { viewer }: RequestContext) {
    return answer('RetentionPolicy', 'RetentionRejection', () => this.policy.set(viewer, input));
  }
}
