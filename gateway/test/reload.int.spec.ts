import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryPlanner } from '@apollo/query-planner';
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

describe('a supergraph is replaced', () => {
  let world: World;
  beforeEach(async () => void (world = await startWorld()));
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
    const deadline = Date.now() + 10_000;
    while (
      !codes(await world.ask('{ task(id: "T1") { title } }')).includes('GRAPHQL_VALIDATION_FAILED') &&
      Date.now() < deadline
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(codes(await world.ask('{ task(id: "T1") { title } }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
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
    const planned = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
    await writeFile(world.file, withMore);
    await world.gateway.reload();
    expect(planned).toHaveBeenCalledTimes(2);
    expect(world.intake.heard.length + world.taskforce.heard.length).toBe(heard);
    expect((await world.ask(QUERY, variables)).body.data).toMatchObject({ firm: { tasks: [{ title: 'one' }] } });
    expect(planned).toHaveBeenCalledTimes(2);
    planned.mockRestore();
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
