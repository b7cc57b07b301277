import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryCentreClocksArgs } from '../generated/graphql.ts';
import { CentreClockQueries } from './centre-clock.queries.ts';
import { centreClockView, viewed } from './centre-clock.views.ts';

@Resolver('Issue')
export class CentreClockResolver {
  constructor(private readonly queries: CentreClockQueries) {}

  @Query('centreClocks')
  centreClocks(@Args() args: QueryCentreClocksArgs) {
    return connection(viewed(this.queries.list(args.filter ?? {}, pageArgs(args))));
  }

  @ResolveField('centreClocks')
  async ofIssue(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    return (await context.load(this.queries.ofIssues, id, null)).map(centreClockView);
  }
}
