import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import { GraphQLError } from 'graphql';
import { exportSPKI, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { IssuerUnreachable, TokenVerifier } from './identity.ts';

const now = () => Math.floor(Date.now() / 1000);

let issuer: TestIssuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  issuer = await testIssuer();
  verifier = new TokenVerifier({ issuer: issuer.url, audience: issuer.audience });
});
afterAll(() => issuer.stop());

function claims() {
  return { sub: 'operator-1', roles: ['OPERATOR'], iss: issuer.url, aud: issuer.audience, exp: now() + 600 };
}

async function refusal(header: string | undefined, by = verifier): Promise<unknown> {
  return by.verify(header).then(
    (viewer) => viewer,
    (cause: unknown) => (cause instanceof GraphQLError ? [cause.extensions['code'], cause.message] : cause),
  );
}

function unsigned(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(payload)}.`;
}

/** What an attacker has who takes the published key for a shared secret. */
async function signedWithThePublicKey(): Promise<string> {
  const { keys } = (await (await fetch(`${issuer.url}/jwks`)).json()) as { keys: JWK[] };
  const pem = await exportSPKI((await importJWK(keys[0]!, 'ES256')) as CryptoKey);
  return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'test' }).sign(Buffer.from(pem));
}

async function signedByAnother(kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
}

describe('an access token', () => {
  it('says who asks', async () => {
    const token = await issuer.token({
      sub: 'lead-1',
      name: '组长甲',
      roles: ['TASKFORCE_LEAD'],
      task_force: 'LABOUR',
      town: '330226101',
    });
    expect(await verifier.verify(`Bearer ${token}`)).toEqual({
      sub: 'lead-1',
      name: '组长甲',
      roles: ['TASKFORCE_LEAD'],
      taskForce: 'LABOUR',
      firm: null,
      town: '330226101',
    });
  });

  it('gives only roles that there are, and the subject for a missing name', async () => {
    const token = await issuer.token({
      sub: 'x',
      name: '',
      roles: ['OPERATOR', 'MAYOR', 7 as never],
      firm: 42,
    });
    expect(await verifier.verify(`bearer ${token}`)).toEqual({
      sub: 'x',
      name: 'x',
      roles: ['OPERATOR'],
      taskForce: null,
      firm: null,
      town: null,
    });
  });

  it('is valid up to a few seconds after its end, for clocks that differ', async () => {
    const token = await issuer.token({ sub: 'x', exp: now() - 2 });
    expect(await refusal(`Bearer ${token}`)).toMatchObject({ sub: 'x' });
  });

  const NEEDED = 'an access token is needed: Authorization: Bearer …';
  const refused = (code: string) => `the access token is not accepted (${code})`;

  it.each([
    ['missing', () => undefined, NEEDED],
    ['empty', () => '', NEEDED],
    ['of another scheme', () => 'Basic b3BlcmF0b3I6c2VjcmV0', NEEDED],
    ['garbage', () => 'Bearer garbage', NEEDED],
    ['garbage in three parts', () => 'Bearer gar.ba.ge', refused('ERR_JWS_INVALID')],
    ['expired', async () => `Bearer ${await issuer.token({ exp: now() - 60 })}`, 'the access token has expired'],
    [
      'for another audience',
      async () => `Bearer ${await issuer.token({ aud: 'another' })}`,
      refused('ERR_JWT_CLAIM_VALIDATION_FAILED'),
    ],
    [
      'of another issuer',
      async () => `Bearer ${await issuer.token({ iss: 'https://issuer.example' })}`,
      refused('ERR_JWT_CLAIM_VALIDATION_FAILED'),
    ],
    [
      'without an end',
      async () => `Bearer ${await issuer.token({ exp: undefined as never })}`,
      refused('ERR_JWT_CLAIM_VALIDATION_FAILED'),
    ],
    [
      'not yet valid',
      async () => `Bearer ${await issuer.token({ nbf: now() + 60 })}`,
      refused('ERR_JWT_CLAIM_VALIDATION_FAILED'),
    ],
    ['of nobody', async () => `Bearer ${await issuer.token({ sub: '' })}`, 'the access token names nobody (sub)'],
    ['unsigned (alg: none)', () => `Bearer ${unsigned(claims())}`, refused('ERR_JOSE_ALG_NOT_ALLOWED')],
    [
      'signed with the public key (HS256)',
      async () => `Bearer ${await signedWithThePublicKey()}`,
      refused('ERR_JOSE_ALG_NOT_ALLOWED'),
    ],
    [
      'signed by another key under the same name',
      async () => `Bearer ${await signedByAnother('test')}`,
      refused('ERR_JWS_SIGNATURE_VERIFICATION_FAILED'),
    ],
    [
      'signed by a key that nobody published',
      async () => `Bearer ${await signedByAnother('other')}`,
      refused('ERR_JWKS_NO_MATCHING_KEY'),
    ],
  ])('that is %s is refused', async (_title, header, message) => {
    expect(await refusal(await header())).toEqual(['UNAUTHENTICATED', message]);
  });

  it('with a changed payload is refused, also after the true one was accepted', async () => {
    const token = await issuer.token({ sub: 'x', roles: ['OPERATOR'] });
    await verifier.verify(`Bearer ${token}`);
    const [head, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims(), roles: ['ADMIN'] })).toString('base64url');
    expect(await refusal(`Bearer ${head}.${forged}.${signature}`)).toEqual([
      'UNAUTHENTICATED',
      refused('ERR_JWS_SIGNATURE_VERIFICATION_FAILED'),
    ]);
  });
});

describe('a provider that is away', () => {
  const AWAY = new IssuerUnreachable('the issuer cannot be asked for its keys');

  it('is not the fault of who asks', async () => {
    const gone = await testIssuer();
    const token = await gone.token({ sub: 'x' });
    const late = new TokenVerifier({ issuer: gone.url, audience: gone.audience });
    await gone.stop();
    await expect(late.ready()).rejects.toThrow(IssuerUnreachable);
    expect(await refusal(`Bearer ${token}`, late)).toEqual(AWAY);
  });

  it('between discovery and the look-up of its keys is not the fault of who asks either', async () => {
    const gone = await testIssuer();
    const token = await gone.token({ sub: 'x' });
    const known = new TokenVerifier({ issuer: gone.url, audience: gone.audience });
    await known.ready();
    await gone.stop();
    expect(await refusal(`Bearer ${token}`, known)).toEqual(AWAY);
  });

  it('whose keys cannot be read is not the fault of who asks either', async () => {
    const server = createServer((request, response) => {
      const url = `http://${request.headers.host}`;
      if (request.url === '/jwks') response.writeHead(500).end();
      else
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ issuer: url, jwks_uri: `${url}/jwks` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const broken = new TokenVerifier({ issuer: `http://127.0.0.1:${port}`, audience: 'qifutong' });
    const said = await refusal(`Bearer ${await issuer.token({ sub: 'x' })}`, broken);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(said).toEqual(AWAY);
  });
});
