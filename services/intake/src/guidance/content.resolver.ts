import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Guidance, GuidanceVersion } from './domain/guidance.ts';
import { GuidanceQueries } from './guidance.queries.ts';

/** What a guidance says is what its newest version says. */
@Resolver('Guidance')
export class GuidanceContentResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('title')
  title(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'title', context);
  }

  @ResolveField('text')
  text(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'text', context);
  }

  @ResolveField('townCodes')
  townCodes(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'townCodes', context);
  }

  @ResolveField('industries')
  industries(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'industries', context);
  }

  @ResolveField('sizes')
  sizes(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'sizes', context);
  }

  @ResolveField('effectiveFrom')
  effectiveFrom(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'effectiveFrom', context);
  }

  @ResolveField('effectiveTo')
  effectiveTo(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'effectiveTo', context);
  }

  @ResolveField('taskForce')
  taskForce(@Parent() guidance: Guidance, @Context() context: RequestContext) {
    return this.newest(guidance, 'taskForce', context);
  }

  private async newest<F extends keyof GuidanceVersion>({ id }: Guidance, field: F, context: RequestContext) {
    return (await context.load(this.queries.versions, id, null))[0]![field];
  }
}
