import { createServer, type ServerResponse } from 'node:http';

/** Where server-sent events are told to all who listen, and nothing else is done. */
export interface BareOrder {
  readonly port: number;
}

function run({ port }: BareOrder): void {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      listeners.add(response);
      return;
    }
    let payload = '';
    request.setEncoding('utf8').on('data', (text: string) => (payload += text));
    request.on('end', () => {
      for (const one of listeners) one.write(`event: next\ndata: ${payload}\n\n`);
      response.writeHead(204).end();
    });
  });
  server.listen(port, '127.0.0.1', () => process.send?.('ready'));
}

process.once('message', run);
