import { connect, type NatsConnection } from '@nats-io/transport-node';

const OLDEST_SERVER = [2, 14] as const;

/** True when a nats-server of that version knows atomic batches and recovers consumers behind a rebuilt stream. */
export function isSupportedServer(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1]);
}

/**
 * Connects to NATS and checks the server's version. It reconnects by itself for ever; requests time out after 5 s.
 * @param url `nats://token@host:port`; several servers separated by commas
 * @throws TypeError when the server is older than 2.14
 */
export async function connectNats(url: string, name: string): Promise<NatsConnection> {
  const servers = url.split(',').map((one) => new URL(one));
  const token = servers[0]?.username ? decodeURIComponent(servers[0].username) : undefined;
  const connection = await connect({
    servers: servers.map((one) => one.host),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    timeout: 5_000,
    ...(token === undefined ? {} : { token }),
  });
  const version = connection.info?.version ?? '0';
  if (!isSupportedServer(version)) {
    await connection.close();
    throw new TypeError(`nats-server ${version} is too old: at least 2.14 is needed`);
  }
  return connection;
}
