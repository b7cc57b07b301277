import { runOnce } from '@qifutong/platform/run';
import { config } from './config.ts';
import { LightRebuild } from './light/light-rebuild.service.ts';
import { LightService } from './light/light.service.ts';
import { inspection } from './service.ts';

await runOnce(inspection, config, (db, settings) =>
  new LightRebuild(db, new LightService(settings), settings).run({ mend: process.argv.includes('--mend') }),
);
