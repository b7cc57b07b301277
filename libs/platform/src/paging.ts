import { InvalidCursor, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { callerError } from './errors.ts';

const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;

/**
 * The arguments of a Relay connection as a page: `first` is 20 when not given.
 * @throws BAD_USER_INPUT when `first` is not 1 to 100
 */
export function pageArgs(args: { first?: number | null; after?: string | null }): PageArgs {
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MOST_FIRST) throw callerError('BAD_USER_INPUT', `first must be 1 to ${MOST_FIRST}`, { field: 'first' });
  return { first, after: args.after ?? null };
}

/** A Relay connection: `edges`, `nodes` and `pageInfo`. A cursor of another list is the caller's fault. */
export async function connection<T>(asked: Promise<Page<T>>): Promise<Page<T> & { nodes: readonly T[] }> {
  try {
    const page = await asked;
    return { ...page, nodes: page.edges.map((edge) => edge.node) };
  } catch (cause) {
    if (cause instanceof InvalidCursor) throw callerError('BAD_USER_INPUT', cause.message, { field: 'after' });
    throw cause;
  }
}
