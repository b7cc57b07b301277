import { existsSync, readFileSync } from 'node:fs';
import { LOOPBACK } from '../ports.ts';
import type { Wish } from './choose-account.ts';
import { clientSecretFile, COMMAND_LINE_CLIENT, DEMONSTRATION_GRANT, whereaboutsFile } from './whereabouts.ts';

const NOT_RUNNING = 'the embedded issuer is not running: npm start first';

export interface TokenWish extends Wish {
  /** Seconds to live; negative: expired already. Default: the issuer's. */
  readonly expiresIn?: number | undefined;
}

/** Asks the issuer of `dir` for an access token. Throws an Error with a sentence for people when it is refused. */
export async function requestToken(dir: string, wish: TokenWish): Promise<string> {
  if (!existsSync(whereaboutsFile(dir))) throw new Error(NOT_RUNNING);
  const { port } = JSON.parse(readFileSync(whereaboutsFile(dir), 'utf8')) as { port: number };
  const secret = readFileSync(clientSecretFile(dir), 'utf8');
  const response = await fetch(`http://${LOOPBACK}:${port}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${COMMAND_LINE_CLIENT}:${secret}`)}` },
    body: formOf(wish),
  }).catch((cause: unknown) => {
    throw new Error(NOT_RUNNING, { cause });
  });
  const answer = (await response.json()) as { access_token?: string; error?: string; error_description?: string };
  if (answer.access_token !== undefined) return answer.access_token;
  throw new Error(answer.error_description ?? answer.error ?? `the issuer answered ${response.status}`);
}

function formOf({ role, taskForce, firm, town, as, expiresIn }: TokenWish): URLSearchParams {
  const fields = { role, task_force: taskForce, firm, town, as, expires_in: expiresIn?.toString() };
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams([['grant_type', DEMONSTRATION_GRANT], ...given]);
}
