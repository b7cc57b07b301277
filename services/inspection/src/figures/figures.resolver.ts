import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryInspectionFiguresArgs } from '../generated/graphql.ts';
import type { Asked } from './figures.queries.ts';
import { FiguresService } from './figures.service.ts';

@Resolver('InspectionFigures')
export class FiguresResolver {
  constructor(private readonly service: FiguresService) {}

  @Query('inspectionFigures')
  inspectionFigures(@Args() args: QueryInspectionFiguresArgs, @Context() { viewer }: RequestContext) {
    return this.service.of(viewer, args);
  }

  @ResolveField('leniency')
  leniency(@Parent() { asked }: { asked: Asked }) {
    return this.service.leniency(asked);
  }
}

@Resolver('TownInspections')
export class TownInspectionsResolver {
  @ResolveField('town')
  town(@Parent() { townCode }: { townCode: string | null }) {
    return townCode === null ? null : { code: townCode };
  }
}
