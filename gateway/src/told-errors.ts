import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { currentTrace } from '@qifutong/persistence/trace';
import { errorCodes, isTold, maskError } from '@qifutong/platform/errors';
import type { Metrics } from '@qifutong/platform/metrics';
import { withoutValues } from '@qifutong/platform/untold-values';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

const WRONG_HASH = 'provided sha does not match query';

/** What a client is told of an error; the rest goes to the log. */
export function tellErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, cause: unknown): GraphQLFormattedError => {
    const { code, serviceName } = formatted.extensions ?? {};
    // Apollo gives this fault of the caller no code
    const told = formatted.message === WRONG_HASH ? { ...formatted, extensions: { code: 'BAD_REQUEST' } } : formatted;
    if (isTold(told.extensions?.['code'])) log.debug({ code, said: withoutValues(formatted.message) }, 'refused');
    else log.error({ err: cause, service: serviceName }, 'unexpected error');
    return maskError(told, currentTrace()?.traceId);
  };
}

function emptyHanded(data: Readonly<Record<string, unknown>> | null | undefined): boolean {
  return Object.values(data ?? {}).every((value) => value === null);
}

/** A whole answer that failed has the HTTP status of its first error; one that brought anything is 200. */
function setStatus({ response }: GraphQLRequestContextWillSendResponse<object>): void {
  if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
  const { data, errors } = response.body.singleResult;
  const [first] = errors;
  const code = first?.extensions?.['code'];
  const status = typeof code === 'string' && code in errorCodes ? errorCodes[code as keyof typeof errorCodes] : 500;
  if (!response.http.status && emptyHanded(data) && (status >= 500 || status === 401)) response.http.status = status;
}

/** HTTP status of failed answers; and requests that come to nothing before they are GraphQL, counted as the others are. */
export function failures(metrics: Metrics): ApolloServerPlugin<object> {
  const count = async ({ error }: { error: Error }) => {
    const outcome = error instanceof GraphQLError ? String(error.extensions['code']) : 'INTERNAL_SERVER_ERROR';
    metrics.requests.observe({ operation: 'invalid', outcome }, 0);
    return Promise.resolve();
  };
  return {
    contextCreationDidFail: count,
    invalidRequestWasReceived: count,
    requestDidStart: async () =>
      Promise.resolve({ willSendResponse: async (context) => Promise.resolve(setStatus(context)) }),
  };
}
