import { join } from 'node:path';
import { awaitingIssues } from './data/await-suggestions.ts';
import { exportClosure } from './data/export-closure.ts';
import { exportLives } from './data/export-lives.ts';
import { asker, reportSender, type GatewayOptions } from './data/gateway.ts';
import { firms, issues, rowsOf, type Export } from './data/export-table.ts';
import { firmSummaryOf, importFirmsFile } from './data/import-firms-file.ts';
import { importReportsFile, summaryOf } from './data/import-reports-file.ts';
import { recordExport, type Taken } from './data/record-export.ts';
import { readOrder, USAGE, type Order } from './data/order.ts';
import { showCount } from './data/progress.ts';
import { writeTable } from './data/write-table.ts';
import { as } from './demo/graph.ts';
import { given, issuerDir, ports, runtimeDir } from './runtime/environment.ts';
import type { Role } from './runtime/issuer/accounts.ts';
import { requestToken } from './runtime/issuer/request-token.ts';
import { LOOPBACK } from './runtime/ports.ts';

const interrupted = new AbortController();

function gatewayAs(role: Role): GatewayOptions {
  return {
    url: `http://${LOOPBACK}:${ports().gateway}/graphql`,
    obtainToken: () => requestToken(issuerDir(), { role }),
  };
}

const told = (file: string) => ({
  file,
  summaryDir: join(runtimeDir(), 'imports'),
  now: new Date(),
  signal: interrupted.signal,
  output: process.stderr,
});

function endOf(outcome: { readonly stopped?: object; readonly refused: number }, taken: number, file: string): number {
  if (outcome.stopped) return 2;
  if (taken + outcome.refused === 0) throw new Error(`${file} holds no rows`);
  return outcome.refused > 0 ? 1 : 0;
}

async function importReports({ file, concurrency, asOfReceived }: Order): Promise<number> {
  const { signal } = interrupted;
  const count = showCount(process.stderr, 'suggestions made');
  let loading = true;
  const onDone = (done: number) => (loading ? undefined : count.advance(done));
  const loaded = awaitingIssues({ ask: asker(gatewayAs('ANALYST')), signal, onDone });
  const send = asOfReceived
    ? reportSender(gatewayAs('ANALYST'), 'loadReport', loaded.add)
    : reportSender(gatewayAs('OPERATOR'));
  const outcome = await importReportsFile({ ...told(file), concurrency, byReceipt: asOfReceived, send });
  console.log(`${summaryOf(outcome)}\nsummary: ${outcome.summaryFile}`);
  const end = endOf(outcome, outcome.accepted, file);
  if (!asOfReceived || outcome.stopped) return end;
  loading = false;
  await loaded.all().finally(count.end);
  console.log(`suggestions made for ${loaded.count.done} of ${loaded.count.loaded} issues`);
  return loaded.count.done < loaded.count.loaded ? 2 : end;
}

async function importFirms({ file }: Order): Promise<number> {
  const outcome = await importFirmsFile({ ...told(file), ask: asker(gatewayAs('ANALYST')) });
  console.log(`${firmSummaryOf(outcome)}\nsummary: ${outcome.summaryFile}`);
  return endOf(outcome, outcome.registered + outcome.changed + outcome.unchanged, file);
}

const record = (taken: Taken) => recordExport(as({ role: 'ANALYST' }), taken);

async function exportTable<N>({ file }: Order, what: Export<N>, exported: Taken['exported']): Promise<number> {
  const count = showCount(process.stderr, 'rows read');
  let rows = 0;
  const onRows = (read: number) => count.advance((rows = read));
  const read = rowsOf(asker(gatewayAs('ANALYST')), what, onRows);
  await writeTable(file, read, () => record({ exported, rows })).finally(count.end);
  console.log(`${rows} rows written to ${file}`);
  return 0;
}

async function exportInspections({ file }: Order): Promise<number> {
  const count = showCount(process.stderr, 'inspections read');
  const told = {
    now: new Date(),
    timeZone: given('COUNTY_TIME_ZONE') ?? 'Asia/Shanghai',
    onRows: count.advance,
    beforeItIsThere: (rows: number) => record({ exported: 'INSPECTIONS', rows }),
  };
  const { inspections, businesses, violations } = await exportLives(asker(gatewayAs('ANALYST')), file, told).finally(
    count.end,
  );
  console.log(`${inspections} inspections of ${businesses} firms with ${violations} unmet rules written to ${file}`);
  return 0;
}

async function exportDay({ file, day }: Order): Promise<number> {
  console.log((await exportClosure(as({ role: 'COMMANDER' }), day, file)).join('\n'));
  return 0;
}

const runs: Readonly<Record<Order['what'], (order: Order) => Promise<number>>> = {
  'import reports': importReports,
  'import firms': importFirms,
  'export firms': (order) => exportTable(order, firms, 'FIRMS'),
  'export issues': (order) => exportTable(order, issues, 'ISSUES'),
  'export inspections': exportInspections,
  'export closure': exportDay,
};

try {
  const order = readOrder(process.argv.slice(2));
  process.once('SIGINT', () => interrupted.abort());
  if (order) process.exitCode = await runs[order.what](order);
  else console.log(USAGE);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
