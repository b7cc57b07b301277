import type { Heard } from '@qifutong/messaging/listening';
import type { EventStream } from './event-stream.ts';
import type { Look } from './look.ts';
import { Pace, type PaceLimits } from './pace.ts';

export type Ended = 'left' | 'slow' | 'expired' | 'refused' | 'stopped';
export type Looked = 'sent' | 'same' | 'failed';

export interface LiveQueryOptions {
  readonly stream: EventStream;
  readonly limits: PaceLimits;
  /** @throws when it cannot be looked at now */
  readonly look: () => Promise<Look>;
  readonly looked: (outcome: Looked) => void;
  readonly ended: (why: Ended) => void;
}

/** One query that a client follows: looked at when something happened, told when it differs from what was told last. */
export class LiveQuery {
  readonly #options: LiveQueryOptions;
  readonly #pace: Pace;
  #last: Look | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;
  #over = false;

  constructor(options: LiveQueryOptions) {
    this.#options = options;
    this.#pace = new Pace(options.limits);
    options.stream.onClosed(() => this.#end('left'));
    options.stream.onDrained(() => this.#plan());
  }

  /** The first look. */
  start(): void {
    void this.#look(performance.now());
  }

  /** Something happened in the county. */
  heard({ service, words }: Heard): void {
    const now = performance.now();
    const { asked, shown, services } = this.#last ?? {};
    // who asks for everything is concerned by all that those say who answered
    const near = asked?.size === 0 && services?.has(service) === true;
    if (near || words.some((word) => asked?.has(word) || shown?.has(word))) this.#pace.concerned(now);
    else this.#pace.happened(now);
    this.#plan();
  }

  /** What happened may not have been heard. */
  missed(): void {
    this.#pace.concerned(performance.now());
    this.#plan();
  }

  /** A sign of life; a client that has taken nothing for so long is dropped. */
  beat(slowMs: number): void {
    const { stream } = this.#options;
    if (stream.fullSince !== null && performance.now() - stream.fullSince > slowMs) this.stop('slow');
    else stream.beat();
  }

  /** Ends it without a last word, but where it has expired: then asking again with the same token is no use. */
  stop(why: Ended, lastAnswer?: string): void {
    if (this.#over) return;
    const { stream } = this.#options;
    if (lastAnswer !== undefined) stream.next(lastAnswer);
    this.#end(why);
    if (why === 'slow') stream.drop();
    else if (why === 'stopped') stream.end();
    else stream.complete();
  }

  #end(why: Ended): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#options.ended(why);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const { next } = this.#pace;
    // one look at a time, and none for a client that has not taken the last
    if (this.#over || this.#looking || next === null || this.#options.stream.fullSince !== null) return;
    this.#timer = setTimeout(() => void this.#look(next), Math.max(0, Math.ceil(next - performance.now())));
  }

  async #look(planned: number): Promise<void> {
    this.#looking = true;
    // a timer may be a fraction of a millisecond early
    this.#pace.look(Math.max(planned, performance.now()));
    try {
      this.#tell(await this.#options.look());
    } catch {
      this.#options.looked('failed');
      this.#pace.happened(performance.now());
    }
    this.#looking = false;
    this.#plan();
  }

  #tell(look: Look): void {
    if (this.#over) return;
    const same = this.#last?.significant === look.significant;
    this.#last = look;
    this.#options.looked(same ? 'same' : 'sent');
    if (look.refused) this.stop('refused', look.answer);
    else if (!same) this.#options.stream.next(look.answer);
  }
}
