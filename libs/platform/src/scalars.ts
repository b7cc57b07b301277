import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLISO8601Duration, GraphQLLocalDate } from 'graphql-scalars';

const day = GraphQLLocalDate.toConfig();

/** Postgres has no year 0. */
function withYear(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('0000'))
    throw new GraphQLError(`Value is not a valid Date: ${value}`);
  return value;
}

/** The resolvers of the scalars that every subgraph shares, under the names that our SDL gives them. */
export const scalars = {
  DateTime: new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' }),
  Duration: new GraphQLScalarType({ ...GraphQLISO8601Duration.toConfig(), name: 'Duration' }),
  Date: new GraphQLScalarType({
    ...day,
    name: 'Date',
    parseValue: (value) => withYear(day.parseValue?.(value)),
    parseLiteral: (node, variables) => withYear(day.parseLiteral?.(node, variables)),
  }),
};
