import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { ReportShowingsArgs, RevealReporterInput } from '../generated/graphql.ts';
import type { Report } from './domain/report.ts';
import { RevealService } from './reveal.service.ts';

@Resolver('Report')
export class ReporterResolver {
  constructor(private readonly service: RevealService) {}

  @Mutation('revealReporter')
  revealReporter(@Args('input') input: RevealReporterInput, @Context() { viewer }: RequestContext) {
    return answer('RevealedReporter', 'ReportRejection', () => this.service.reveal(viewer, input));
  }

  @ResolveField('showings')
  showings(@Parent() report: Report, @Args() args: ReportShowingsArgs, @Context() context: RequestContext) {
    return connection(context.load(this.service.showings, report.id, pageArgs(args)));
  }
}
