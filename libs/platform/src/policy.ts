import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { callerError } from './errors.ts';
import type { RequestContext } from './request-context.ts';
import { hasRole, type Role } from './viewer.ts';

type Field = GraphQLFieldConfig<unknown, RequestContext>;

/** The roles that `@allow(roles: …)` names on a field; undefined without the directive. */
export function allowedRoles(schema: GraphQLSchema, field: Field): readonly Role[] | undefined {
  return getDirective(schema, field, 'allow')?.[0]?.['roles'] as readonly Role[] | undefined;
}

function guarded(field: Field, fieldName: string, allowed: readonly Role[]): Field {
  const changes = fieldName.startsWith('Mutation.');
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    resolve(source, args, context, info) {
      if (!hasRole(context.viewer, ...allowed))
        throw callerError('FORBIDDEN', `${fieldName} is not for ${context.viewer.roles.join(', ') || 'you'}`);
      // what was looked up before a change is not what is there after it
      if (changes) context.forget();
      return resolve(source, args, context, info);
    },
  };
}

/**
 * Makes every field that carries `@allow` refuse who is not named there.
 * @throws TypeError at boot when a field of Query or Mutation carries none
 */
export function enforcePolicy(schema: GraphQLSchema): GraphQLSchema {
  const open: string[] = [];
  const enforced = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD](config, fieldName, typeName) {
      const allowed = allowedRoles(schema, config as Field);
      if (allowed) return guarded(config as Field, `${typeName}.${fieldName}`, allowed) as typeof config;
      if ((typeName === 'Query' || typeName === 'Mutation') && !fieldName.startsWith('_'))
        open.push(`${typeName}.${fieldName}`);
      return config;
    },
  });
  if (open.length > 0) throw new TypeError(`no policy (@allow) on ${open.join(', ')}`);
  return enforced;
}
