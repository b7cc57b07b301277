import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { until } from './processes.ts';

export const LOOPBACK = '127.0.0.1';

const GRACE_MS = 500;

/** A loopback port that nobody listens on now. Another process may still take it first. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether anything accepts connections on this loopback port. */
export async function isTaken(port: number): Promise<boolean> {
  const socket = connect({ port, host: LOOPBACK });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Throws an Error that names the port and who wanted it when the port stays taken; a server that just ended may hold it for a moment. */
export async function requireFree(port: number, wantedBy: string): Promise<void> {
  if (!(await until(async () => !(await isTaken(port)), GRACE_MS))) {
    throw new Error(`port ${port}, wanted by ${wantedBy}, is in use by another program; stop that or set PORT_BASE`);
  }
}
