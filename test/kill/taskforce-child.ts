import type { ServiceConfig } from '@qifutong/platform/config';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createService, type Service } from '@qifutong/platform/service';

export interface Order {
  readonly config: ServiceConfig;
  readonly schema: string;
  readonly port: number;
  /** kills itself when it is about to send so many statements to the database; null: never */
  readonly dieAtStatement: number | null;
}

type Options = Parameters<Service['db']['source']['setOptions']>[0];

/** Counts every statement, wherever it stands in its transaction. */
function dieAt(service: Service, statement: number): void {
  let left = statement;
  const silent = () => undefined;
  const logQuery = () => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  const others = {
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  service.db.source.setOptions({ logger: { logQuery, ...others }, logging: ['query'] } as unknown as Options);
}

async function run({ config, schema, port, dieAtStatement }: Order): Promise<void> {
  const built = new URL('../../services/taskforce/dist/src/service.js', import.meta.url);
  const { taskforce } = (await import(built.href)) as { taskforce: ServiceDefinition };
  const service = await createService(taskforce, config, { schema });
  if (dieAtStatement !== null) dieAt(service, dieAtStatement);
  await service.start(port);
  process.send?.('ready');
}

process.once('message', (order: Order) => void run(order));
