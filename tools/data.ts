import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportClosure } from './data/export-closure.ts';
import { importReportsFile, summaryOf } from './data/import-reports-file.ts';
import { reportSender } from './data/gateway.ts';
import { as } from './demo/graph.ts';
import { callersFolder, issuerDir, ports, runtimeDir } from './runtime/environment.ts';
import { requestToken } from './runtime/issuer/request-token.ts';
import { LOOPBACK } from './runtime/ports.ts';

const USAGE = `usage: npm run data -- import reports FILE.jsonl [--concurrency N]
       npm run data -- export closure YYYY-MM-DD FILE.csv|FILE.html

  import reports   submits every line of a file of reports through the gateway, in the file's order.
                   Lines that are known already are not registered again, so a run can be repeated.
    --concurrency  how many may be on their way at once, 1 (default) to 64; above 1 the running
                   numbers follow the file's order only roughly
  export closure   writes a day's account: as the page to print, or as its lines with, in FILE.carried.csv,
                   every issue that is carried over

exit code 0: all taken; 1: some lines were refused; 2: not done, or not to its end`;
const MOST_AT_ONCE = 64;

interface Order {
  readonly file: string;
  readonly concurrency: number;
}

/** What is asked for, or undefined for help. Throws an Error with the usage when it is not understood. */
function readOrder(args: string[]): Order | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { concurrency: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return undefined;
  const [verb, noun, file, ...more] = positionals;
  if (verb !== 'import' || noun !== 'reports' || file === undefined || more.length > 0) throw new Error(USAGE);
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MOST_AT_ONCE) {
    throw new Error(`--concurrency must be a whole number from 1 to ${MOST_AT_ONCE}, not "${values.concurrency}"`);
  }
  // npm runs scripts in the repository's root, wherever the command was given.
  return { file: resolve(callersFolder(), file), concurrency };
}

async function run({ file, concurrency }: Order): Promise<number> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const outcome = await importReportsFile({
    file,
    concurrency,
    send: reportSender({
      url: `http://${LOOPBACK}:${ports().gateway}/graphql`,
      obtainToken: () => requestToken(issuerDir(), { role: 'OPERATOR' }),
    }),
    summaryDir: join(runtimeDir(), 'imports'),
    now: new Date(),
    signal: interrupted.signal,
    output: process.stderr,
  });
  console.log(`${summaryOf(outcome)}\nsummary: ${outcome.summaryFile}`);
  if (outcome.stopped) return 2;
  if (outcome.accepted + outcome.refused === 0) throw new Error(`${file} holds no reports`);
  return outcome.refused > 0 ? 1 : 0;
}

/** `export closure DAY FILE`; false when something else is asked for. */
async function exported([verb, noun, day, file]: readonly string[]): Promise<boolean> {
  if (verb !== 'export' || noun !== 'closure' || day === undefined || file === undefined) return false;
  const written = await exportClosure(as({ role: 'COMMANDER' }), day, resolve(callersFolder(), file));
  console.log(written.join('\n'));
  return true;
}

async function importAsked(): Promise<void> {
  const order = readOrder(process.argv.slice(2));
  if (order) process.exitCode = await run(order);
  else console.log(USAGE);
}

try {
  if (!(await exported(process.argv.slice(2)))) await importAsked();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
