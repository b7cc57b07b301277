import {
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

const ofScalar: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  DateTime: '2020-02-14T00:00:00Z',
  Date: '2020-02-14',
};

function placeholder(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return ofScalar[(inner as { name: string }).name] ?? '0';
  return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, placeholder(field.type)]));
}

/** Variables that an operation accepts, when all that matters is that it is planned. */
export function placeholders(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): Record<string, unknown> {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ variable, type }) => {
      // graphql-js declares typeFromAST per kind of node
      const known = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      return known ? [[variable.name.value, placeholder(known)]] : [];
    }),
  );
}
