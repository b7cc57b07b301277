import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { confinedToTown } from '@qifutong/platform/scope';
import type { Firm, FirmLightHistoryArgs } from '../generated/graphql.ts';
import type { Inspection } from '../inspection/domain/inspection.ts';
import { LightQueries } from './light.queries.ts';

@Resolver('Firm')
export class FirmLightResolver {
  constructor(private readonly queries: LightQueries) {}

  @ResolveField('light')
  light(@Parent() { creditCode }: Firm, @Context() context: RequestContext) {
    return context.load(this.queries.byCreditCodes, creditCode, confinedToTown(context.viewer));
  }

  @ResolveField('lightHistory')
  lightHistory(@Parent() { creditCode }: Firm, @Args() args: FirmLightHistoryArgs, @Context() context: RequestContext) {
    const town = confinedToTown(context.viewer);
    return connection(context.load(this.queries.entryPages, creditCode, { ...pageArgs(args), town }));
  }
}

@Resolver('Inspection')
export class InspectionLightResolver {
  constructor(private readonly queries: LightQueries) {}

  @ResolveField('light')
  light(@Parent() { creditCode }: Inspection, @Context() context: RequestContext) {
    return context.load(this.queries.byCreditCodes, creditCode, confinedToTown(context.viewer));
  }
}
