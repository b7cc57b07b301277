import type { Viewer } from '@qifutong/platform/viewer';
import {
  getNamedType,
  GraphQLID,
  isInputObjectType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

// what names one thing only, whoever says it: a UUID, a credit code
const NAME = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJ-NP-RT-UW-Y]{18})$/;

function idsOf(value: unknown, type: GraphQLInputType | undefined): string[] {
  if (value === null || value === undefined || !type) return [];
  if (Array.isArray(value)) return value.flatMap((one) => idsOf(one, type));
  const named = getNamedType(type);
  if (named === GraphQLID) return typeof value === 'string' || typeof value === 'number' ? [`${value}`] : [];
  if (!isInputObjectType(named) || typeof value !== 'object') return [];
  const fields = named.getFields();
  return Object.entries(value).flatMap(([name, one]) => idsOf(one, fields[name]?.type));
}

function writtenIds(document: DocumentNode, schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const info = new TypeInfo(schema);
  const take = ({ value }: { value: string }) => {
    const type = info.getInputType();
    if (type && getNamedType(type) === GraphQLID) found.push(value);
  };
  visit(document, visitWithTypeInfo(info, { [Kind.STRING]: take, [Kind.INT]: take }));
  return found;
}

function givenIds(document: DocumentNode, schema: GraphQLSchema, variables: Variables): string[] {
  const definitions = document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : [],
  );
  return definitions.flatMap(({ variable, type }) =>
    // graphql-js declares typeFromAST per kind of node
    idsOf(variables[variable.name.value], typeFromAST(schema, type as never) as GraphQLInputType | undefined),
  );
}

/** The ids and codes that a query asks by, and those of who asks: what names one of them concerns it. */
export function askedWords(
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Variables,
  viewer: Pick<Viewer, 'taskForce' | 'firm'>,
): Set<string> {
  const own = [viewer.taskForce, viewer.firm].filter((one) => one !== null);
  return new Set([...writtenIds(document, schema), ...givenIds(document, schema, variables), ...own]);
}

/** The UUIDs and credit codes in an answer. */
export function shownNames(data: unknown, found = new Set<string>()): Set<string> {
  if (typeof data === 'string' && NAME.test(data)) found.add(data);
  else if (typeof data === 'object' && data !== null) for (const one of Object.values(data)) shownNames(one, found);
  return found;
}
