import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export interface TestIssuer {
  readonly url: string;
  readonly audience: string;
  readonly privateKey: CryptoKey;
  /** an access token of this issuer; `claims` replaces what is usual */
  token(claims: JWTPayload & { roles?: string[] }): Promise<string>;
  stop(): Promise<void>;
}

const AUDIENCE = 'qifutong';

/** An OpenID provider as far as a resource server sees one: discovery, keys, tokens. */
export async function testIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  let url = '';
  const server = createServer((request, response) => {
    const body = request.url === '/jwks' ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const token = (claims: JWTPayload) =>
    new SignJWT({
      sub: 'somebody',
      name: '某人',
      roles: [],
      iss: url,
      aud: AUDIENCE,
      exp: Math.floor(Date.now() / 1000) + 600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .sign(privateKey);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, audience: AUDIENCE, privateKey, token, stop };
}
