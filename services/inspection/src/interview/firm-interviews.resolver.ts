import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmInterviewsArgs } from '../generated/graphql.ts';
import { InterviewQueries } from './interview.queries.ts';

@Resolver('Firm')
export class FirmInterviewsResolver {
  constructor(private readonly queries: InterviewQueries) {}

  @ResolveField('interviews')
  interviews(@Parent() { creditCode }: Firm, @Args() args: FirmInterviewsArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.pagesOfFirms, creditCode, { ...pageArgs(args), town }));
  }
}
