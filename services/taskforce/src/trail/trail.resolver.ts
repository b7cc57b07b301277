import { Args, Query, Resolver } from '@nestjs/graphql';
import { TrailService } from '@qifutong/platform/trail.service';
import type { QueryTaskForceTrailArgs } from '../generated/graphql.ts';

@Resolver()
export class TrailResolver {
  constructor(private readonly service: TrailService) {}

  @Query('taskForceTrail')
  trail(@Args() args: QueryTaskForceTrailArgs) {
    return this.service.page(args);
  }
}
