import type { ApolloServerPlugin } from '@apollo/server';
import { callerError } from '@qifutong/platform/errors';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

export const LONGEST_QUERY_BYTES = 16_384;
export const DEEPEST_QUERY = 10;
/** fields of a query with its fragments written out: planning takes time by them, and 16 KB of fragments can stand for millions */
export const MOST_FIELDS = 1_000;

/** How large a query is, its fragments written out. */
export interface QuerySize {
  /** fields within fields: a leaf at the root has depth 1 */
  readonly depth: number;
  readonly fields: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function sizeOf(selections: readonly SelectionNode[], fragments: Fragments, known: Map<string, QuerySize>): QuerySize {
  const sizes = selections.map((selection) => sizeOfOne(selection, fragments, known));
  return {
    depth: Math.max(0, ...sizes.map((one) => one.depth)),
    fields: sizes.reduce((sum, one) => sum + one.fields, 0),
  };
}

function sizeOfOne(selection: SelectionNode, fragments: Fragments, known: Map<string, QuerySize>): QuerySize {
  if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet.selections, fragments, known);
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const name = selection.name.value;
    const size = known.get(name) ?? sizeOf(fragments.get(name)?.selectionSet.selections ?? [], fragments, known);
    known.set(name, size);
    return size;
  }
  // introspection has its own limit in graphql-js
  if (selection.name.value.startsWith('__')) return { depth: 1, fields: 1 };
  const within = sizeOf(selection.selectionSet?.selections ?? [], fragments, known);
  return { depth: within.depth + 1, fields: within.fields + 1 };
}

/** @param document a valid one: a fragment that contains itself would never end */
export function querySize(document: DocumentNode, operation: OperationDefinitionNode): QuerySize {
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((one) => [one.name.value, one]));
  return sizeOf(operation.selectionSet.selections, fragments, new Map());
}

/** Refuses a query that is too deep (QUERY_TOO_DEEP), or too long with its fragments written out (QUERY_TOO_LONG). */
export const limited: ApolloServerPlugin<object> = {
  async requestDidStart() {
    return Promise.resolve({
      async didResolveOperation({ document, operation }) {
        if (!operation)
          throw callerError(
            'OPERATION_RESOLUTION_FAILURE',
            'the document has no such operation, or several and none is named',
          );
        const { depth, fields } = querySize(document, operation);
        if (depth > DEEPEST_QUERY)
          throw callerError('QUERY_TOO_DEEP', `a query is at most ${DEEPEST_QUERY} fields deep; this one has ${depth}`);
        if (fields > MOST_FIELDS)
          throw callerError(
            'QUERY_TOO_LONG',
            `a query selects at most ${MOST_FIELDS} fields, fragments written out; this one ${fields}`,
          );
        return Promise.resolve();
      },
    });
  },
};
