import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { callerError } from '@qifutong/platform/errors';
import { OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { askedWords, shownNames } from './concern.ts';
import type { Learned } from './learned.ts';
import { passingKeys, significant } from './significance.ts';

/** A GraphQL request as a client sends it. */
export interface Request {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

/** One answer, and what it says about what could change it. */
export interface Look {
  readonly answer: string;
  /** of two looks that say the same here, the second is not told */
  readonly significant: string;
  /** it is refused: nothing that happens will change that */
  readonly refused: boolean;
  readonly asked: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** Tells a look which query it was; refuses what is not a query. */
export const liveQueriesOnly: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return Promise.resolve({
      async didResolveOperation({ contextValue: { live }, document, operation, schema }) {
        if (!live) return Promise.resolve();
        if (operation && operation.operation !== OperationTypeNode.QUERY)
          throw callerError('OPERATION_RESOLUTION_FAILURE', 'only a query is followed live; send changes to /graphql');
        live.of = { document, schema };
        return Promise.resolve();
      },
    });
  },
};

/** Executes a live query once, as any other request. */
export async function lookOnce(
  apollo: ApolloServer<GatewayContext>,
  request: Request,
  identity: GatewayContext,
): Promise<Look> {
  const live: Learned = { services: new Set() };
  const contextValue = { ...identity, live };
  const { body, http } = await runInTrace(traceFrom(undefined), () =>
    apollo.executeOperation(request, { contextValue }),
  );
  if (body.kind !== 'single') throw new TypeError('an answer in parts: @defer is not served');
  const { data, errors } = body.singleResult;
  const answer = { ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) };
  const passing = live.of ? passingKeys(live.of.document, live.of.schema) : new Set<string>();
  const status = http.status ?? 200;
  return {
    answer: JSON.stringify(answer),
    significant: significant(
      { data, errors: errors?.map(({ path, extensions: more }) => [path, more?.['code']]) },
      passing,
    ),
    refused: data === undefined && status < 500,
    asked: live.of ? askedWords(live.of.document, live.of.schema, request.variables ?? {}, identity.viewer) : new Set(),
    shown: shownNames(data),
    services: live.services,
  };
}
