import type { ServiceConfig } from '@qifutong/platform/config';
import type { Replacements, ServiceDefinition } from '@qifutong/platform/definition';
import { createService } from '@qifutong/platform/service';
import { tallied } from './tallied.ts';

/** Where the process ends itself as `kill -9` would. */
export type Point = 'NOWHERE' | 'BEFORE_PUBLISH' | 'BEFORE_MARK' | 'BEFORE_ACKNOWLEDGEMENT';

export interface Order {
  readonly config: ServiceConfig;
  readonly schema: string;
  readonly port: number;
  readonly point: Point;
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const faults: Record<Point, Replacements> = {
  NOWHERE: {},
  BEFORE_PUBLISH: { publish: () => die },
  BEFORE_MARK: { publish: (publish) => async (rows) => publish(rows).then(die) },
  BEFORE_ACKNOWLEDGEMENT: { dispose: die },
};

async function run({ config, schema, port, point }: Order): Promise<void> {
  const built = new URL('../../services/intake/dist/src/on-one-thread.js', import.meta.url);
  const { intakeOnOneThread } = (await import(built.href)) as { intakeOnOneThread: ServiceDefinition };
  const service = await createService(tallied(intakeOnOneThread), config, { schema, ...faults[point] });
  await service.start(port);
  process.send?.('ready');
}

process.once('message', (order: Order) => void run(order));
