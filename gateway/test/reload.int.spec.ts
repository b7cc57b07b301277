import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { eventually } from '@qifutong/testkit/eventually';
import { stockGraph, type LoadGraph } from '../src/executor.ts';
import { gate, intakeSdl, supergraphOf, taskforceSdl } from './subgraphs.ts';
import { codes, startWorld, type World } from './world.ts';

const QUERY =
  'query ($code: ID!, $at: DateTime!) { firm(creditCode: $code) { name tasks { title } } issues(since: $at) { id } }';
const variables = { code: 'F1', at: '2020-02-14T08:00:00Z' };
const withMore = supergraphOf({
  intake: intakeSdl.replace('slow:', 'more: String @allow(roles: [OPERATOR]) slow:'),
  taskforce: taskforceSdl,
});
const withLess = supergraphOf({ intake: intakeSdl });

const planned: string[] = [];
/** The stock executor, which also tells what it planned before anybody asked. */
const telling: LoadGraph = async (sdl, sourceOf, log) => {
  const graph = await stockGraph(sdl, sourceOf, log);
  return {
    ...graph,
    plan: (operation) => graph.plan(operation).then(() => void planned.push(print(operation.document))),
  };
};

describe('a supergraph is replaced', () => {
  let world: World;
  beforeEach(async () => void (world = await startWorld({}, { load: telling })));
  afterEach(() => world.stop());

  const isServed = async (field: string) => codes(await world.ask(`{ ${field} }`)).length === 0;

  it('a good one serves from then on', async () => {
    expect(await isServed('more')).toBe(false);
    await writeFile(world.file, withMore);
    await world.gateway.reload();
    world.intake.answerInstead((reply) => reply.send({ data: { more: 'yes' } }));
    expect((await world.ask('{ more }')).body).toEqual({ data: { more: 'yes' } });
  });

  it('a changed file is noticed', async () => {
    await writeFile(world.file, withLess);
    const refused = await eventually(
      async () => codes(await world.ask('{ task(id: "T1") { title } }')),
      (said) => said.length > 0,
    );
    expect(refused).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it.each([
    ['no GraphQL', 'type Query {'],
    ['no supergraph', 'type Query { a: String }'],
    ['an empty file', ''],
    ['a supergraph with a service that the gateway does not know', supergraphOf({ elsewhere: intakeSdl })],
    [
      'a supergraph with a directive that is not enforced',
      withMore.replace(
        '@link(url: "https://specs.apollo.dev/link/v1.0")',
        '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)',
      ),
    ],
  ])('%s is refused, logged and counted, and the one before serves on', async (_, sdl) => {
    await writeFile(world.file, sdl);
    await world.gateway.reload();
    expect(world.ear.said('supergraph refused; the one before it serves on').at(-1)).toMatchObject({ level: 50 });
    expect((await world.ask(QUERY, variables)).body.data).toMatchObject({ firm: { name: '甲公司' } });
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain('qft_supergraph_refused{service="gateway"} 1');
    await writeFile(world.file, withMore);
    await world.gateway.reload();
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain('qft_supergraph_refused{service="gateway"} 0');
  });

  it('what was asked before is planned before it serves, without asking a service', async () => {
    await world.ask(QUERY, variables);
    await world.ask('{ task(id: "T1") { title } }');
    const heard = world.intake.heard.length + world.taskforce.heard.length;
    planned.length = 0;
    await writeFile(world.file, withMore);
    await world.gateway.reload();
    expect(planned).toEqual([QUERY, '{ task(id: "T1") { title } }'].map((text) => print(parse(text))).reverse());
    expect(world.intake.heard.length + world.taskforce.heard.length).toBe(heard);
    expect((await world.ask(QUERY, variables)).body.data).toMatchObject({ firm: { tasks: [{ title: 'one' }] } });
  });

  it('a request in hand ends as it began', async () => {
    world.held.gate = gate();
    const begun = world.ask('{ slow }');
    await world.held.gate.reached;
    await writeFile(world.file, withLess);
    await world.gateway.reload();
    world.held.gate.open();
    expect((await begun).body).toEqual({ data: { slow: 'done' } });
  });
});
