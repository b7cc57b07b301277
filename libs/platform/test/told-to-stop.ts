import { untilToldToStop } from '../src/lifecycle.ts';
import { createLog } from '../src/logging.ts';

const [how] = process.argv.slice(2);
const stops: Record<string, () => Promise<void>> = {
  cleanly: () => Promise.resolve(),
  'in vain': () => Promise.reject(new TypeError('no connection')),
  never: () => new Promise(() => undefined),
};

const log = createLog('spec', 'info');
untilToldToStop(stops[how ?? '']!, log);
setInterval(() => undefined, 60_000);
log.info('ready');
