import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { PAGE_POLICY } from './security-headers.ts';

const WELCOME = `# Qifutong. Put an access token under Headers (npm run token -- OPERATOR),
# then press Ctrl-Enter.
query {
  viewer {
    name
    roles
  }
}
`;

/** `/`: a GraphiQL of one page that needs nothing from elsewhere. */
export function registerGraphiql(server: FastifyInstance): void {
  // 9 MB, so made for the first who asks
  let page: string | undefined;
  server.get('/', async (_request, reply) => {
    page ??= renderGraphiQL({
      title: 'Qifutong',
      endpoint: '/graphql',
      defaultQuery: WELCOME,
      headers: JSON.stringify({ Authorization: 'Bearer ' }),
      shouldPersistHeaders: false,
    });
    return reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page);
  });
}
