import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { buildASTSchema } from 'graphql';

export const services = ['intake', 'taskforce', 'inspection'] as const;
export type ServiceName = (typeof services)[number];

/** The SDL files of a subgraph, the platform's first. */
export async function sdlFiles(service: ServiceName): Promise<string[]> {
  const own = await Array.fromAsync(glob(`services/${service}/src/**/*.graphql`));
  return ['libs/platform/graphql/platform.graphql', ...own.sort()];
}

/** TypeScript types of a subgraph's inputs, arguments, enums and objects. */
export async function resolverTypes(service: ServiceName): Promise<string> {
  const texts = await Promise.all((await sdlFiles(service)).map((file) => readFile(file, 'utf8')));
  const schema = mergeTypeDefs(texts);
  return codegen({
    filename: `services/${service}/src/generated/graphql.ts`,
    documents: [],
    schema,
    schemaAst: buildASTSchema(schema, { assumeValidSDL: true }),
    config: {
      enumsAsTypes: true,
      immutableTypes: true,
      skipTypename: true,
      useTypeImports: true,
      defaultScalarType: 'unknown',
      strictScalars: true,
      scalars: { DateTime: 'Date', Date: 'string', Duration: 'string', ID: 'string' },
    },
    plugins: [{ add: {} }, { typescript: {} }],
    pluginMap: { add: { plugin: () => '// Made from the SDL by `npm run generate`; do not edit.\n' }, typescript },
  });
}
