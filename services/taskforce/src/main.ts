import { run } from '@qifutong/platform/run';
import { config, portOffset } from './config.ts';
import { taskforce } from './service.ts';

await run(taskforce, config, portOffset);
