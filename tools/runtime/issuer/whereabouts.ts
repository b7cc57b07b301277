import { join } from 'node:path';

/** The public client of browsers and native front-ends: authorization code with PKCE. */
export const CONSOLE_CLIENT = 'qifutong-console';

/** The confidential client of `npm run token`. */
export const COMMAND_LINE_CLIENT = 'qifutong-command-line';

/** The grant by which the command line gets a token for any demonstration person. */
export const DEMONSTRATION_GRANT = 'urn:qifutong:params:oauth:grant-type:demonstration';

/** Where a running issuer is found by the command line; absent while none runs. */
export function whereaboutsFile(dir: string): string {
  return join(dir, 'issuer.json');
}

/** The secret of the command line's client, made by the issuer. */
export function clientSecretFile(dir: string): string {
  return join(dir, 'command-line.secret');
}
