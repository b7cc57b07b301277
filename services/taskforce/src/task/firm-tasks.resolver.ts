import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { FirmTasksArgs } from '../generated/graphql.ts';
import { TaskQueries } from './task.queries.ts';
import { scopeOf } from './task.scope.ts';

@Resolver('Firm')
export class FirmTasksResolver {
  constructor(private readonly queries: TaskQueries) {}

  @ResolveField('tasks')
  tasks(@Parent() firm: { creditCode: string }, @Args() args: FirmTasksArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), open: args.open ?? null, scope: scopeOf(context.viewer) };
    return connection(context.load(this.queries.pagesOfFirms, firm.creditCode, asked));
  }
}
