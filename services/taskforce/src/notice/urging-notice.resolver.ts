import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AcknowledgeNoticeInput,
  QueryUrgingNoticesArgs,
  ReplyToUrgingInput,
  UrgeTaskInput,
} from '../generated/graphql.ts';
import { ifVisible, noticeScopeOf } from './notice.scope.ts';
import { UrgingNoticeQueries } from './urging-notice.queries.ts';
import { UrgingNoticeService } from './urging-notice.service.ts';

@Resolver('UrgingNotice')
export class UrgingNoticeResolver {
  constructor(
    private readonly service: UrgingNoticeService,
    private readonly queries: UrgingNoticeQueries,
  ) {}

  @Query('urgingNotice')
  async urgingNotice(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('urgingNotices')
  urgingNotices(@Args() args: QueryUrgingNoticesArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(noticeScopeOf(viewer), args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('urgeTask')
  urgeTask(@Args('input') input: UrgeTaskInput, @Context() { viewer }: RequestContext) {
    return answer('UrgingNotice', 'UrgingNoticeRejection', () => this.service.urgeTask(viewer, input));
  }

  @Mutation('acknowledgeNotice')
  acknowledgeNotice(@Args('input') input: AcknowledgeNoticeInput, @Context() { viewer }: RequestContext) {
    return answer('UrgingNotice', 'UrgingNoticeRejection', () => this.service.acknowledge(viewer, input));
  }

  @Mutation('replyToUrging')
  replyToUrging(@Args('input') input: ReplyToUrgingInput, @Context() { viewer }: RequestContext) {
    return answer('UrgingNotice', 'UrgingNoticeRejection', () => this.service.reply(viewer, input));
  }
}
