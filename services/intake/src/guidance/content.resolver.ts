import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { Guidance, GuidanceVersion } from './domain/guidance.ts';
import { GuidanceQueries, type GuidancePage } from './guidance.queries.ts';

type Found = GuidancePage['edges'][number];

/** What a guidance says is what its newest version says; what holds is told apart. */
@Resolver('Guidance')
export class GuidanceContentResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('inForce')
  inForce(@Parent() { id }: Guidance, @Context() context: RequestContext) {
    return context.load(this.queries.inForceOf, id, null);
  }

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

@Resolver('GuidanceEdge')
export class FoundVersionResolver {
  constructor(private readonly queries: GuidanceQueries) {}

  @ResolveField('version')
  async version(@Parent() { node, number }: Found, @Context() context: RequestContext) {
    const versions = await context.load(this.queries.versions, node.id, null);
    return versions.find((version) => version.number === number);
  }
}
