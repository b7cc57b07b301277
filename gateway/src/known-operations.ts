import { setImmediate as nextTurn } from 'node:timers/promises';
import { validate, type DocumentNode, type GraphQLSchema } from 'graphql';

/** An operation that was asked; its variables are not kept. */
export interface KnownOperation {
  readonly queryHash: string;
  readonly operationName?: string | undefined;
  readonly document: DocumentNode;
}

/** The operations that were asked last. */
export class KnownOperations {
  readonly #most: number;
  readonly #kept = new Map<string, KnownOperation>();

  constructor(most = 200) {
    this.#most = most;
  }

  note({ queryHash, operationName, document }: KnownOperation): void {
    const key = `${queryHash} ${operationName ?? ''}`;
    this.#kept.delete(key);
    this.#kept.set(key, { queryHash, operationName, document });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /**
   * Has each planned, the last first, with a turn for requests between two of them.
   * @returns how many; those that the schema no longer allows are passed over
   */
  async replay(schema: GraphQLSchema, plan: (operation: KnownOperation) => Promise<void>): Promise<number> {
    let planned = 0;
    for (const operation of [...this.#kept.values()].reverse()) {
      await nextTurn();
      if (validate(schema, operation.document).length > 0) continue;
      await plan(operation);
      planned += 1;
    }
    return planned;
  }
}
