import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { FirmQueries } from '../firm/firm.queries.ts';
import type { DispatchIssueInput, QueryIssuesArgs, TriageIssueInput } from '../generated/graphql.ts';
import { ReportQueries } from '../report/report.queries.ts';
import { TownQueries } from '../town/town.queries.ts';
import type { Issue } from './domain/issue.ts';
import { ifVisible, IssueQueries } from './issue.queries.ts';
import { IssueService } from './issue.service.ts';

@Resolver('Issue')
export class IssueResolver {
  constructor(
    private readonly service: IssueService,
    private readonly queries: IssueQueries,
    private readonly firms: FirmQueries,
    private readonly towns: TownQueries,
    private readonly reports: ReportQueries,
  ) {}

  @Query('issue')
  async issue(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('issueByNumber')
  async issueByNumber(@Args('number') number: string, @Context() { viewer }: RequestContext) {
    return ifVisible(viewer, await this.queries.byNumber(number));
  }

  @Query('issues')
  issues(@Args() args: QueryIssuesArgs, @Context() context: RequestContext) {
    return connection(this.queries.list(context.viewer, args.filter, pageArgs(args)));
  }

  @Mutation('triageIssue')
  triageIssue(@Args('input') input: TriageIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.triage(viewer, input));
  }

  @Mutation('dispatchIssue')
  dispatchIssue(@Args('input') input: DispatchIssueInput, @Context() { viewer }: RequestContext) {
    return answer('Issue', 'IssueRejection', () => this.service.dispatch(viewer, input));
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, context: RequestContext) {
    return this.issue(reference.id, context);
  }

  @ResolveField('firm')
  firm(@Parent() { firmCreditCode }: Issue, @Context() context: RequestContext) {
    return firmCreditCode === null ? null : context.load(this.firms.byCreditCodes, firmCreditCode, null);
  }

  @ResolveField('town')
  town(@Parent() { townCode }: Issue, @Context() context: RequestContext) {
    return townCode === null ? null : context.load(this.towns.byCodes, townCode, null);
  }

  @ResolveField('firstContact')
  firstContact(@Parent() { firstContactSub, firstContactName }: Issue) {
    return { sub: firstContactSub, name: firstContactName };
  }

  @ResolveField('taskForce')
  taskForce(@Parent() { taskForce: code }: Issue) {
    return code === null ? null : { code };
  }

  @ResolveField('reports')
  reportsOf(@Parent() issue: Issue, @Context() context: RequestContext) {
    return context.load(this.reports.ofIssues, issue.id, null);
  }
}
