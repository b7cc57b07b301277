import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

type Scope<S> = { readonly [column in keyof S]: string | null };

/** What a scope confines to: columns, as the entity calls them, with the value that each must have. Null confines nothing. */
export function confines<S extends Scope<S>>(scope: S): [keyof S & string, string][] {
  const columns = Object.entries<string | null>(scope) as [keyof S & string, string | null][];
  return columns.filter((one): one is [keyof S & string, string] => one[1] !== null);
}

/** Confines a query to the rows that a scope leaves. */
export function confine<T extends ObjectLiteral, S extends Scope<S>>(query: SelectQueryBuilder<T>, scope: S): void {
  for (const [column, value] of confines(scope))
    query.andWhere(`${query.alias}.${column} = :own_${column}`, { [`own_${column}`]: value });
}
