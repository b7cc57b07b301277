import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { PublishRulebookInput, QueryRulebookArgs, WithdrawRulebookInput } from '../generated/graphql.ts';
import { RulebookQueries } from './rulebook.queries.ts';
import { RulebookService } from './rulebook.service.ts';

@Resolver('Rulebook')
export class RulebookResolver {
  constructor(
    private readonly service: RulebookService,
    private readonly queries: RulebookQueries,
  ) {}

  @Query('rulebook')
  rulebook(@Args() args: QueryRulebookArgs) {
    return this.queries.asked(args);
  }

  @Mutation('publishRulebook')
  publishRulebook(@Args('input') input: PublishRulebookInput, @Context() { viewer }: RequestContext) {
    return answer('Rulebook', 'RulebookRejection', () => this.service.publish(viewer, input));
  }

  @Mutation('withdrawRulebook')
  withdrawRulebook(@Args('input') input: WithdrawRulebookInput, @Context() { viewer }: RequestContext) {
    return answer('Rulebook', 'RulebookRejection', () => this.service.withdraw(viewer, input));
  }
}
