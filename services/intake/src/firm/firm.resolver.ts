import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import { ownFirmOnly } from '@qifutong/platform/scope';
import type {
  FirmHistoryArgs,
  FirmIssuesArgs,
  ImportFirmsInput,
  QueryFirmsArgs,
  RegisterFirmInput,
} from '../generated/graphql.ts';
import { IssueQueries, scopeOf } from '../issue/issue.queries.ts';
import { TownQueries } from '../town/town.queries.ts';
import { FirmQueries } from './firm.queries.ts';
import type { Firm } from './domain/firm.ts';
import { FirmService } from './firm.service.ts';

@Resolver('Firm')
export class FirmResolver {
  constructor(
    private readonly service: FirmService,
    private readonly queries: FirmQueries,
    private readonly towns: TownQueries,
    private readonly issueQueries: IssueQueries,
  ) {}

  @Query('firm')
  firm(@Args('creditCode') creditCode: string, @Context() context: RequestContext) {
    return ownFirmOnly(context.viewer, creditCode) ? context.load(this.queries.byCreditCodes, creditCode, null) : null;
  }

  @Query('firms')
  firms(@Args() args: QueryFirmsArgs) {
    return connection(this.queries.list(args.filter, pageArgs(args)));
  }

  @Mutation('registerFirm')
  registerFirm(@Args('input') input: RegisterFirmInput, @Context() { viewer }: RequestContext) {
    return answer('Firm', 'FirmRejection', () => this.service.register(viewer, input));
  }

  @Mutation('importFirms')
  importFirms(@Args('input') input: ImportFirmsInput, @Context() { viewer }: RequestContext) {
    return answer('FirmImport', 'FirmRejection', async () => {
      const entries = await this.service.import(viewer, input);
      return {
        rows: entries.map(({ outcome, refusal }) => ({
          outcome,
          rejection: refusal && { ...refusal, message: refusal.message },
        })),
      };
    });
  }

  @ResolveReference()
  resolveReference(reference: { creditCode: string }, context: RequestContext) {
    return this.firm(reference.creditCode, context);
  }

  @ResolveField('town')
  town(@Parent() firm: Firm, @Context() context: RequestContext) {
    return context.load(this.towns.byCodes, firm.townCode, null);
  }

  @ResolveField('history')
  history(@Parent() firm: Firm, @Args() args: FirmHistoryArgs, @Context() context: RequestContext) {
    return connection(context.load(this.queries.historiesOf, firm.creditCode, pageArgs(args)));
  }

  @ResolveField('issues')
  issues(@Parent() firm: Firm, @Args() args: FirmIssuesArgs, @Context() context: RequestContext) {
    const asked = { ...pageArgs(args), open: args.open ?? null, scope: scopeOf(context.viewer) };
    return connection(context.load(this.issueQueries.pagesOfFirms, firm.creditCode, asked));
  }
}
