import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import { connection, pageArgs } from '@qifutong/platform/paging';
import type { RequestContext } from '@qifutong/platform/request-context';
import type {
  AddAddendumInput,
  DailyClosureCarriedOverArgs,
  DailyClosureLinesArgs,
  QueryDailyClosuresArgs,
  SignDailyClosureInput,
} from '../generated/graphql.ts';
import { ClosureQueries } from './closure.queries.ts';
import { ClosureService, type DayAccount } from './closure.service.ts';

@Resolver('DailyClosure')
export class ClosureResolver {
  constructor(
    private readonly service: ClosureService,
    private readonly queries: ClosureQueries,
  ) {}

  @Query('dailyClosure')
  dailyClosure(@Args('day') day: string) {
    return this.service.ofDay(day);
  }

  @Query('dailyClosures')
  dailyClosures(@Args() args: QueryDailyClosuresArgs) {
    return connection(this.service.list(pageArgs(args)));
  }

  @Query('dailyClosureAlarms')
  dailyClosureAlarms() {
    return this.queries.alarms();
  }

  @Mutation('signDailyClosure')
  signDailyClosure(@Args('input') input: SignDailyClosureInput, @Context() { viewer }: RequestContext) {
    return answer('DailyClosure', 'DailyClosureRejection', () => this.service.sign(viewer, input));
  }

  @Mutation('addAddendum')
  addAddendum(@Args('input') input: AddAddendumInput, @Context() { viewer }: RequestContext) {
    return answer('DailyClosure', 'DailyClosureRejection', () => this.service.addAddendum(viewer, input));
  }

  @ResolveField('frozenAt')
  frozenAt(@Parent() { closure }: DayAccount) {
    return closure?.frozenAt ?? null;
  }

  @ResolveField('overall')
  overall(@Parent() { lines }: DayAccount) {
    return lines.find(({ dimension }) => dimension === 'OVERALL');
  }

  @ResolveField('lines')
  lines(@Parent() { lines }: DayAccount, @Args() { dimension }: DailyClosureLinesArgs) {
    return lines.filter((line) => line.dimension === (dimension ?? line.dimension));
  }

  @ResolveField('carriedOver')
  carriedOver(@Parent() account: DayAccount, @Args() args: DailyClosureCarriedOverArgs) {
    return connection(this.service.carriedOver(account, pageArgs(args)));
  }

  @ResolveField('addenda')
  addenda(@Parent() { day }: DayAccount, @Context() context: RequestContext) {
    return context.load(this.queries.addendaOf, day, null);
  }

  @ResolveField('trails')
  trails(@Parent() { day }: DayAccount, @Context() context: RequestContext) {
    return context.load(this.queries.trailsOf, day, null);
  }

  @ResolveField('signature')
  signature(@Parent() { closure }: DayAccount) {
    return closure?.signedAt ? { ...closure, name: closure.signedByName } : null;
  }

  @ResolveField('printable')
  printable(@Parent() account: DayAccount) {
    return this.service.printable(account);
  }
}
