import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { eventMap } from './event-map.ts';
import { eventSchemas } from './event-schemas.ts';
import { composeSupergraph } from './compose.ts';
import { taskStates } from './task-states.ts';
import { resolverTypes, services } from './resolver-types.ts';

interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Every file of the repository that is made from others. */
async function generateAll(): Promise<Generated[]> {
  const types = await Promise.all(
    services.map(async (name) => ({
      path: `services/${name}/src/generated/graphql.ts`,
      text: await resolverTypes(name),
    })),
  );
  return [
    ...types,
    ...eventSchemas(),
    { path: 'gateway/supergraph.graphql', text: await composeSupergraph() },
    { path: 'docs/event-map.md', text: eventMap() },
    { path: 'docs/task-states.md', text: await taskStates() },
  ];
}

async function isStale({ path, text }: Generated): Promise<boolean> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  return kept !== text;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const generated = await generateAll();
const stale = (await Promise.all(generated.map(async (one) => ((await isStale(one)) ? [one] : [])))).flat();
if (values.check) {
  for (const { path } of stale) console.error(`${path} is not what its sources give: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    await writeFile(path, text);
    console.log(`wrote ${path}`);
  }
}
