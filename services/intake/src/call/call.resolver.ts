import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { RecordCallInput } from '../generated/graphql.ts';
import { CallService } from './call.service.ts';

@Resolver('Call')
export class CallResolver {
  constructor(private readonly service: CallService) {}

  @Mutation('recordCall')
  recordCall(@Args('input') input: RecordCallInput, @Context() { viewer }: RequestContext) {
    return answer('Call', 'CallRejection', () => this.service.record(viewer, input));
  }
}
