import { currentCaller } from '@qifutong/persistence/caller';
import { currentTrace } from '@qifutong/persistence/trace';
import { GATEWAY_HEADER, ORIGIN_HEADER } from '@qifutong/platform/gateway-only';
import type { Readable } from 'node:stream';
import { Pool, type Dispatcher } from 'undici';

export interface ServiceClientOptions {
  /** of its /graphql */
  readonly url: URL;
  readonly timeoutMs: number;
  readonly connections: number;
  readonly gatewayToken: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A request that is no question to the graph. */
export interface Forwarded {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | null;
  readonly signal: AbortSignal;
}

/** HTTP to one service over connections that are kept. Nothing is sent twice. */
export class ServiceClient {
  readonly #options: ServiceClientOptions;
  readonly #pool: Pool;
  readonly #inHand = new Map<string, Map<string, Promise<Answer>>>();

  constructor(options: ServiceClientOptions) {
    const { url, connections, timeoutMs } = options;
    this.#options = options;
    // the limit of each request is its signal; these cover what a signal does not: connections that nobody waits for
    this.#pool = new Pool(url.origin, {
      connections,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: timeoutMs },
    });
  }

  /** @throws a TimeoutError when there is no whole answer in time; else what undici throws */
  async post(authorization: string, body: string): Promise<Answer> {
    const { url, timeoutMs } = this.#options;
    const answer = await this.#pool.request({
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization,
        ...this.#ours(),
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  }

  /** Passes a request on as it comes, and gives the answer as it comes. @throws what undici throws */
  forward({ headers, ...request }: Forwarded): Promise<Dispatcher.ResponseData> {
    return this.#pool.request({ ...request, headers: { ...headers, ...this.#ours() } });
  }

  /** As `post`, for reads alone: the same viewer's same question that is in hand is not asked twice. */
  async read(authorization: string, body: string): Promise<Answer> {
    const ofViewer = this.#inHand.get(authorization) ?? new Map<string, Promise<Answer>>();
    this.#inHand.set(authorization, ofViewer);
    const same = ofViewer.get(body);
    if (same) return same;
    const asked = this.post(authorization, body).finally(() => {
      if (ofViewer.get(body) === asked) ofViewer.delete(body);
      if (ofViewer.size === 0 && this.#inHand.get(authorization) === ofViewer) this.#inHand.delete(authorization);
    });
    ofViewer.set(body, asked);
    return asked;
  }

  /** As `post`, for changes: a read that began before one ended may not know of it, so none that comes later shares it. */
  async write(authorization: string, body: string): Promise<Answer> {
    return this.post(authorization, body).finally(() => this.#inHand.delete(authorization));
  }

  /** @throws a TimeoutError when there is no whole answer in time; else what undici throws */
  async get(path: string): Promise<Answer> {
    const { gatewayToken, timeoutMs } = this.#options;
    const answer = await this.#pool.request({
      path,
      method: 'GET',
      headers: { accept: 'application/json', [GATEWAY_HEADER]: gatewayToken },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  }

  /** @throws when the service does not answer that it lives */
  async alive(): Promise<void> {
    const { statusCode, body } = await this.#pool.request({
      path: '/healthz',
      method: 'GET',
      signal: AbortSignal.timeout(1_500),
    });
    await body.dump();
    if (statusCode !== 200) throw new TypeError(`answers ${statusCode}`);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** What the gateway says for itself: that it is the gateway, in which trace, and from where it was asked. */
  #ours(): Record<string, string> {
    const trace = currentTrace();
    const { origin } = currentCaller();
    return {
      [GATEWAY_HEADER]: this.#options.gatewayToken,
      ...(trace ? { traceparent: trace.traceparent } : {}),
      ...(origin === null ? {} : { [ORIGIN_HEADER]: origin }),
    };
  }
}
