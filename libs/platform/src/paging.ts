import { Rejection } from '@qifutong/kernel/rejection';
import { InvalidCursor, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { z } from 'zod';
import { shaped } from './answer.ts';
import { callerError } from './errors.ts';

const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;

/**
 * The arguments of a Relay connection as a page: `first` is 20 when not given.
 * @throws BAD_USER_INPUT when `first` is not 1 to 100
 */
export function pageArgs(args: { first?: number | null; after?: string | null }): PageArgs {
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MOST_FIRST)
    throw callerError('BAD_USER_INPUT', `first must be 1 to ${MOST_FIRST}`, { field: 'first' });
  return { first, after: args.after ?? null };
}

/**
 * Checks the shape of a list's filter at the edge; none given is an empty one.
 * @throws BAD_USER_INPUT that names the field at fault, e.g. `filter.name`
 */
export function filterOf<S extends z.ZodType>(shape: S, filter: unknown): z.output<S> {
  try {
    return (shaped(z.object({ filter: shape }), { filter: filter ?? {} }) as { filter: z.output<S> }).filter;
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    throw callerError('BAD_USER_INPUT', cause.message, { field: cause.field });
  }
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
