import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { callerError } from './errors.ts';
import { isRole, type Viewer } from './viewer.ts';

export interface IdentityOptions {
  readonly issuer: string;
  readonly audience: string;
}

const CLOCK_TOLERANCE_S = 5;
// a key that its provider withdraws is believed no longer than this
const REMEMBERED_MS = 60_000;

const discovery = z.object({ jwks_uri: z.url() });

/** The provider's fault, not of who asks. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

function unreachable(cause: unknown): never {
  throw new IssuerUnreachable('the issuer cannot be asked for its keys', { cause });
}

/** What a token can have asked for that the provider does not publish. */
function isOfToken(cause: unknown): boolean {
  return cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys;
}

/** The provider's published keys: any failure but that it has no such key is its own. */
function publishedKeys(uri: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(uri), { timeoutDuration: 3_000 });
  return (header, token) =>
    keys(header, token).catch((cause: unknown) => (isOfToken(cause) ? Promise.reject(cause) : unreachable(cause)));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function viewerOf(claims: JWTPayload): Viewer {
  const roles = Array.isArray(claims['roles']) ? claims['roles'].filter(isRole) : [];
  if (!claims.sub) throw callerError('UNAUTHENTICATED', 'the access token names nobody (sub)');
  return {
    sub: claims.sub,
    name: text(claims['name']) ?? claims.sub,
    roles,
    taskForce: text(claims['task_force']),
    firm: text(claims['firm']),
    town: text(claims['town']),
  };
}

/** Verifies access tokens of one OpenID provider against its published keys. */
export class TokenVerifier {
  readonly #options: IdentityOptions;
  // a signature costs 60 µs, and the gateway and up to three services check the same token for one query
  readonly #verified = new LRUCache<string, Viewer>({ max: 10_000 });
  #keys: JWTVerifyGetKey | undefined;

  constructor(options: IdentityOptions) {
    this.#options = options;
  }

  /** Where the provider publishes its keys, found by OpenID Connect Discovery. */
  async #discover(): Promise<JWTVerifyGetKey> {
    const issuer = this.#options.issuer.replace(/\/$/, '');
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3_000) });
    const { jwks_uri: uri } = discovery.parse(await response.json());
    return publishedKeys(uri);
  }

  /** @throws IssuerUnreachable */
  async ready(): Promise<void> {
    this.#keys ??= await this.#discover().catch(unreachable);
  }

  /**
   * @param authorization the header, `Bearer <token>`
   * @throws UNAUTHENTICATED when it is missing, malformed, expired, of another issuer or audience, or signed otherwise than RS256 or ES256
   * @throws IssuerUnreachable
   */
  async verify(authorization: string | undefined): Promise<Viewer> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw callerError('UNAUTHENTICATED', 'an access token is needed: Authorization: Bearer …');
    return this.#verified.get(token) ?? this.#checked(token);
  }

  /**
   * When a token that was accepted ceases to be, by its own word.
   * @param authorization as `verify` accepted it
   */
  expiryOf(authorization: string): Date {
    return new Date((decodeJwt(authorization.slice('Bearer '.length)).exp! + CLOCK_TOLERANCE_S) * 1000);
  }

  async #checked(token: string): Promise<Viewer> {
    await this.ready();
    const { issuer, audience } = this.#options;
    try {
      const { payload } = await jwtVerify(token, this.#keys!, {
        issuer,
        audience,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp'],
      });
      const viewer = viewerOf(payload);
      const restMs = Math.min((payload.exp! + CLOCK_TOLERANCE_S) * 1000 - Date.now(), REMEMBERED_MS);
      if (restMs > 0) this.#verified.set(token, viewer, { ttl: restMs });
      return viewer;
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) throw callerError('UNAUTHENTICATED', 'the access token has expired');
      if (cause instanceof errors.JOSEError)
        throw callerError('UNAUTHENTICATED', `the access token is not accepted (${cause.code})`);
      throw cause;
    }
  }
}
