import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LineKey } from './domain/account.ts';

/** In the graph a line of issues that have no task force or no town has no key. */
@Resolver('AccountLine')
export class AccountLineResolver {
  @ResolveField('key')
  key(@Parent() { key }: LineKey) {
    return key || null;
  }
}

@Resolver('AccountViolation')
export class AccountViolationResolver extends AccountLineResolver {}
