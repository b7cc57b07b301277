import type { DynamicModule, Type } from '@nestjs/common';
import type { ConsumerOptions } from '@qifutong/messaging/consumer';
import type { Handler } from '@qifutong/messaging/handler';
import type { Publish } from '@qifutong/messaging/publish';
import type { Clock, Database } from '@qifutong/persistence/database';
import type { Entries } from '@qifutong/persistence/enter';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { EntitySchema } from 'typeorm';
import type { Hearing } from './hearing.ts';
import type { Metrics } from './metrics.ts';
import type { Recurring } from './schedule.ts';
import type { Viewer } from './viewer.ts';

/** What a route beside the graph is told. */
export interface HttpTools {
  readonly get: <T>(type: Type<T>) => T;
  /** @throws NOT_THE_GATEWAY, UNAUTHENTICATED, SERVICE_UNAVAILABLE */
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
}

/** Adds routes beside the graph: what does not fit into it, such as files. */
export type HttpRoutes = (server: FastifyInstance, tools: HttpTools) => Promise<void>;

/** What one service is: the rest is the same for all. */
export interface ServiceDefinition {
  readonly name: string;
  readonly tables: EntitySchema[];
  readonly migrations: (new () => object)[];
  /** glob of its SDL */
  readonly sdl: string;
  readonly module: DynamicModule | Type;
  /** the handlers of what it hears, by the service that announces it */
  readonly hears: Readonly<Record<string, readonly Type<Handler>[]>>;
  /** what is said of changes that no other event tells of */
  readonly entries: Entries;
  readonly schedule?: (get: <T>(type: Type<T>) => T, hearing: Hearing) => readonly Recurring[];
  readonly http?: HttpRoutes;
  readonly figures?: (metrics: Metrics, db: Database) => void;
}

/** What a test puts in the place of the real thing. */
export interface Replacements {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly schema?: string;
  readonly publish?: (publish: Publish) => Publish;
  readonly dispose?: ConsumerOptions['dispose'];
}
