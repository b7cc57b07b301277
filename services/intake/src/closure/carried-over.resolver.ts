import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { IssueQueries } from '../issue/issue.queries.ts';
import { TownQueries } from '../town/town.queries.ts';
import type { CarriedOver } from './closure.table.ts';

@Resolver('CarriedOver')
export class CarriedOverResolver {
  constructor(
    private readonly issues: IssueQueries,
    private readonly towns: TownQueries,
  ) {}

  @ResolveField('issue')
  issue(@Parent() { issueId }: CarriedOver, @Context() context: RequestContext) {
    return context.load(this.issues.byIds, issueId, null);
  }

  @ResolveField('town')
  town(@Parent() { townCode }: CarriedOver, @Context() context: RequestContext) {
    return townCode === null ? null : context.load(this.towns.byCodes, townCode, null);
  }

  @ResolveField('taskForceCode')
  taskForceCode(@Parent() { taskForce }: CarriedOver) {
    return taskForce;
  }
}
