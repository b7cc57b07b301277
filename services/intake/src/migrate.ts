import { runMigrations } from '@qifutong/platform/run';
import { config } from './config.ts';
import { intake } from './service.ts';

await runMigrations(intake, config);
