import { z } from 'zod';
import type { EventDefinition } from './define-event.ts';

/** The part of JSON Schema (2020-12) that our events use. */
export interface DataSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The JSON Schema of an event's data as it is on the wire; `description` is what the event says. */
export function schemaOf(event: EventDefinition): DataSchema {
  // the pattern of a known format is the schema library's own, and another one in its next release
  const schema = z.toJSONSchema(event.data, {
    io: 'input',
    override: ({ jsonSchema }) => void (jsonSchema.format && delete jsonSchema.pattern),
  });
  return { $id: event.type, description: event.says, ...schema } as unknown as DataSchema;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What a change of an event breaks within its major version. Consumers of the last release read what this one announces, and this
 * one reads what was announced before: a field may be added, optional, and nothing else.
 * @returns one sentence per fault, none when the change is additive
 */
export function breakingChanges(kept: DataSchema, now: DataSchema): string[] {
  const required = (schema: DataSchema, name: string) => schema.required?.includes(name) ?? false;
  const faultOf = (name: string): string | undefined => {
    if (!(name in now.properties)) return `${name} was removed`;
    if (!required(kept, name) && required(now, name)) return `${name} is newly required`;
    if (required(kept, name) && !required(now, name)) return `${name} is no longer required`;
    if (name in kept.properties && !same(kept.properties[name], now.properties[name]))
      return `${name} has another form`;
    return undefined;
  };
  const names = new Set([...Object.keys(kept.properties), ...Object.keys(now.properties)]);
  return [...names].map(faultOf).filter((fault) => fault !== undefined);
}
