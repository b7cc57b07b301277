import { runOnce } from '@qifutong/platform/run';
import { taskCaches } from './caches.ts';
import { CountyTimeService } from './clock/county-time.service.ts';
import { Rebuild } from './clock/rebuild.service.ts';
import { config } from './config.ts';
import { taskforce } from './service.ts';

const mend = process.argv.includes('--mend');

await runOnce(taskforce, config, async (db, settings, log) => {
  const tasks = new Rebuild(db, new CountyTimeService(settings, db), taskCaches);
  const outcome = await tasks.run(mend, (task) => log.warn({ task }, 'not what the clocks say'));
  log.info({ ...outcome, mend }, 'deadlines made anew from their histories');
  return mend || outcome.different === 0;
});
