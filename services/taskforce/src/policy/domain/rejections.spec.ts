import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { workingCalendarRejections } from '../../clock/domain/rejections.ts';
import { slaPolicyRejections } from './rejections.ts';

async function enumOf(file: string, name: string): Promise<string[]> {
  const { definitions } = parse(await readFile(new URL(file, import.meta.url), 'utf8'));
  const found = definitions.find((type) => type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}

describe('the graph and the rules know the same "no"', () => {
  it.each([
    ['../policy.graphql', 'SlaPolicyRejectionCode', slaPolicyRejections],
    ['../../clock/calendar.graphql', 'WorkingCalendarRejectionCode', workingCalendarRejections],
  ])('%s: %s', async (file, name, known) => {
    expect(await enumOf(file, name)).toEqual(Object.keys(known));
  });
});
