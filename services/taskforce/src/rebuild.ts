import { runOnce } from '@qifutong/platform/run';
import { centreClockCaches, taskCaches } from './caches.ts';
import { CountyTimeService } from './clock/county-time.service.ts';
import { Rebuild } from './clock/rebuild.service.ts';
import { databaseConfig } from './config.ts';
import { taskforce } from './service.ts';

const mend = process.argv.includes('--mend');

await runOnce(taskforce, databaseConfig, 'rebuild-deadlines', async (db, settings, log) => {
  const time = new CountyTimeService(settings, db);
  const tasks = await new Rebuild(db, time, taskCaches).run(mend, (task) =>
    log.warn({ task }, 'not what the clocks say'),
  );
  const centre = await new Rebuild(db, time, centreClockCaches).run(mend, (centreClock) =>
    log.warn({ centreClock }, 'not what the clock says'),
  );
  log.info({ tasks, centre, mend }, 'deadlines made anew from their histories');
  return mend || tasks.different + centre.different === 0;
});
