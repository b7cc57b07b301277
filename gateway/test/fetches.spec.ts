import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { stockGraph, type Request, type Source } from '../src/executor.ts';
import { listening } from './world.ts';

const supergraph = readFileSync(join(import.meta.dirname, '../supergraph.graphql'), 'utf8');

/** Which services are asked for a query of the product's graph, when each answers what it is told to. */
async function askedFor(text: string, answers: Readonly<Record<string, object>>): Promise<string[]> {
  const asked: string[] = [];
  const sourceOf = (name: string): Source => ({
    process: () => {
      asked.push(name);
      return Promise.resolve({ data: answers[name] ?? {} });
    },
  });
  const { execute, schema } = await stockGraph(supergraph, sourceOf, listening().log);
  const asking = {
    request: { variables: {} },
    document: parse(text),
    queryHash: text,
    schema,
    context: {},
    metrics: {},
  };
  await execute(asking as unknown as Request);
  return asked;
}

describe('the fetches of a query', () => {
  it("a member's whole view takes one more than who the viewer is", async () => {
    const work =
      'taskForce { name } counts { mine urged } mine { nodes { id remaining } } urgingNotices { nodes { number } }';
    const viewer = { __typename: 'Viewer', sub: 'testing-2', name: '某人' };
    expect(await askedFor(`{ viewer { name work { ${work} } } }`, { intake: { viewer } })).toEqual([
      'intake',
      'taskforce',
    ]);
    expect(await askedFor('{ viewer { name } }', { intake: { viewer } })).toEqual(['intake']);
  });

  it('the board takes one', async () => {
    expect(await askedFor('{ taskBoard { taskForce { name } overdue tasks { nodes { id remaining } } } }', {})).toEqual(
      ['taskforce'],
    );
  });
});
