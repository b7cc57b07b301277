import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import type { JWK } from 'oidc-provider';
import { LOOPBACK, requireFree } from '../ports.ts';
import { secretFile } from '../secrets.ts';
import type { Account } from './accounts.ts';
import { configuration } from './configuration.ts';
import type { IssuerSecrets } from './configuration.ts';
import { registerDemonstrationGrant } from './demonstration-grant.ts';
import { addLoginPage } from './login-page.ts';
import { SIGNED_WITH } from './resource-server.ts';
import { clientSecretFile, whereaboutsFile } from './whereabouts.ts';

export interface IssuerOptions {
  /** Where the signing key, the client's secret and the whereabouts for the command line are kept. */
  readonly dir: string;
  readonly port: number;
  /** Issuer identifier when it is not `http://127.0.0.1:<port>`. */
  readonly issuerUrl?: string;
  readonly audience: string;
  readonly accounts: readonly Account[];
  /** How long access tokens live unless asked otherwise. Default 8 hours. */
  readonly tokenLifeS?: number;
  readonly log: (line: string) => void;
}

export interface RunningIssuer {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

const EIGHT_HOURS_S = 8 * 3600;

/** Starts the embedded OpenID provider on a loopback port. Throws an Error when the port is taken. */
export async function startIssuer(options: IssuerOptions): Promise<RunningIssuer> {
  const { dir, port, audience, accounts, log, tokenLifeS = EIGHT_HOURS_S } = options;
  const issuer = options.issuerUrl ?? `http://${LOOPBACK}:${port}`;
  await requireFree(port, 'the embedded issuer');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const provider = new Provider(issuer, configuration(accounts, audience, tokenLifeS, await readSecrets(dir)));
  registerDemonstrationGrant(provider, accounts, audience, tokenLifeS);
  addLoginPage(provider, accounts);
  provider.on('server_error', (_ctx, error) => log(`issuer: ${error.stack ?? error.message}`));
  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response)).listen(port, LOOPBACK);
  await once(server, 'listening');
  await writeFile(whereaboutsFile(dir), JSON.stringify({ issuer, port, pid: process.pid }));
  const close = async () => {
    await rm(whereaboutsFile(dir), { force: true });
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { issuer, close };
}

async function readSecrets(dir: string): Promise<IssuerSecrets> {
  return {
    signingKey: JSON.parse(await secretFile(join(dir, 'signing-key.json'), makeSigningKey)) as JWK,
    cookieKey: await secretFile(join(dir, 'cookie.key')),
    clientSecret: await secretFile(clientSecretFile(dir)),
  };
}

async function makeSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(SIGNED_WITH, { extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg: SIGNED_WITH, use: 'sig' });
}
