import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@qifutong/contracts/catalogue';
import { schemaOf } from '@qifutong/contracts/compatibility';
import type { EventDefinition } from '@qifutong/contracts/define-event';
import { repositoryRoot } from './runtime/environment.ts';

/** As much of the JSON Schema of a field as is told. */
interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
}

const HEAD = `# Event map

Made by \`npm run generate\` from \`libs/contracts\` and the handlers (\`on-*.handler.ts\`) of the services; do not edit.

An event is a [CloudEvent](https://cloudevents.io) 1.0 in structured JSON, on the stream of the service that announces it, under the subject
\`county.<service>.<entity>.<event>.v<major>.<department>.p<00-15>\`. The department is the domain of the issue or task in
lower case, or \`none\`; \`p\` is the partition of the aggregate (libs/contracts/src/subject.ts). JSON Schemas: libs/contracts/schemas.
`;

/** The module of an event below libs/contracts/src: `intake.issue.written-off.v1` is in `intake/issue-written-off`. */
export function moduleOf(type: string): string {
  const [service, entity, event] = type.split('.');
  return `${service}/${entity}-${event}`;
}

/** Who hears what: event modules to services, read from the imports of the handlers. */
function listeners(): Map<string, string[]> {
  const heard = new Map<string, Set<string>>();
  for (const file of globSync('services/*/src/**/on-*.handler.ts', { cwd: repositoryRoot }).toSorted()) {
    const service = file.split(/[\\/]/)[1] ?? '';
    const source = readFileSync(join(repositoryRoot, file), 'utf8');
    for (const [, name = ''] of source.matchAll(/from '@qifutong\/contracts\/([a-z]+\/[a-z0-9-]+)'/g)) {
      heard.set(name, (heard.get(name) ?? new Set()).add(service));
    }
  }
  return new Map([...heard].map(([name, services]) => [name, [...services].toSorted()]));
}

function kindOf(field: FieldSchema): string {
  if (field.anyOf) return field.anyOf.map(kindOf).join(' or ');
  if (field.enum) return field.enum.join(' \\| ');
  if (field.items) return `list of ${kindOf(field.items)}`;
  if (field.format === 'date-time') return 'instant';
  if (field.format) return field.format;
  return field.type === 'string' ? 'text' : (field.type ?? 'anything');
}

function fieldsOf(event: EventDefinition): string {
  const { properties, required = [] } = schemaOf(event);
  return Object.entries(properties)
    .map(
      ([name, field]) =>
        `| \`${name}\` | ${kindOf(field as FieldSchema)} | ${required.includes(name) ? '' : 'optional'} |`,
    )
    .join('\n');
}

function chapter(event: EventDefinition, hearers: readonly string[]): string {
  return `## ${event.type}

${event.says}

- subject: \`county.${event.type}.*.*\`
- announced by: ${event.service}
- heard by: ${hearers.join(', ') || 'nobody in this repository'}

| field | type | |
|---|---|---|
${fieldsOf(event)}
`;
}

function overview(events: readonly EventDefinition[], heard: Map<string, string[]>): string {
  const rows = events.map(
    ({ type, service, says }) =>
      `| \`${type}\` | ${service} | ${heard.get(moduleOf(type))?.join(', ') ?? '–'} | ${says} |`,
  );
  return `| event | announced by | heard by | what it says |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function flow(events: readonly EventDefinition[], heard: Map<string, string[]>): string {
  const services = [
    ...new Set(events.flatMap(({ type, service }) => [service, ...(heard.get(moduleOf(type)) ?? [])])),
  ].toSorted();
  const lines = events.flatMap(({ type, service }, i) => [
    `  e${i}(["${type.split('.').slice(1).join('.')}"])`,
    `  ${service} --> e${i}`,
    ...(heard.get(moduleOf(type)) ?? []).map((hearer) => `  e${i} --> ${hearer}`),
  ]);
  return [
    '```mermaid',
    'flowchart LR',
    ...services.map((service) => `  ${service}[${service}]`),
    ...lines,
    '```',
    '',
  ].join('\n');
}

/** The text of docs/event-map.md: every event, who announces it and who hears it. */
export function eventMap(): string {
  const heard = listeners();
  const events = [...catalogue].toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const chapters = events.map((event) => chapter(event, heard.get(moduleOf(event.type)) ?? []));
  return [HEAD, flow(events, heard), overview(events, heard), ...chapters].join('\n');
}
