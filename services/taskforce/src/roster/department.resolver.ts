import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RegisterDepartmentInput } from '../generated/graphql.ts';
import { DepartmentService } from './department.service.ts';
import { TaskForceQueries } from './task-force.queries.ts';

@Resolver('Department')
export class DepartmentResolver {
  constructor(
    private readonly service: DepartmentService,
    private readonly queries: TaskForceQueries,
  ) {}

  @Query('departments')
  departments() {
    return this.queries.allDepartments();
  }

  @Mutation('registerDepartment')
  registerDepartment(@Args('input') input: RegisterDepartmentInput) {
    return answer('Department', 'TaskForceRejection', () => this.service.register(input));
  }
}
