import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer, answers } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryInspectionsArgs, SubmitInspectionInput, SubmitInspectionsInput } from '../generated/graphql.ts';
import { RulebookQueries } from '../rulebook/rulebook.queries.ts';
import type { Inspection } from './domain/inspection.ts';
import { ifVisible, InspectionQueries } from './inspection.queries.ts';
import { InspectionService } from './inspection.service.ts';

@Resolver('Inspection')
export class InspectionResolver {
  constructor(
    private readonly service: InspectionService,
    private readonly queries: InspectionQueries,
    private readonly rulebooks: RulebookQueries,
  ) {}

  @Query('inspection')
  async inspection(@Args('id') id: string, @Context() context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @Query('inspections')
  inspections(@Args() args: QueryInspectionsArgs, @Context() { viewer }: RequestContext) {
    return connection(this.queries.list(viewer, args.filter ?? {}, pageArgs(args)));
  }

  @Mutation('submitInspection')
  submitInspection(@Args('input') input: SubmitInspectionInput, @Context() { viewer }: RequestContext) {
    return answer('Inspection', 'InspectionRejection', () => this.service.submit(viewer, input));
  }

  @Mutation('submitInspections')
  submitInspections(@Args('input') input: SubmitInspectionsInput, @Context() { viewer }: RequestContext) {
    return answer('InspectionDelivery', 'InspectionRejection', async () => {
      const outcomes = await this.service.submitAll(viewer, input);
      return { results: answers('Inspection', 'InspectionRejection', outcomes) };
    });
  }

  @ResolveReference()
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    return ifVisible(context.viewer, await context.load(this.queries.byIds, id, null));
  }

  @ResolveField('firm')
  firm(@Parent() { creditCode }: Inspection) {
    return { creditCode };
  }

  @ResolveField('results')
  async results(@Parent() { results, rulebookVersion }: Inspection, @Context() context: RequestContext) {
    const rulebook = await context.load(this.rulebooks.byVersions, rulebookVersion, null);
    return results.map((one) => ({ ...one, rule: rulebook?.rules.find(({ code }) => code === one.rule) }));
  }
}
