import { beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import type { Execute, LoadedGraph, Request } from '../src/executor.ts';
import { KnownOperations } from '../src/known-operations.ts';
import { Supergraph } from '../src/supergraph.ts';
import { listening } from './world.ts';

/** A graph that answers with its own name; `faulty` cannot be loaded. */
async function load(name: string): Promise<LoadedGraph> {
  await new Promise(setImmediate);
  if (name === 'faulty') throw new TypeError('faulty');
  const schema = buildSchema('type Query { a: String }');
  const execute: Execute = async () => Promise.resolve({ data: { a: name } });
  return { schema, supergraphSdl: name, execute, plan: async () => Promise.resolve() };
}

const asked = (schema: LoadedGraph['schema']) =>
  ({ schema, queryHash: 'h', document: parse('{ a }'), request: {} }) as unknown as Request;

describe('the supergraph in service', () => {
  let supergraph: Supergraph;
  let announced: LoadedGraph['schema'][];
  beforeEach(() => {
    announced = [];
    const noSource = () => ({ process: async () => Promise.resolve({}) });
    supergraph = new Supergraph(load, noSource, listening().log);
    supergraph.onSchemaLoadOrUpdate(({ apiSchema }) => announced.push(apiSchema));
  });

  it('a request is executed by the graph that it was validated against', async () => {
    await supergraph.update('one');
    const { executor } = await supergraph.load();
    const [one] = announced;
    await supergraph.update('two');
    const two = announced.at(-1);
    expect(await executor(asked(one!))).toEqual({ data: { a: 'one' } });
    expect(await executor(asked(two!))).toEqual({ data: { a: 'two' } });
  });

  it('of several at once the last stays, and a faulty one between them changes nothing', async () => {
    const outcomes = await Promise.allSettled(['one', 'faulty', 'two'].map((name) => supergraph.update(name)));
    expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const { executor } = await supergraph.load();
    expect(await executor(asked(announced.at(-1)!))).toEqual({ data: { a: 'two' } });
    expect(supergraph.refused).toBe(false);
  });

  it('is not ready before one is loaded', async () => {
    await expect(supergraph.ready()).rejects.toThrow('no supergraph is loaded');
    await supergraph.update('one');
    await expect(supergraph.ready()).resolves.toBeUndefined();
  });
});

describe('known operations', () => {
  it('keeps the last asked, each once, and plans the last first', async () => {
    const known = new KnownOperations(2);
    for (const name of ['A', 'B', 'A', 'C']) known.note({ queryHash: name, document: parse(`query ${name} { a }`) });
    const planned: string[] = [];
    const count = await known.replay(buildSchema('type Query { a: String }'), async ({ queryHash }) =>
      Promise.resolve(void planned.push(queryHash)),
    );
    expect([count, planned]).toEqual([2, ['C', 'A']]);
  });

  it('passes over what the schema no longer allows', async () => {
    const known = new KnownOperations();
    known.note({ queryHash: 'h', document: parse('{ gone }') });
    expect(await known.replay(buildSchema('type Query { a: String }'), async () => Promise.resolve())).toBe(0);
  });
});
