import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Inspection } from '../inspection/domain/inspection.ts';
import type { Evidence } from './domain/evidence.ts';
import { EvidenceQueries } from './evidence.queries.ts';

@Resolver('Inspection')
export class InspectionPhotosResolver {
  constructor(private readonly queries: EvidenceQueries) {}

  @ResolveField('photos')
  async photos(@Parent() { photos }: Inspection, @Context() context: RequestContext) {
    const found = await Promise.all(photos.map((id) => context.load(this.queries.byIds, id, null)));
    return found.filter((evidence) => evidence !== null);
  }
}

@Resolver('Evidence')
export class EvidenceResolver {
  @ResolveField('path')
  path(@Parent() { id }: Evidence) {
    return `/evidence/${id}`;
  }
}
