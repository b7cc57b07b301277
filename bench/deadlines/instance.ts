import { join } from 'node:path';
import type { ServiceConfig } from '@qifutong/platform/config';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createLog } from '@qifutong/platform/logging';
import { createService } from '@qifutong/platform/service';
import { repositoryRoot } from '../../tools/runtime/environment.ts';

/** One instance of the service in a process of its own, as in operation; or without its jobs. */
export interface InstanceOrder {
  readonly config: ServiceConfig;
  readonly port: number;
  readonly scans: boolean;
}

async function run({ config, port, scans }: InstanceOrder): Promise<void> {
  const built = join(repositoryRoot, 'services/taskforce/dist/src/service.js');
  const { taskforce } = (await import(built)) as { taskforce: ServiceDefinition };
  const definition = scans ? taskforce : { ...taskforce, schedule: () => [] };
  const service = await createService(definition, config, { log: createLog('bench', 'silent') });
  await service.start(port);
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.send?.('ready');
}

process.once('message', (order: InstanceOrder) => void run(order));
