import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryLightsArgs } from '../generated/graphql.ts';
import { ifVisible, InspectionQueries } from '../inspection/inspection.queries.ts';
import type { FirmLight } from './domain/firm-light.ts';
import type { LightEntry } from './domain/light.ts';
import { LightLists } from './light-list.queries.ts';
import { LightQueries } from './light.queries.ts';

@Resolver('Light')
export class LightResolver {
  constructor(
    private readonly queries: LightQueries,
    private readonly lists: LightLists,
  ) {}

  @Query('lights')
  lights(@Args() args: QueryLightsArgs, @Context() { viewer }: RequestContext) {
    return connection(this.lists.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: FirmLight) {
    return { creditCode };
  }

  @ResolveField('history')
  history(@Parent() { creditCode }: FirmLight, @Context() context: RequestContext) {
    return context.load(this.queries.histories, creditCode, null);
  }
}

@Resolver('LightEntry')
export class LightEntryResolver {
  constructor(private readonly inspections: InspectionQueries) {}

  @ResolveField('inspection')
  async inspection(@Parent() { inspectionId }: LightEntry, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.inspections.byIds, inspectionId, null));
  }

  @ResolveField('causedBy')
  async causedBy(@Parent() { causedBy }: LightEntry, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.inspections.byIds, causedBy, null));
  }
}
