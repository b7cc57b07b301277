import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { catalogue } from './catalogue.ts';
import { breakingChanges, schemaOf, type DataSchema } from './compatibility.ts';
import { defineEvent } from './define-event.ts';
import { instant } from './fields.ts';

const folder = join(import.meta.dirname, '../schemas');
const keptSchema = (type: string) => JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8')) as DataSchema;

describe('the events of this release', () => {
  it.each(catalogue.map((event) => [event.type, event] as const))(
    '%s breaks nothing that consumers rely on',
    (type, event) => {
      expect(breakingChanges(keptSchema(type), schemaOf(event))).toEqual([]);
    },
  );

  it.each(catalogue.map((event) => [event.type, event] as const))(
    '%s is kept as it is (else: npm run generate)',
    (type, event) => {
      expect(keptSchema(type)).toEqual(schemaOf(event));
    },
  );

  it('are all that are kept: an event that was once announced is not forgotten', () => {
    expect(readdirSync(folder).toSorted()).toEqual(catalogue.map(({ type }) => `${type}.json`).toSorted());
  });
});

function eventWith(data: z.ZodObject) {
  return schemaOf(
    defineEvent({ type: 'canary.bird.sang.v1', says: 'A canary sang.', aggregateId: () => 'canary', data }),
  );
}

describe('a change of an event', () => {
  const fields = { birdId: z.uuid(), song: z.string(), loudness: z.int().optional(), sangAt: instant };
  const kept = eventWith(z.object(fields));
  const { song: _, ...withoutSong } = fields;

  it.each([
    ['nothing', fields, []],
    ['a new optional field', { ...fields, key: z.string().optional() }, []],
    [
      'a new order of fields',
      { sangAt: fields.sangAt, loudness: fields.loudness, song: fields.song, birdId: fields.birdId },
      [],
    ],
    ['a removed field', withoutSong, ['song was removed']],
    ['a renamed field', { ...withoutSong, melody: z.string() }, ['song was removed', 'melody is newly required']],
    ['a new required field', { ...fields, key: z.string() }, ['key is newly required']],
    ['an optional field that becomes required', { ...fields, loudness: z.int() }, ['loudness is newly required']],
    [
      'a required field that becomes optional',
      { ...fields, song: z.string().optional() },
      ['song is no longer required'],
    ],
    ['another type', { ...fields, song: z.int() }, ['song has another form']],
    ['a field that may now be null', { ...fields, song: z.string().nullable() }, ['song has another form']],
    ['a narrower field', { ...fields, song: z.string().max(10) }, ['song has another form']],
    ['an instant that becomes a date', { ...fields, sangAt: z.iso.date() }, ['sangAt has another form']],
  ])('that is %s', (_title, changed: Record<string, z.ZodType>, faults) => {
    expect(breakingChanges(kept, eventWith(z.object(changed)))).toEqual(faults);
  });
});
