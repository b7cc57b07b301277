import { gatewayHeaders, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import { GATEWAY_HEADER } from '@qifutong/platform/gateway-only';

interface Posted {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks with headers of its own; as nobody when there is no asker. */
export async function postAs<T>(
  booted: Booted,
  asker: Asker | null,
  { query, variables = {}, headers = {} }: Posted,
): Promise<Answer<T>> {
  const own = asker ? await gatewayHeaders(booted.issuer, asker) : { [GATEWAY_HEADER]: booted.config.GATEWAY_TOKEN };
  const answer = await booted.service.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...own, ...headers },
    payload: { query, variables },
  });
  return { status: answer.statusCode, ...answer.json<Omit<Answer<T>, 'status'>>() };
}
