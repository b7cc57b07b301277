import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Kind } from 'graphql';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** Kind and first root field, e.g. `mutation acceptTask`: as many as the schema has, whatever clients call their operations. */
function operationOf(context: GraphQLRequestContext<object>): string {
  const { operation } = context;
  if (!operation) return 'invalid';
  const first = operation.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return `${operation.operation} ${first?.name.value ?? '…'}`;
}

function outcomeOf(context: GraphQLRequestContext<object>): string {
  const [error] = context.errors ?? [];
  const code = error?.extensions['code'];
  if (!error) return 'ok';
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Counts rejections in an answer: they are data, so nothing else would. */
function rejectionCodes(data: Readonly<Record<string, unknown>> | null | undefined): string[] {
  const values = Object.values(data ?? {}) as ({ __typename?: string; code?: string } | null)[];
  return values.flatMap((value) => (value?.__typename?.endsWith('Rejection') && value.code ? [value.code] : []));
}

/** Times, counts and logs every GraphQL request. */
export function observed(metrics: Metrics, log: Logger): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      const begun = performance.now();
      return Promise.resolve({
        async willSendResponse(context) {
          const seconds = (performance.now() - begun) / 1000;
          const operation = operationOf(context);
          const outcome = outcomeOf(context);
          metrics.requests.observe({ operation, outcome }, seconds);
          const { body } = context.response;
          const codes = body.kind === 'single' ? rejectionCodes(body.singleResult.data) : [];
          for (const code of codes) metrics.rejections.inc({ code });
          log.info(
            { operation, outcome, durationMs: Math.round(seconds * 1e5) / 100, ...(codes.length > 0 ? { codes } : {}) },
            'request',
          );
          return Promise.resolve();
        },
      });
    },
  };
}
