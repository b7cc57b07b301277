import type { ResourceServer } from 'oidc-provider';

/** How the gateway is named in requests for tokens (RFC 8707 wants a URI, which an audience need not be). */
export const RESOURCE = 'urn:qifutong:gateway';

export const SIGNED_WITH = 'ES256';

/** What the gateway's access tokens are like: signed JWTs for one audience. */
export function resourceServer(audience: string, lifeS?: number): ResourceServer {
  return {
    scope: '',
    audience,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: SIGNED_WITH } },
    ...(lifeS === undefined ? {} : { accessTokenTTL: lifeS }),
  };
}
