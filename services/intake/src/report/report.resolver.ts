import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import { seesWholeCounty } from '@qifutong/platform/scope';
import type { SubmitReportInput } from '../generated/graphql.ts';
import { IssueQueries } from '../issue/issue.queries.ts';
import { masked } from './domain/mask.ts';
import type { Report } from './domain/report.ts';
import { ReportQueries } from './report.queries.ts';
import { ReportService } from './report.service.ts';

@Resolver('Report')
export class ReportResolver {
  constructor(
    private readonly service: ReportService,
    private readonly queries: ReportQueries,
    private readonly issues: IssueQueries,
  ) {}

  @Mutation('submitReport')
  submitReport(@Args('input') input: SubmitReportInput, @Context() context: RequestContext) {
    return answer('Report', 'ReportRejection', async () => {
      const { report, issue } = await this.service.submit(context.viewer, input);
      context.prime(this.issues.byIds, issue);
      return report;
    });
  }

  @Mutation('loadReport')
  loadReport(@Args('input') input: SubmitReportInput, @Context() context: RequestContext) {
    return answer('Report', 'ReportRejection', async () => {
      const { report, issue } = await this.service.load(context.viewer, input);
      context.prime(this.issues.byIds, issue);
      return report;
    });
  }

  @ResolveField('issue')
  issue(@Parent() report: Report, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, report.issueId, null);
  }

  @ResolveField('reporter')
  async reporter(@Parent() report: Report, @Context() context: RequestContext) {
    const { viewer } = context;
    const seenBy = { ofCentre: seesWholeCounty(viewer), handedIn: report.takenBy === viewer.sub };
    return masked(await context.load(this.queries.reporters, report.id, null), seenBy);
  }
}
