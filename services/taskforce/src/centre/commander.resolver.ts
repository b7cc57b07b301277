import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { SetCommanderOnDutyInput } from '../generated/graphql.ts';
import { CommanderService } from './commander.service.ts';
import type { CommanderOnDuty } from './domain/put-on-duty.ts';

@Resolver('CommanderOnDuty')
export class CommanderResolver {
  constructor(private readonly service: CommanderService) {}

  @Query('commanderOnDuty')
  commanderOnDuty(@Args('at') at: Date | null) {
    return this.service.onDuty(at ?? null);
  }

  @Mutation('setCommanderOnDuty')
  setCommanderOnDuty(@Args('input') input: SetCommanderOnDutyInput, @Context() { viewer }: RequestContext) {
    return answer('CommanderOnDuty', 'CommanderRejection', () => this.service.putOnDuty(viewer, input));
  }

  @ResolveField('from')
  from(@Parent() { fromAt }: CommanderOnDuty) {
    return fromAt;
  }
}
