import type { DynamicModule, Type } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { Logger } from 'pino';
import type { ServiceConfig } from './config.ts';
import { CONFIG, LOG } from './tokens.ts';

interface Options {
  readonly config: ServiceConfig;
  readonly log: Logger;
  readonly db: Database;
  readonly imports: readonly (DynamicModule | Type)[];
}

class PlatformModule {}
class RootModule {}

/** Gives every module of a service its configuration, log and database. */
export function rootModule({ config, log, db, imports }: Options): DynamicModule {
  const platform: DynamicModule = {
    module: PlatformModule,
    global: true,
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: Database, useValue: db },
    ],
    exports: [CONFIG, LOG, Database],
  };
  return { module: RootModule, imports: [platform, ...imports] };
}
