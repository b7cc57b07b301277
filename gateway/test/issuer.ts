import fastify from 'fastify';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export const AUDIENCE = 'qifutong';

interface Otherwise {
  readonly audience?: string;
  readonly expiresAt?: number;
  readonly issuer?: string;
}

/** An OpenID provider of a test: discovery, keys and tokens. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const server = fastify({ forceCloseConnections: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server.get('/jwks', async () => Promise.resolve({ keys: [jwk] }));
  server.get('/.well-known/openid-configuration', async () =>
    Promise.resolve({ issuer: url(), jwks_uri: `${url()}/jwks` }),
  );
  await server.listen({ port: 0, host: '127.0.0.1' });
  function url(): string {
    return `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  }
  const signed = (claims: JWTPayload, other: Otherwise) =>
    new SignJWT(claims)
      .setSubject('op-1')
      .setIssuer(other.issuer ?? url())
      .setAudience(other.audience ?? AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(other.expiresAt ?? Math.floor(Date.now() / 1000) + 600);
  return {
    url: url(),
    token: async (claims: JWTPayload = { roles: ['OPERATOR'] }, other: Otherwise = {}) =>
      signed(claims, other).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey),
    /** the well-known confusion: the public key as if it were a secret */
    hs256Token: async () =>
      signed({ roles: ['ADMIN'] }, {})
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(new TextEncoder().encode(await exportSPKI(publicKey))),
    unsignedToken: () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const exp = Math.floor(Date.now() / 1000) + 600;
      return `${part({ alg: 'none' })}.${part({ iss: url(), aud: AUDIENCE, sub: 'op-1', roles: ['ADMIN'], exp })}.`;
    },
    stop: () => server.close(),
  };
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
