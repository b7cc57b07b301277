import { Args, Query, Resolver } from '@nestjs/graphql';
import { TrailService } from '@qifutong/platform/trail.service';
import type { QueryIntakeTrailArgs } from '../generated/graphql.ts';

@Resolver()
export class TrailResolver {
  constructor(private readonly service: TrailService) {}

  @Query('intakeTrail')
  trail(@Args() args: QueryIntakeTrailArgs) {
    return this.service.page(args);
  }
}
