import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { mergeTypeDefs } from '@graphql-tools/merge';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { graphql, GraphQLError, parse, type DocumentNode } from 'graphql';
import { decodeJwt } from 'jose';

const platform = readFileSync(join(import.meta.dirname, '../../libs/platform/graphql/platform.graphql'), 'utf8');

export const intakeSdl = `
  extend type Query {
    firm(creditCode: ID!): Firm @allow(roles: [OPERATOR])
    issues(status: IssueStatus, since: DateTime): [Issue!]! @allow(roles: [OPERATOR])
    slow: String @allow(roles: [OPERATOR])
    broken: String @allow(roles: [OPERATOR])
    forbidden: String @allow(roles: [ADMIN])
  }
  extend type Mutation { submitReport(input: SubmitReportInput!): SubmitReportResult! @allow(roles: [OPERATOR]) }
  input SubmitReportInput { text: String! receivedAt: DateTime count: Int }
  union SubmitReportResult = Report | ReportRejection
  type Report { id: ID! text: String! }
  type ReportRejection { code: String! message: String! field: String }
  enum IssueStatus { OPEN SETTLED }
  type Issue @key(fields: "id") { id: ID! status: IssueStatus! firm: Firm }
  type Firm @key(fields: "creditCode") { creditCode: ID! name: String! issues: [Issue!]! @allow(roles: [OPERATOR]) }
`;
export const taskforceSdl = `
  extend type Query { task(id: ID!): Task @allow(roles: [OPERATOR]) tasks: [Task!]! @allow(roles: [OPERATOR]) }
  type Task @key(fields: "id") { id: ID! title: String! remaining: Duration firm: Firm }
  type Firm @key(fields: "creditCode") { creditCode: ID! tasks: [Task!] @allow(roles: [OPERATOR]) }
`;

function document(sdl: string): DocumentNode {
  return mergeTypeDefs([parse(platform), parse(sdl)], { throwOnConflict: true });
}

/** @throws when the parts do not compose */
export function supergraphOf(parts: Readonly<Record<string, string>>): string {
  const services = Object.entries(parts).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: document(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? []);
  return supergraphSdl;
}

export interface Heard {
  readonly headers: FastifyRequest['headers'];
  readonly query: string;
}

/** A service of a test: real HTTP, its answers given by `resolvers`. */
export async function startSubgraph(sdl: string, resolvers: object) {
  const schema = buildSubgraphSchema([{ typeDefs: document(sdl), resolvers: resolvers as never }]);
  const heard: Heard[] = [];
  let instead: ((reply: FastifyReply) => unknown) | undefined;
  const server = fastify({ forceCloseConnections: true, bodyLimit: 12_582_912 });
  server.get('/healthz', async () => Promise.resolve({ alive: true }));
  server.post<{ Body: { query: string; variables?: Record<string, unknown> } }>('/graphql', async (request, reply) => {
    const { query: source, variables: variableValues } = request.body;
    heard.push({ headers: request.headers, query: source });
    if (instead) return instead(reply);
    return graphql({ schema, source, variableValues, contextValue: request.headers });
  });
  const pages = new Map<string, object>();
  const asked: string[] = [];
  server.get('/*', async (request, reply) => {
    asked.push(request.url);
    if (instead) return instead(reply);
    return pages.get(request.url) ?? reply.status(404).send({});
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${(server.server.address() as { port: number }).port}/graphql`,
    heard,
    /** what it answers on routes of its own, and what was asked of them */
    pages,
    asked,
    /** answers every request otherwise, until it is told undefined */
    answerInstead: (otherwise?: (reply: FastifyReply) => unknown) => void (instead = otherwise),
    stop: () => server.close(),
  };
}

/** Lets a test hold a request in a service until it says so. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const reached = Promise.withResolvers<void>();
  return { open: () => resolve('done'), reached: reached.promise, pass: async () => (reached.resolve(), promise) };
}

const firm = { creditCode: 'F1', name: '甲公司', issues: () => [{ id: 'I1', status: 'OPEN', firm }] };

/** Resolvers of `intakeSdl`; `slow` waits for the gate. */
export const intakeResolvers = (slow: () => Promise<string>) => ({
  Query: {
    firm: (_: unknown, { creditCode }: { creditCode: string }) => (creditCode === 'F1' ? firm : null),
    issues: () => firm.issues(),
    slow,
    broken: () => {
      throw new GraphQLError('connection to 10.0.0.7 refused', {
        extensions: { code: 'INTERNAL_SERVER_ERROR', stack: 'secret' },
      });
    },
    forbidden: () => {
      throw new GraphQLError('Query.forbidden is not for OPERATOR', { extensions: { code: 'FORBIDDEN' } });
    },
  },
  Mutation: {
    submitReport: async (_: unknown, { input }: { input: { text: string } }) => {
      if (input.text === 'slow') await slow();
      if (input.text === '')
        return { __typename: 'ReportRejection', code: 'FIELD_REQUIRED', message: 'text is needed', field: 'text' };
      return { __typename: 'Report', id: 'R1', text: input.text };
    },
  },
  Firm: { __resolveReference: ({ creditCode }: { creditCode: string }) => (creditCode === 'F1' ? firm : null) },
});

/** What a test changes behind the gateway's back. */
export interface Told {
  /** of tasks, by id; `one` where nothing is said */
  readonly titles: Map<string, string>;
  /** roles that see no task */
  readonly blind: Set<string>;
}

function rolesOf({ authorization = '' }: FastifyRequest['headers']): string[] {
  return decodeJwt<{ roles: string[] }>(authorization.replace('Bearer ', '')).roles;
}

/** Resolvers of `taskforceSdl`; what is left of a task differs each time. */
export const taskforceResolvers = ({ titles, blind }: Told) => {
  const task = (id: string) => ({
    id,
    title: titles.get(id) ?? 'one',
    remaining: `PT${(performance.now() / 1000).toFixed(6)}S`,
    firm: { creditCode: id === 'T9' ? 'F9' : 'F1' },
  });
  return {
    Query: {
      task: (_: unknown, { id }: { id: string }, headers: FastifyRequest['headers']) =>
        rolesOf(headers).some((role) => blind.has(role)) ? null : task(id),
      tasks: () => [task('T1')],
    },
    Firm: { tasks: () => [task('T1')] },
  };
};
