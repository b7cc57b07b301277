import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
  readonly port: number;
  /** when somebody tried to come in, in milliseconds */
  readonly attempts: readonly number[];
  /** how many pieces of an answer came through so far */
  answers(): number;
  /** cuts whoever is through, and turns everybody away from now on */
  shut(): void;
  close(): Promise<void>;
}

/** A TCP way to a real server, which can be shut. */
export async function gateTo(target: URL): Promise<Gate> {
  const attempts: number[] = [];
  const sockets = new Set<Socket>();
  let open = true;
  let answers = 0;
  const server = createServer((incoming) => {
    attempts.push(performance.now());
    if (!open) return void incoming.destroy();
    const outgoing = connect(Number(target.port), target.hostname);
    for (const socket of [incoming, outgoing]) sockets.add(socket.on('error', () => undefined));
    outgoing.on('data', () => (answers += 1));
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const shut = () => {
    open = false;
    for (const socket of sockets) socket.destroy();
  };
  const close = async () => {
    shut();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as { port: number }).port, attempts, answers: () => answers, shut, close };
}
