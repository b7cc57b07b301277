import { setTimeout as sleep } from 'node:timers/promises';
import { issuerDir, ports } from '../runtime/environment.ts';
import { LOOPBACK } from '../runtime/ports.ts';
import { requestToken, type TokenWish } from '../runtime/issuer/request-token.ts';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

const tokens = new Map<string, Promise<string>>();

function tokenFor(wish: TokenWish): Promise<string> {
  const key = JSON.stringify(wish);
  const known = tokens.get(key) ?? requestToken(issuerDir(), wish);
  tokens.set(key, known);
  return known;
}

/** Somebody who uses the graph with an account of the embedded issuer. */
export function as(wish: TokenWish) {
  return async <T>(query: string, variables: object = {}): Promise<T> => {
    const answer = await fetch(`http://${LOOPBACK}:${ports().gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(wish)}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as Answer;
    if (errors || !data)
      throw new Error(`the graph answered ${errors?.map((error) => error.message).join('; ') ?? answer.status}`);
    return data as T;
  };
}

/**
 * The thing that a mutation answered.
 * @throws Error with code and message when it was refused
 */
export function accepted<T extends object>(union: T & { code?: string; message?: string }): T {
  if (union.code) throw new Error(`${union.code}: ${union.message}`);
  return union;
}

/** Asks again until the answer is there: what another service does follows within moments. */
export async function follow<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(50);
  }
  throw new Error(`${what} did not come about within 15 s`);
}
