import { runMigrations } from '@qifutong/platform/run';
import { config } from './config.ts';
import { inspection } from './service.ts';

await runMigrations(inspection, config);
