import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  DeclareConflictInput,
  QueryInspectorsArgs,
  RegisterInspectorInput,
  WithdrawConflictInput,
} from '../generated/graphql.ts';
import type { Inspector, InspectorConflict } from './domain/inspector.ts';
import { InspectorQueries, seesConflicts } from './inspector.queries.ts';
import { InspectorService } from './inspector.service.ts';

@Resolver('Inspector')
export class InspectorResolver {
  constructor(
    private readonly service: InspectorService,
    private readonly queries: InspectorQueries,
  ) {}

  @Query('inspectors')
  inspectors(@Args() { townCode = null, active = null }: QueryInspectorsArgs) {
    return this.queries.list({ townCode, active });
  }

  @Mutation('registerInspector')
  registerInspector(@Args('input') input: RegisterInspectorInput, @Context() { viewer }: RequestContext) {
    return answer('Inspector', 'InspectorRejection', () => this.service.register(viewer, input));
  }

  @Mutation('declareConflict')
  declareConflict(@Args('input') input: DeclareConflictInput, @Context() { viewer }: RequestContext) {
    return answer('Inspector', 'InspectorRejection', () => this.service.declareConflict(viewer, input));
  }

  @Mutation('withdrawConflict')
  withdrawConflict(@Args('input') input: WithdrawConflictInput, @Context() { viewer }: RequestContext) {
    return answer('Inspector', 'InspectorRejection', () => this.service.withdrawConflict(viewer, input));
  }

  @ResolveField('town')
  town(@Parent() { townCode: code }: Inspector) {
    return code === null ? null : { code };
  }

  @ResolveField('conflicts')
  conflicts(@Parent() { sub }: Inspector, @Context() context: RequestContext) {
    return seesConflicts(context.viewer, sub) ? context.load(this.queries.conflicts, sub, null) : null;
  }

  @ResolveField('declaredConflicts')
  declaredConflicts(@Parent() { sub }: Inspector, @Context() context: RequestContext) {
    return seesConflicts(context.viewer, sub) ? context.load(this.queries.declared, sub, null) : null;
  }
}

@Resolver('DeclaredConflict')
export class DeclaredConflictResolver {
  @ResolveField('firm')
  firm(@Parent() { creditCode }: InspectorConflict) {
    return { creditCode };
  }
}
