import type { Metrics } from '@qifutong/platform/metrics';
import type { ErrorCode } from '@qifutong/platform/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Histogram } from 'prom-client';
import type { GatewayContext } from './context.ts';
import type { Source } from './executor.ts';
import type { Answer, ServiceClient } from './service-client.ts';

type Process = Parameters<Source['process']>[0];
type Response = Awaited<ReturnType<Source['process']>>;
type Seconds = Histogram<'to' | 'outcome'>;

function outcomeOf(response: Response): string {
  const code: unknown = response.errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : response.errors ? 'INTERNAL_SERVER_ERROR' : 'ok';
}

/** Whether the client's operation changes something; what the gateway asks for itself does not. */
function isChange(options: Process): boolean {
  if (!('incomingRequestContext' in options)) return false;
  const operation: string = options.incomingRequestContext.operation.operation;
  return operation !== 'query';
}

// what a service says when the gateway, not its caller, asked wrongly: another release of the graph, or another token
const oursToAnswerFor: ReadonlySet<unknown> = new Set<ErrorCode>([
  'NOT_THE_GATEWAY',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

const timeouts: ReadonlySet<unknown> = new Set(['TimeoutError', 'HeadersTimeoutError', 'BodyTimeoutError']);

/** How long services take to answer. */
export function subgraphSeconds(metrics: Metrics): Seconds {
  return new Histogram({
    name: 'qft_subgraph_request_seconds',
    help: 'Requests to services by service and outcome',
    labelNames: ['to', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics.registry],
  });
}

function failed(code: ErrorCode, message: string): Response {
  return { data: null, errors: [{ message, extensions: { code } }] };
}

/** Asks one service on behalf of a viewer. Whatever goes wrong becomes an error with a code. */
export class SubgraphSource implements Source {
  readonly #name: string;
  readonly #client: ServiceClient;
  readonly #seconds: Seconds;
  readonly #log: Logger;

  constructor(name: string, client: ServiceClient, seconds: Seconds, log: Logger) {
    this.#name = name;
    this.#client = client;
    this.#seconds = seconds;
    this.#log = log.child({ to: name });
  }

  async process(options: Process): Promise<Response> {
    const observe = this.#seconds.startTimer({ to: this.#name });
    const response = await this.#ask(options);
    observe({ outcome: outcomeOf(response) });
    return response;
  }

  async #ask(options: Process): Promise<Response> {
    const { query, variables, operationName } = options.request;
    const { authorization, live } = options.context as GatewayContext;
    live?.services.add(this.#name);
    const body = JSON.stringify({ query, variables, operationName });
    const changes = isChange(options);
    try {
      const answer = changes
        ? await this.#client.write(authorization, body)
        : await this.#client.read(authorization, body);
      return this.#read(answer);
    } catch (cause) {
      return this.#failure(cause, changes);
    }
  }

  #failure(cause: unknown, changes: boolean): Response {
    const late = timeouts.has((cause as Error).name);
    this.#log.warn({ err: cause }, late ? 'service too slow' : 'service cannot be reached');
    const doubt = changes ? '; whether the change was made is not known' : '';
    if (late) return failed('SERVICE_TIMEOUT', `${this.#name} did not answer in time${doubt}`);
    const refused = (cause as { code?: unknown }).code === 'ECONNREFUSED';
    return failed('SERVICE_UNAVAILABLE', `${this.#name} cannot be reached${refused ? '' : doubt}`);
  }

  #read({ status, text }: Answer): Response {
    const response = parse(text);
    if (response)
      return { ...response, ...(response.errors ? { errors: response.errors.map((error) => this.#own(error)) } : {}) };
    this.#log.error({ status, begins: text.slice(0, 200) }, 'service answered what is not GraphQL');
    if (status === 502 || status === 503) return failed('SERVICE_UNAVAILABLE', `${this.#name} cannot be reached`);
    if (status === 504) return failed('SERVICE_TIMEOUT', `${this.#name} did not answer in time`);
    return failed('INTERNAL_SERVER_ERROR', `${this.#name} answered ${status} without GraphQL`);
  }

  #own(error: GraphQLFormattedError): GraphQLFormattedError {
    const code = error.extensions?.['code'];
    if (!oursToAnswerFor.has(code)) return error;
    this.#log.error({ code, said: error.message }, 'service refused how the gateway asked');
    return { ...error, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  }
}

function parse(text: string): Response | undefined {
  try {
    const parsed = JSON.parse(text) as Response | null;
    const isAnswer =
      typeof parsed === 'object' && parsed !== null && ('data' in parsed || Array.isArray(parsed.errors));
    return isAnswer ? parsed : undefined;
  } catch {
    return undefined;
  }
}
