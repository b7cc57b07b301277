import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { withoutValues } from './untold-values.ts';

/** What a caller can have done wrong, or must wait for; with the HTTP status. Documented in docs/operations.md. */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_THE_GATEWAY: 403,
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  QUERY_TOO_DEEP: 400,
  QUERY_TOO_LONG: 400,
  QUERY_TOO_BROAD: 400,
  TOO_MANY_STREAMS: 429,
  SERVICE_UNAVAILABLE: 503,
  SERVICE_TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** An error that is told to the caller as it is. */
export function callerError(
  code: ErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions, http: { status: errorCodes[code] } } });
}

/** True when an error with that code may be shown as it is. */
export function isTold(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code) && code !== 'INTERNAL_SERVER_ERROR';
}

/** What a client sees of an error: those of the documented list, without the values that were sent; any other masked, with the correlation id to ask after. */
export function maskError(formatted: GraphQLFormattedError, correlationId: string | undefined): GraphQLFormattedError {
  const { code, field } = formatted.extensions ?? {};
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  const id = correlationId === undefined ? {} : { correlationId };
  if (isTold(code))
    return {
      message: withoutValues(formatted.message),
      ...place,
      extensions: { code, ...(field ? { field } : {}), ...id },
    };
  return {
    message: 'unexpected error; quote the correlation id',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...id },
  };
}
