import { runMigrations } from '@qifutong/platform/run';
import { config } from './config.ts';
import { taskforce } from './service.ts';

await runMigrations(taskforce, config);
