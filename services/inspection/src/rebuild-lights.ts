import { runOnce } from '@qifutong/platform/run';
import { config } from './config.ts';
import { rebuildOf } from './light/rebuild-of.ts';
import { inspection } from './service.ts';

const mend = process.argv.includes('--mend');

await runOnce(inspection, config, 'rebuild-lights', async (db, settings, log) => {
  const { lights, orders, approvals } = rebuildOf(db, settings);
  const { firms, entries, differing } = await lights.run({ mend });
  for (const creditCode of differing) log.warn({ creditCode }, 'not what the history says');
  log.info({ firms, entries, different: differing.length, mend }, 'lights made anew from their histories');
  const lacking = await orders.run({ mend });
  log.info({ inspections: lacking, mend }, 'failed inspections without a rectification order');
  const groundless = await approvals.run({ mend });
  log.info({ approvals: groundless, mend }, 'approvals that stand though their inspection on site was voided');
  return mend || (differing.length === 0 && lacking === 0 && groundless === 0);
});
