import { Args, Query, Resolver } from '@nestjs/graphql';
import { TrailService } from '@qifutong/platform/trail.service';
import type { QueryInspectionTrailArgs } from '../generated/graphql.ts';

@Resolver()
export class TrailResolver {
  constructor(private readonly service: TrailService) {}

  @Query('inspectionTrail')
  trail(@Args() args: QueryInspectionTrailArgs) {
    return this.service.page(args);
  }
}
