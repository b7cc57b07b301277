import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { IssueQueries } from '../issue/issue.queries.ts';
import { BatchQueries } from './batch.queries.ts';
import type { BatchItem } from './domain/batch.ts';
import { sentenceOf } from './domain/reasons.ts';

@Resolver('BatchItem')
export class BatchItemResolver {
  constructor(private readonly issues: IssueQueries) {}

  @ResolveField('issue')
  issue(@Parent() { issueId }: BatchItem, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, issueId, null);
  }

  @ResolveField('reason')
  reason(@Parent() { verdictBecause }: BatchItem) {
    return verdictBecause;
  }

  @ResolveField('sentence')
  sentence(@Parent() { verdictBecause }: BatchItem) {
    return sentenceOf(verdictBecause);
  }

  @ResolveField('outcomeReason')
  outcomeReason(@Parent() { outcomeBecause }: BatchItem) {
    return outcomeBecause;
  }

  @ResolveField('outcomeSentence')
  outcomeSentence(@Parent() { outcomeBecause }: BatchItem) {
    return sentenceOf(outcomeBecause);
  }

  @ResolveField('revertReason')
  revertReason(@Parent() { revertBecause }: BatchItem) {
    return revertBecause;
  }

  @ResolveField('revertSentence')
  revertSentence(@Parent() { revertBecause }: BatchItem) {
    return sentenceOf(revertBecause);
  }
}

@Resolver('Issue')
export class BatchOfIssueResolver {
  constructor(private readonly queries: BatchQueries) {}

  @ResolveField('batch')
  batch(@Parent() { batchId }: { batchId: string | null }, @Context() context: RequestContext) {
    return batchId === null ? null : context.load(this.queries.byIds, batchId, null);
  }
}
