import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Firm } from '../generated/graphql.ts';
import type { Inspection } from '../inspection/domain/inspection.ts';
import { LightQueries } from './light.queries.ts';

@Resolver('Firm')
export class FirmLightResolver {
  constructor(private readonly queries: LightQueries) {}

  @ResolveField('light')
  light(@Parent() { creditCode }: Firm, @Context() context: RequestContext) {
    return context.load(this.queries.byCreditCodes, creditCode, null);
  }
}

@Resolver('Inspection')
export class InspectionLightResolver {
  constructor(private readonly queries: LightQueries) {}

  @ResolveField('light')
  light(@Parent() { creditCode }: Inspection, @Context() context: RequestContext) {
    return context.load(this.queries.byCreditCodes, creditCode, null);
  }
}
