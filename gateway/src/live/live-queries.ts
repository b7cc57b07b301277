import type { ApolloServer } from '@apollo/server';
import { callerError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import type { Metrics } from '@qifutong/platform/metrics';
import { Listening, type Heard } from '@qifutong/messaging/listening';
import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../context.ts';
import { EventStream } from './event-stream.ts';
import { LiveFigures } from './live-figures.ts';
import { LiveQuery } from './live-query.ts';
import { lookOnce, type Request } from './look.ts';
import { Turns } from './turns.ts';

// of the gateway's one thread, what live queries may take from those who wait for an answer
const LOOKS_AT_ONCE = 16;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Surroundings {
  readonly config: GatewayConfig;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly verifier: TokenVerifier;
  readonly metrics: Metrics;
  readonly log: Logger;
}

const EXPIRED = JSON.stringify({
  errors: [{ message: 'the access token has expired', extensions: { code: 'UNAUTHENTICATED' } }],
});

/** Every query that is followed live at this gateway. */
export class LiveQueries {
  readonly #around: Surroundings;
  readonly #queries = new Map<LiveQuery, string>();
  readonly #turns = new Turns(LOOKS_AT_ONCE);
  readonly #figures: LiveFigures;
  readonly #bus: Listening | undefined;
  #beating: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(around: Surroundings) {
    this.#around = around;
    const { config, metrics, log } = around;
    this.#figures = new LiveFigures(metrics, {
      streams: () => this.#queries.size,
      busIsHeard: () => this.#bus?.connected === true,
    });
    const { NATS_URL: url } = config;
    const told = { heard: (event: Heard) => this.#heard(event), missed: () => this.#missed() };
    this.#bus = url ? new Listening({ url, name: 'gateway', log, ...told }) : undefined;
  }

  start(): void {
    const { LIVE_HEARTBEAT_MS: beatMs } = this.#around.config;
    this.#bus?.start();
    this.#beating = setInterval(() => {
      for (const query of this.#queries.keys()) query.beat(2 * beatMs);
    }, beatMs).unref();
  }

  /** Ends all, to be taken up again elsewhere; takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#beating);
    for (const query of [...this.#queries.keys()]) query.stop('stopped');
    await this.#bus?.stop();
  }

  /** @throws SERVICE_UNAVAILABLE, TOO_MANY_STREAMS */
  assertRoom({ viewer }: GatewayContext): void {
    const { LIVE_STREAMS: most, LIVE_STREAMS_EACH: mostEach } = this.#around.config;
    if (this.#closed || !this.#bus) throw callerError('SERVICE_UNAVAILABLE', 'nothing is followed live here now');
    const own = [...this.#queries.values()].filter((sub) => sub === viewer.sub).length;
    if (own >= mostEach) throw callerError('TOO_MANY_STREAMS', `you follow ${mostEach} queries already`);
    if (this.#queries.size >= most) throw callerError('TOO_MANY_STREAMS', `${most} queries are followed already`);
  }

  /** Follows a query until the client leaves, the token expires or the gateway stops. */
  follow(reply: FastifyReply, request: Request, identity: GatewayContext, expiresAt: Date): void {
    const { LIVE_EVERY_MS: everyMs, LIVE_LATER_MS: laterMs } = this.#around.config;
    const untilExpiredMs = Math.min(Math.max(0, expiresAt.getTime() - Date.now()), LONGEST_TIMER_MS);
    const expiry = setTimeout(() => query.stop('expired', EXPIRED), untilExpiredMs).unref();
    const query: LiveQuery = new LiveQuery({
      stream: new EventStream(reply),
      limits: { everyMs, laterMs },
      look: () => this.#turns.take(() => this.#look(query, request, identity)),
      looked: (outcome) => this.#figures.looked(outcome),
      ended: (reason) => {
        clearTimeout(expiry);
        this.#queries.delete(query);
        this.#figures.ended(reason);
      },
    });
    this.#queries.set(query, identity.viewer.sub);
    query.start();
  }

  /** Who asks is made sure of each time, as for any request. */
  async #look(query: LiveQuery, request: Request, { authorization }: GatewayContext) {
    const { verifier, apollo, log } = this.#around;
    try {
      const viewer = await verifier.verify(authorization);
      return await lookOnce(apollo, request, { viewer, authorization });
    } catch (cause) {
      if (cause instanceof GraphQLError) query.stop('expired', EXPIRED);
      else log.warn({ err: cause }, 'a live query could not be looked at');
      throw cause;
    }
  }

  #heard(event: Heard): void {
    for (const query of this.#queries.keys()) query.heard(event);
  }

  #missed(): void {
    for (const query of this.#queries.keys()) query.missed();
  }
}
