import {
  getNamedType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

const PASSES = 'Duration';

/** The keys of an answer whose values change by the mere passing of time: lengths of time, and never anything else. */
export function passingKeys(document: DocumentNode, schema: GraphQLSchema): Set<string> {
  const passing = new Set<string>();
  const other = new Set<string>();
  const info = new TypeInfo(schema);
  const enter = (field: FieldNode) => {
    const type = info.getType();
    const keys = type && getNamedType(type).name === PASSES ? passing : other;
    keys.add((field.alias ?? field.name).value);
  };
  visit(document, visitWithTypeInfo(info, { [Kind.FIELD]: { enter } }));
  return new Set([...passing].filter((key) => !other.has(key)));
}

/** What of an answer counts when two are compared. */
export function significant(answer: unknown, passing: ReadonlySet<string>): string {
  return JSON.stringify(answer, (key, value: unknown) => (passing.has(key) ? undefined : value));
}
