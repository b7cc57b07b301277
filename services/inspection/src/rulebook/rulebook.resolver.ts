import { Args, Query, Resolver } from '@nestjs/graphql';
import type { QueryRulebookArgs } from '../generated/graphql.ts';
import { RulebookQueries } from './rulebook.queries.ts';

@Resolver('Rulebook')
export class RulebookResolver {
  constructor(private readonly queries: RulebookQueries) {}

  @Query('rulebook')
  rulebook(@Args() args: QueryRulebookArgs) {
    return this.queries.asked(args);
  }
}
