import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { CommonIssueQueries } from '../common-issue/common-issue.queries.ts';
import type {
  ApplyBatchInput,
  BatchItemsArgs,
  PreviewBatchInput,
  QueryBatchesArgs,
  RevertBatchInput,
} from '../generated/graphql.ts';
import { GuidanceQueries } from '../guidance/guidance.queries.ts';
import { BatchQueries } from './batch.queries.ts';
import { BatchService } from './batch.service.ts';
import type { Batch } from './domain/batch.ts';

@Resolver('Batch')
export class BatchResolver {
  constructor(
    private readonly service: BatchService,
    private readonly queries: BatchQueries,
    private readonly guidances: GuidanceQueries,
    private readonly commonIssues: CommonIssueQueries,
  ) {}

  @Query('batch')
  batch(@Args('id') id: string, @Context() context: RequestContext) {
    return context.load(this.queries.byIds, id, null);
  }

  @Query('batches')
  batches(@Args() args: QueryBatchesArgs) {
    return connection(this.queries.list(args.filter, pageArgs(args)));
  }

  @Mutation('previewBatch')
  previewBatch(@Args('input') input: PreviewBatchInput, @Context() { viewer }: RequestContext) {
    return answer('Batch', 'BatchRejection', () => this.service.preview(viewer, input));
  }

  @Mutation('applyBatch')
  applyBatch(@Args('input') input: ApplyBatchInput, @Context() { viewer }: RequestContext) {
    return answer('Batch', 'BatchRejection', () => this.service.apply(viewer, input));
  }

  @Mutation('revertBatch')
  revertBatch(@Args('input') input: RevertBatchInput, @Context() { viewer }: RequestContext) {
    return answer('Batch', 'BatchRejection', () => this.service.revert(viewer, input));
  }

  @ResolveField('guidance')
  guidance(@Parent() { guidanceId }: Batch, @Context() context: RequestContext) {
    return context.load(this.guidances.byIds, guidanceId, null);
  }

  @ResolveField('commonIssue')
  commonIssue(@Parent() { commonIssueId }: Batch, @Context() context: RequestContext) {
    return commonIssueId === null ? null : context.load(this.commonIssues.byIds, commonIssueId, null);
  }

  @ResolveField('counts')
  counts(@Parent() { id }: Batch, @Context() context: RequestContext) {
    return context.load(this.queries.counts, id, null);
  }

  @ResolveField('items')
  items(@Parent() { id }: Batch, @Args() args: BatchItemsArgs, @Context() context: RequestContext) {
    return connection(context.load(this.queries.items, id, { ...pageArgs(args), filter: args.filter ?? null }));
  }
}
