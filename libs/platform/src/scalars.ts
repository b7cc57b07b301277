import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLISO8601Duration, GraphQLLocalDate } from 'graphql-scalars';

const day = GraphQLLocalDate.toConfig();
const instant = GraphQLDateTimeISO.toConfig();

/** What is reckoned back from an instant is an instant of Postgres and of ISO 8601 as well. */
const EARLIEST = new Date('1900-01-01T00:00:00Z');

function notTooEarly(value: unknown): unknown {
  if (value instanceof Date && value < EARLIEST)
    throw new GraphQLError(`Value is not a valid DateTime: ${value.toISOString()} is before 1900`);
  return value;
}

/** Postgres has no year 0. */
function withYear(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('0000'))
    throw new GraphQLError(`Value is not a valid Date: ${value}`);
  return value;
}

/** The resolvers of the scalars that every subgraph shares, under the names that our SDL gives them. */
export const scalars = {
  DateTime: new GraphQLScalarType({
    ...instant,
    name: 'DateTime',
    parseValue: (value) => notTooEarly(instant.parseValue?.(value)),
    parseLiteral: (node, variables) => notTooEarly(instant.parseLiteral?.(node, variables)),
  }),
  Duration: new GraphQLScalarType({ ...GraphQLISO8601Duration.toConfig(), name: 'Duration' }),
  Date: new GraphQLScalarType({
    ...day,
    name: 'Date',
    parseValue: (value) => withYear(day.parseValue?.(value)),
    parseLiteral: (node, variables) => withYear(day.parseLiteral?.(node, variables)),
  }),
};
