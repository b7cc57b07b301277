import type { ApolloServerPlugin } from '@apollo/server';
import { callerError } from '@qifutong/platform/errors';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

export const LONGEST_QUERY_BYTES = 16_384;
export const DEEPEST_QUERY = 10;
/** fields of a query with its fragments written out: planning takes time by them, and 16 KB of fragments can stand for millions */
export const MOST_FIELDS = 1_000;

/** objects that a query can bring, each connection taken as full: what is asked within a hundred is asked a hundred times */
export const MOST_OBJECTS = 100_000;
const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;

/** How large a query is, its fragments written out. */
export interface QuerySize {
  /** fields within fields: a leaf at the root has depth 1 */
  readonly depth: number;
  readonly fields: number;
  readonly objects: number;
}

interface Document {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, QuerySize>;
  readonly variables: Readonly<Record<string, unknown>>;
}

function sizeOf(selections: readonly SelectionNode[], document: Document): QuerySize {
  const sizes = selections.map((selection) => sizeOfOne(selection, document));
  return {
    depth: Math.max(0, ...sizes.map((one) => one.depth)),
    fields: sizes.reduce((sum, one) => sum + one.fields, 0),
    objects: sizes.reduce((sum, one) => sum + one.objects, 0),
  };
}

/** How many a connection may bring; 1 for what is none. */
function most(field: FieldNode, variables: Document['variables']): number {
  const asked = field.arguments?.find((one) => one.name.value === 'first')?.value;
  if (asked?.kind === Kind.INT) return Math.min(Number(asked.value), MOST_FIRST);
  if (asked?.kind === Kind.VARIABLE) return Math.min(Number(variables[asked.name.value] ?? MOST_FIRST), MOST_FIRST);
  const within = field.selectionSet?.selections ?? [];
  const isConnection = within.some((one) => one.kind === Kind.FIELD && ['nodes', 'edges'].includes(one.name.value));
  return isConnection ? DEFAULT_FIRST : 1;
}

function sizeOfOne(selection: SelectionNode, document: Document): QuerySize {
  const { fragments, known, variables } = document;
  if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet.selections, document);
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const name = selection.name.value;
    const size = known.get(name) ?? sizeOf(fragments.get(name)?.selectionSet.selections ?? [], document);
    known.set(name, size);
    return size;
  }
  // introspection has its own limit in graphql-js
  if (selection.name.value.startsWith('__')) return { depth: 1, fields: 1, objects: 0 };
  const within = sizeOf(selection.selectionSet?.selections ?? [], document);
  const objects = selection.selectionSet ? most(selection, variables) * (1 + within.objects) : 0;
  return { depth: within.depth + 1, fields: within.fields + 1, objects };
}

/** @param document a valid one: a fragment that contains itself would never end */
export function querySize(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Document['variables'] = {},
): QuerySize {
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((one) => [one.name.value, one]));
  return sizeOf(operation.selectionSet.selections, { fragments, known: new Map(), variables });
}

function refuseTooLarge({ depth, fields, objects }: QuerySize): void {
  if (depth > DEEPEST_QUERY)
    throw callerError('QUERY_TOO_DEEP', `a query is at most ${DEEPEST_QUERY} fields deep; this one has ${depth}`);
  if (fields > MOST_FIELDS)
    throw callerError(
      'QUERY_TOO_LONG',
      `a query selects at most ${MOST_FIELDS} fields, fragments written out; this one ${fields}`,
    );
  if (objects > MOST_OBJECTS)
    throw callerError(
      'QUERY_TOO_BROAD',
      `a query can bring at most ${MOST_OBJECTS} objects; this one ${objects}: ask for fewer at once (first)`,
    );
}

/** Refuses a query that is too deep (QUERY_TOO_DEEP), too long with its fragments written out (QUERY_TOO_LONG) or too broad (QUERY_TOO_BROAD). */
export const limited: ApolloServerPlugin<object> = {
  async requestDidStart() {
    return Promise.resolve({
      async didResolveOperation({ document, operation, request }) {
        if (!operation)
          throw callerError(
            'OPERATION_RESOLUTION_FAILURE',
            'the document has no such operation, or several and none is named',
          );
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          throw callerError('OPERATION_RESOLUTION_FAILURE', 'the graph has no subscriptions');
        refuseTooLarge(querySize(document, operation, request.variables));
        return Promise.resolve();
      },
    });
  },
};
