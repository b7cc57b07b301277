import type { Metrics } from '@qifutong/platform/metrics';
import type { Readiness } from '@qifutong/platform/readiness';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { GatewayConfig } from './config.ts';
import type { Source } from './executor.ts';
import { ServiceClient } from './service-client.ts';
import { SubgraphSource, subgraphSeconds } from './subgraph-source.ts';

/** The services behind the gateway, each with its connections. They outlive a change of the supergraph. */
export class Services {
  readonly #clients: ReadonlyMap<string, ServiceClient>;
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(config: GatewayConfig, metrics: Metrics, log: Logger) {
    const seconds = subgraphSeconds(metrics);
    const options = {
      timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
      connections: config.SUBGRAPH_CONNECTIONS,
      gatewayToken: config.GATEWAY_TOKEN,
    };
    const clients = Object.entries(config.subgraphs).map(
      ([name, url]) => [name, new ServiceClient({ url, ...options })] as const,
    );
    this.#clients = new Map(clients);
    this.#sources = new Map(clients.map(([name, client]) => [name, new SubgraphSource(name, client, seconds, log)]));
  }

  /** @throws TypeError when the gateway was not told of such a service */
  source(name: string): Source {
    const source = this.#sources.get(name);
    if (!source) throw new TypeError(`the supergraph names ${name}, a service that the gateway does not know`);
    return source;
  }

  /** @throws TypeError when the gateway was not told of such a service */
  client(name: string): ServiceClient {
    const client = this.#clients.get(name);
    if (!client) throw new TypeError(`the gateway does not know the service ${name}`);
    return client;
  }

  /**
   * Asks a service's own route, not its graph; nobody's token goes with it.
   * @returns null where the service knows of no such thing
   * @throws when it does not answer, or something else
   */
  async get<S extends z.ZodType>(name: string, path: string, shape: S): Promise<z.output<S> | null> {
    const { status, text } = await this.client(name).get(path);
    if (status === 404) return null;
    if (status !== 200) throw new TypeError(`${name} answers ${status}`);
    return shape.parse(JSON.parse(text));
  }

  watch(readiness: Readiness): void {
    for (const [name, client] of this.#clients) readiness.watch(name, () => client.alive());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#clients.values()].map((client) => client.close()));
  }
}
