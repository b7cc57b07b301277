import { Args, Context, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import { TaskForceQueries } from './task-force.queries.ts';
import type { TaskForce } from './task-force.table.ts';

@Resolver('TaskForce')
export class TaskForceResolver {
  constructor(private readonly queries: TaskForceQueries) {}

  @Query('taskForce')
  taskForce(@Args('code') code: string, @Context() context: RequestContext) {
    return context.load(this.queries.byCodes, code, null);
  }

  @Query('taskForces')
  taskForces() {
    return this.queries.all();
  }

  @ResolveReference()
  resolveReference(reference: { code: string }, context: RequestContext) {
    return context.load(this.queries.byCodes, reference.code, null);
  }

  @ResolveField('leadDepartment')
  leadDepartment(@Parent() { leadDepartmentCode }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.departments, leadDepartmentCode, null);
  }

  @ResolveField('domains')
  domains(@Parent() { code }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.domains, code, null);
  }

  @ResolveField('members')
  members(@Parent() { code }: TaskForce, @Context() context: RequestContext) {
    return context.load(this.queries.members, code, null);
  }
}
