import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Inspection } from '../inspection/domain/inspection.ts';
import { AppealedQueries } from './appealed.queries.ts';

@Resolver('Inspection')
export class InspectionAppealResolver {
  constructor(private readonly queries: AppealedQueries) {}

  @ResolveField('appealableUntil')
  appealableUntil(@Parent() { id }: Inspection, @Context() context: RequestContext) {
    return context.load(this.queries.appealableUntil, id, null);
  }
}
