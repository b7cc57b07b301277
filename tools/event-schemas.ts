import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@qifutong/contracts/catalogue';
import { breakingChanges, schemaOf, type DataSchema } from '@qifutong/contracts/compatibility';
import { repositoryRoot } from './runtime/environment.ts';

/**
 * The JSON Schema of every event, for `libs/contracts/schemas`.
 * Throws an Error that lists the faults when an event breaks the one kept there: a break needs a `.v2` beside the old event.
 */
export function eventSchemas(): { readonly path: string; readonly text: string }[] {
  const made = catalogue.map((event) => {
    const path = `libs/contracts/schemas/${event.type}.json`;
    const schema = schemaOf(event);
    return {
      path,
      text: `${JSON.stringify(schema, null, 2)}\n`,
      faults: faultsOf(path, schema).map((fault) => `${event.type}: ${fault}`),
    };
  });
  const faults = made.flatMap((one) => one.faults);
  if (faults.length > 0)
    throw new Error(`events may only be added to; give it a new version beside the old one:\n${faults.join('\n')}`);
  return made.map(({ path, text }) => ({ path, text }));
}

function faultsOf(path: string, schema: DataSchema): string[] {
  const file = join(repositoryRoot, path);
  return existsSync(file) ? breakingChanges(JSON.parse(readFileSync(file, 'utf8')) as DataSchema, schema) : [];
}
