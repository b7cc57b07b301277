import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';

export interface Address {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const PATIENCE_MS = 60_000;

/** Many who follow server-sent events, each over a connection of its own. */
export class Followers {
  readonly #requests: ClientRequest[] = [];
  #round: { told: Map<number, number>; done: () => void; fail: (cause: Error) => void } | undefined;
  /** what one of them was told last */
  last = '';

  async open(addresses: readonly Address[]): Promise<void> {
    await Promise.all(addresses.map((address, i) => this.#follow(address, i)));
  }

  /**
   * Makes a change, and waits until each was told something.
   * @returns when each was told, in ms since the change was answered; before it where negative
   */
  async told(change: () => Promise<unknown>): Promise<number[]> {
    const told = new Map<number, number>();
    const all = new Promise<void>((done, fail) => {
      this.#round = { told, done, fail };
      setTimeout(() => fail(new TypeError(`${told.size} of ${this.#requests.length} were told`)), PATIENCE_MS).unref();
    });
    await change();
    const changed = performance.now();
    await all;
    return [...told.values()].map((at) => at - changed);
  }

  close(): void {
    for (const one of this.#requests) one.destroy();
  }

  async #follow({ url, headers, body }: Address, i: number): Promise<void> {
    const asked = request(url, { method: 'POST', headers, agent: false });
    this.#requests.push(asked);
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new TypeError(`${url} answers ${response.statusCode}`);
    asked.on('error', () => undefined);
    response.on('error', () => undefined);
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const events = (rest + text).split('\n\n');
      rest = events.pop()!;
      for (const event of events) if (event.startsWith('event: next')) this.#take(i, event);
    });
  }

  #take(i: number, event: string): void {
    this.last = event.slice(event.indexOf('data: ') + 'data: '.length);
    const { told, done, fail } = this.#round!;
    if (this.last.startsWith('{"errors"')) fail(new TypeError(this.last));
    if (!told.has(i)) told.set(i, performance.now());
    if (told.size === this.#requests.length) done();
  }
}
