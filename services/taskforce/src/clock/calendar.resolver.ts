import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { QueryWorkingCalendarArgs, SetWorkingCalendarInput } from '../generated/graphql.ts';
import { CalendarQueries } from './calendar.queries.ts';
import { CalendarService } from './calendar.service.ts';
import type { CalendarSet } from './domain/set-working-calendar.ts';

@Resolver('WorkingCalendar')
export class CalendarResolver {
  constructor(
    private readonly service: CalendarService,
    private readonly queries: CalendarQueries,
  ) {}

  @Query('workingCalendars')
  workingCalendars() {
    return this.queries.newest();
  }

  @Query('workingCalendar')
  workingCalendar(@Args() { code, version }: QueryWorkingCalendarArgs) {
    return this.queries.version(code, version ?? null);
  }

  @Mutation('setWorkingCalendar')
  setWorkingCalendar(@Args('input') input: SetWorkingCalendarInput, @Context() { viewer }: RequestContext) {
    return answer('WorkingCalendar', 'WorkingCalendarRejection', () => this.service.set(viewer, input));
  }

  @ResolveField('days')
  days(@Parent() { days }: CalendarSet) {
    const inOrder = Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return inOrder.map(([day, intervals]) => ({ day, intervals }));
  }
}
