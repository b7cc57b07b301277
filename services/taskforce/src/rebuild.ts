import { runOnce } from '@qifutong/platform/run';
import { centreCaches, taskCaches } from './caches.ts';
import { CountyTimeService } from './clock/county-time.service.ts';
import { Rebuild } from './clock/rebuild.service.ts';
import { config } from './config.ts';
import { taskforce } from './service.ts';

const mend = process.argv.includes('--mend');

await runOnce(taskforce, config, async (db, settings, log) => {
  const time = new CountyTimeService(settings, db);
  const tell = (of: string) => (row: object) => log.warn({ of, ...row }, 'not what its clocks say');
  const tasks = await new Rebuild(db, time, taskCaches).run(mend, tell('task'));
  const centre = await new Rebuild(db, time, centreCaches).run(mend, tell('centre_clock'));
  log.info({ tasks, centre, mend }, 'deadlines made anew from their histories');
  return mend || tasks.different + centre.different === 0;
});
