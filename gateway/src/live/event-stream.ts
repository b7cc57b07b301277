import type { FastifyReply } from 'fastify';

/** One client's server-sent events, as graphql-sse's distinct connections have them: `next`, `complete`, and comments between. */
export class EventStream {
  readonly #raw: FastifyReply['raw'];
  #fullSince: number | null = null;

  /** Takes the reply over. */
  constructor(reply: FastifyReply) {
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    this.#raw = reply.raw;
    // a proxy that gathers answers would keep what is live
    const ours = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
    this.#raw.writeHead(200, { ...headers, ...ours });
    this.#raw.flushHeaders();
  }

  next(answer: string): void {
    this.#write(`event: next\ndata: ${answer}\n\n`);
  }

  /** The last word: there will be no more, and asking again is no use. */
  complete(): void {
    this.#write('event: complete\ndata: {}\n\n');
    this.end();
  }

  beat(): void {
    this.#write(': \n\n');
  }

  /** Ends without the last word: the client is to ask again. */
  end(): void {
    this.#raw.end();
  }

  /** Does not wait for what the client has not taken. */
  drop(): void {
    this.#raw.destroy();
  }

  onClosed(then: () => void): void {
    this.#raw.once('close', then);
  }

  onDrained(then: () => void): void {
    this.#raw.on('drain', () => {
      this.#fullSince = null;
      then();
    });
  }

  /** since when the client has not taken what it was sent, in the process's milliseconds; null when it has */
  get fullSince(): number | null {
    return this.#fullSince;
  }

  #write(text: string): void {
    if (this.#raw.writableEnded || this.#raw.destroyed) return;
    if (!this.#raw.write(text)) this.#fullSince ??= performance.now();
  }
}
