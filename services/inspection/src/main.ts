import { run } from '@qifutong/platform/run';
import { config, portOffset } from './config.ts';
import { inspection } from './service.ts';

await run(inspection, config, portOffset);
