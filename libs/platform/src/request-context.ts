import DataLoader from 'dataloader';
import type { Viewer } from './viewer.ts';

/** Looks many up at once; answers in the order of the keys. */
export type Batch<K, V, A> = (keys: readonly K[], args: A) => Promise<readonly V[]>;

/** What lives as long as one GraphQL request. */
export class RequestContext {
  readonly viewer: Viewer;
  readonly correlationId: string;
  // not #loaders: Nest and Apollo copy the context by its own properties
  private readonly loaders = new Map<unknown, Map<string, unknown>>();

  constructor(viewer: Viewer, correlationId: string) {
    this.viewer = viewer;
    this.correlationId = correlationId;
  }

  /**
   * Looks `key` up together with all others that this request wants from the same batch with the same arguments.
   * @param batch the same function object each time
   */
  load<K, V, A>(batch: Batch<K, V, A>, key: K, args: A): Promise<V> {
    return this.loader(batch, args).load(key);
  }

  /** Makes known what this request has in hand already, so that it is not looked up. */
  prime<V extends { readonly id: string }>(batch: Batch<string, V | null, null>, value: V | null): void {
    if (value !== null) this.loader(batch, null).prime(value.id, value);
  }

  /** Looks everything up anew from here on. */
  forget(): void {
    this.loaders.clear();
  }

  private loader<K, V, A>(batch: Batch<K, V, A>, args: A): DataLoader<K, V> {
    const variants = this.loaders.get(batch) ?? new Map<string, unknown>();
    this.loaders.set(batch, variants);
    const variant = JSON.stringify(args) ?? '';
    const known = variants.get(variant) as DataLoader<K, V> | undefined;
    const loader = known ?? new DataLoader<K, V>((keys) => batch(keys, args), { maxBatchSize: 500 });
    variants.set(variant, loader);
    return loader;
  }
}

/** Puts rows into the order of the keys; null where there is none. */
export function inOrder<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): (V | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}
