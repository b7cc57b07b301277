import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { runMutation } from '@qifutong/persistence/caller';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.ts';

type Field = GraphQLFieldConfig<unknown, RequestContext>;

/** Makes known which mutation runs while it runs, all of them: the trail names it where no event tells what it did. */
export function nameMutations(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.MUTATION_ROOT_FIELD](config, mutation) {
      const { resolve = defaultFieldResolver, ...rest } = config as Field;
      const field: Field = {
        ...rest,
        extensions: { ...rest.extensions, entered: true },
        resolve: (...asked) => runMutation(mutation, () => resolve(...asked)),
      };
      return field as typeof config;
    },
  });
}
