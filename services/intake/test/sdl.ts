import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type ConstDirectiveNode, type DefinitionNode, type FieldDefinitionNode } from 'graphql';

const directory = join(import.meta.dirname, '../src');

/** Everything that the service's own SDL defines. */
export const definitions: readonly DefinitionNode[] = globSync('**/*.graphql', { cwd: directory }).flatMap(
  (file) => parse(readFileSync(join(directory, file), 'utf8')).definitions,
);

/** The values of an enum, in the order of the SDL. */
export function enumOf(name: string): string[] {
  const found = definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}

/** The fields of a type, also of its extensions. */
export function fieldsOf(type: string): FieldDefinitionNode[] {
  const kinds: string[] = [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION];
  return definitions.flatMap((one) =>
    'fields' in one && kinds.includes(one.kind) && one.name.value === type
      ? ([...(one.fields ?? [])] as FieldDefinitionNode[])
      : [],
  );
}

/** The roles that `@allow` names on a field; undefined without it. */
export function allowedBy(field: FieldDefinitionNode): string[] | undefined {
  const allow: ConstDirectiveNode | undefined = field.directives?.find((one) => one.name.value === 'allow');
  const roles = allow?.arguments?.find((one) => one.name.value === 'roles')?.value;
  return roles?.kind === Kind.LIST ? roles.values.map((one) => (one.kind === Kind.ENUM ? one.value : '')) : undefined;
}
