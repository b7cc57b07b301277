import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { scalars } from '@qifutong/platform/scalars';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { isScalarType } from 'graphql';
import type { Logger } from 'pino';
import { keepApolloSilent } from './config.ts';
import type { GatewayContext } from './context.ts';
import type { KnownOperation } from './known-operations.ts';
import { placeholders } from './placeholders.ts';

export type Execute = ApolloGateway['executor'];
export type Request = Parameters<Execute>[0];
export type Result = Awaited<ReturnType<Execute>>;
export type Source = GraphQLDataSource<GatewayContext>;

/** One supergraph, ready to be asked. */
export interface LoadedGraph {
  /** what clients see */
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
  readonly execute: Execute;
  /** Plans an operation without asking any service. */
  plan(operation: KnownOperation): Promise<void>;
}

/**
 * The seam: whoever loads a supergraph decides how its queries are executed.
 * @param sourceOf answers for one service; throws for a service that it does not know
 * @throws when the supergraph is faulty
 */
export type LoadGraph = (
  supergraphSdl: string,
  sourceOf: (service: string) => Source,
  log: Logger,
) => Promise<LoadedGraph>;

// the context of a request that is planned and not asked
const DRY: object = Object.freeze({});

function dryable(source: Source): GraphQLDataSource {
  return {
    process: (options) =>
      options.context === DRY
        ? Promise.resolve({ data: {} })
        : source.process(options as Parameters<Source['process']>[0]),
  };
}

/** Gives the product's scalars their checks, so that a malformed value never reaches a service. */
function checkScalars(schema: GraphQLSchema): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

/** The stock executor puts "null in the place of a non-null field" under an extension and says nothing among the errors. */
function withNullErrors(result: Result): Result {
  const { valueCompletion, ...extensions } = result.extensions ?? {};
  if (!valueCompletion) return result;
  const rest = Object.keys(extensions).length > 0 ? { extensions } : {};
  return { data: result.data ?? null, errors: valueCompletion as GraphQLError[], ...rest };
}

async function plan(gateway: ApolloGateway, schema: GraphQLSchema, operation: KnownOperation): Promise<void> {
  const { document, queryHash, operationName } = operation;
  const variables = placeholders(schema, document, operationName);
  const request = { request: { operationName, variables }, document, queryHash, schema, context: DRY, metrics: {} };
  await gateway.executor(request as unknown as Request);
}

/** @apollo/gateway's own planner and executor. */
export const stockGraph: LoadGraph = async (supergraphSdl, sourceOf, log) => {
  keepApolloSilent();
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dryable(sourceOf(name)),
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: log.child({}, { level: 'warn' }),
  });
  const { schema } = await gateway.load();
  checkScalars(schema);
  return {
    schema,
    supergraphSdl,
    execute: async (request) => withNullErrors(await gateway.executor(request)),
    plan: (operation) => plan(gateway, schema, operation),
  };
};
