import { join } from 'node:path';
import { LOOPBACK } from './ports.ts';

/**
 * Who may connect: everybody with one token, or the accounts of a configuration text (`accounts { … }`, with nkeys).
 * The server knows no mixture: with accounts, the services too are users of an account that has JetStream.
 */
export type NatsAccess = { readonly token: string } | { readonly accounts: string };

export interface NatsPlan {
  readonly dir: string;
  readonly port: number;
  readonly monitorPort?: number | undefined;
  readonly access: NatsAccess;
}

/** The server's configuration file. It holds secrets. */
export function natsConfiguration({ dir, port, monitorPort, access }: NatsPlan): string {
  return [
    `listen: ${quote(`${LOOPBACK}:${port}`)}`,
    ...(monitorPort === undefined ? [] : [`http: ${quote(`${LOOPBACK}:${monitorPort}`)}`]),
    'server_name: "qifutong-embedded"',
    `pid_file: ${quote(natsPidFile(dir))}`,
    'token' in access ? `authorization { token: ${quote(access.token)} }` : access.accounts,
    `jetstream { store_dir: ${quote(dir)}, sync_interval: always }`,
    '',
  ].join('\n');
}

/** Where the server notes its process id. */
export function natsPidFile(dir: string): string {
  return join(dir, 'nats.pid');
}

function quote(text: string): string {
  return JSON.stringify(text);
}
