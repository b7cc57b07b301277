import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AcknowledgeSupervisionInput,
  LiftSupervisionInput,
  OpenSupervisionInput,
  QuerySupervisionsArgs,
} from '../generated/graphql.ts';
import { ifVisible, noticeScopeOf } from './notice.scope.ts';
import { SupervisionQueries } from './supervision.queries.ts';
import { SupervisionService } from './supervision.service.ts';

@Resolver('Supervision')
export class SupervisionResolver {
  constructor(
    private readonly service: SupervisionService,
    private readonly queries: SupervisionQueries,
  ) {}

  @Query('supervision')
  async supervision(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('supervisions')
  supervisions(@Args() args: QuerySupervisionsArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(noticeScopeOf(viewer), args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('openSupervision')
  openSupervision(@Args('input') input: OpenSupervisionInput, @Context() { viewer }: RequestContext) {
    return answer('Supervision', 'SupervisionRejection', () => this.service.open(viewer, input));
  }

  @Mutation('acknowledgeSupervision')
  acknowledgeSupervision(@Args('input') input: AcknowledgeSupervisionInput, @Context() { viewer }: RequestContext) {
    return answer('Supervision', 'SupervisionRejection', () => this.service.acknowledge(viewer, input));
  }

  @Mutation('liftSupervision')
  liftSupervision(@Args('input') input: LiftSupervisionInput, @Context() { viewer }: RequestContext) {
    return answer('Supervision', 'SupervisionRejection', () => this.service.lift(viewer, input));
  }
}
