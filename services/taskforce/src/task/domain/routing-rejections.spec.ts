import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { routingRejections } from './routing-rejections.ts';

async function enumOf(name: string): Promise<string[]> {
  const { definitions } = parse(await readFile(new URL('../routing.graphql', import.meta.url), 'utf8'));
  const found = definitions.find((type) => type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}

describe('the graph and the rules know the same', () => {
  it.each([['RoutingRejectionCode', Object.keys(routingRejections)]])('%s', async (name, known) => {
    expect(await enumOf(name)).toEqual(known);
  });
});
