import { run } from '@qifutong/platform/run';
import { config, portOffset } from './config.ts';
import { intake } from './service.ts';

await run(intake, config, portOffset);
