import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryFiguresArgs } from '../generated/graphql.ts';
import type { Figures } from './domain/figures.ts';
import { FiguresService } from './figures.service.ts';

@Resolver('Figures')
export class FiguresResolver {
  constructor(private readonly service: FiguresService) {}

  @Query('figures')
  figures(@Args() args: QueryFiguresArgs, @Context() { viewer }: RequestContext) {
    return this.service.of(viewer, args);
  }

  @ResolveField('key')
  key(@Parent() { key }: Figures) {
    return key || null;
  }
}
