import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GatewayContext } from './context.ts';
import type { Execute, LoadedGraph, LoadGraph, Source } from './executor.ts';
import { KnownOperations } from './known-operations.ts';

type ServerGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type SchemaListener = Parameters<ServerGateway['onSchemaLoadOrUpdate']>[0];

/** The supergraph in service, which can be replaced while requests are in hand. */
export class Supergraph implements ServerGateway {
  readonly #load: LoadGraph;
  readonly #sourceOf: (service: string) => Source;
  readonly #log: Logger;
  readonly #known = new KnownOperations();
  // a request is executed by the graph that it was validated against, even if that was replaced meanwhile
  readonly #graphs = new WeakMap<GraphQLSchema, LoadedGraph>();
  readonly #listeners = new Set<SchemaListener>();
  #current: LoadedGraph | undefined;
  #updating: Promise<unknown> = Promise.resolve();
  /** whether the last one offered was faulty */
  refused = false;

  constructor(load: LoadGraph, sourceOf: (service: string) => Source, log: Logger) {
    this.#load = load;
    this.#sourceOf = sourceOf;
    this.#log = log;
  }

  /**
   * Takes a new supergraph into service once it is loaded and the known operations are planned; until then the old one serves.
   * @throws when it is faulty; then the old one stays
   */
  async update(supergraphSdl: string): Promise<void> {
    const turn = this.#updating.then(() => this.#replace(supergraphSdl));
    this.#updating = turn.catch(() => undefined);
    return turn;
  }

  async #replace(supergraphSdl: string): Promise<void> {
    try {
      if (supergraphSdl !== this.#current?.supergraphSdl) await this.#takeInService(supergraphSdl);
      this.refused = false;
    } catch (cause) {
      this.refused = true;
      throw cause;
    }
  }

  async #takeInService(supergraphSdl: string): Promise<void> {
    const graph = await this.#load(supergraphSdl, this.#sourceOf, this.#log);
    const planned = await this.#known.replay(graph.schema, (operation) => graph.plan(operation));
    this.#graphs.set(graph.schema, graph);
    this.#announce(graph);
    this.#current = graph;
    this.#log.info({ planned }, 'supergraph in service');
  }

  #announce({ schema, supergraphSdl }: LoadedGraph): void {
    for (const listener of this.#listeners) listener({ apiSchema: schema, coreSupergraphSdl: supergraphSdl });
  }

  get #inService(): LoadedGraph {
    if (!this.#current) throw new TypeError('no supergraph is loaded');
    return this.#current;
  }

  readonly #execute: Execute = (request) => {
    this.#known.note({
      queryHash: request.queryHash,
      operationName: request.request.operationName,
      document: request.document,
    });
    return (this.#graphs.get(request.schema) ?? this.#inService).execute(request);
  };

  /** @throws when none is loaded */
  async ready(): Promise<void> {
    await Promise.resolve(this.#inService);
  }

  onSchemaLoadOrUpdate(listener: SchemaListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For Apollo Server, when it starts. */
  async load(): Promise<{ executor: Execute }> {
    this.#announce(this.#inService);
    return Promise.resolve({ executor: this.#execute });
  }

  async stop(): Promise<void> {
    await this.#updating;
  }
}
