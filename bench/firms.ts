import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { asker, type Ask } from '../tools/data/gateway.ts';
import { firms, rowsOf } from '../tools/data/export-table.ts';
import { columns } from '../tools/data/firm-row.ts';
import { importFirmsFile } from '../tools/data/import-firms-file.ts';
import { writeTable } from '../tools/data/write-table.ts';
import { COUNTY_FIRMS, demoFirms } from '../tools/demo/firms.ts';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { rounded } from './statistics.ts';

/** domain.md: the county's firms in less than half a minute */
const LIMIT_S = 30;

function* lines(separator: string): Generator<string> {
  for (const { creditCode, name, townCode, industry, size, employees, address } of demoFirms())
    yield `${[creditCode, name, townCode, industry, size, employees, address].join(separator)}\n`;
}

async function timedS(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** COPY of the same rows into a table with the same constraints and indexes. */
async function copied(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table firm_bench (like firm including all)');
  const into = 'copy firm_bench (credit_code, name, town_code, industry, size, employees, address) from stdin';
  const tookS = await timedS(() => pipeline(Readable.from(lines('\t')), client.query(copyFrom(into))));
  await client.query('drop table firm_bench');
  await client.end();
  return tookS;
}

async function importS(file: string, product: Product, ask: Ask): Promise<number> {
  const told = { file, summaryDir: product.dir, now: new Date(), signal: new AbortController().signal };
  return timedS(async () => {
    const outcome = await importFirmsFile({ ...told, ask, output: new PassThrough().resume() });
    if (outcome.stopped || outcome.refused > 0) throw new TypeError(JSON.stringify(outcome));
  });
}

async function writeFirms(file: string): Promise<void> {
  const header = Object.values(columns).map(([name]) => name);
  const rows = Readable.from([`${header.slice(0, -1).join(',')}\n`, ...lines(',')]);
  await pipeline(rows, createWriteStream(file));
}

async function intakeUrl({ dir }: Product): Promise<string> {
  const { databases } = JSON.parse(await readFile(join(dir, 'endpoints.json'), 'utf8')) as {
    databases: { intake: string };
  };
  return databases.intake;
}

async function measure(product: Product) {
  const [file, out, sheet] = ['firms.csv', 'out.csv', 'out.xlsx'].map((name) => join(product.dir, name)) as [
    string,
    string,
    string,
  ];
  await writeFirms(file);
  const obtainToken = () => requestToken(join(product.dir, 'issuer'), { role: 'ANALYST' });
  const ask = asker({ url: `${product.url}/graphql`, obtainToken });
  const exportTo = (to: string) =>
    timedS(() =>
      writeTable(
        to,
        rowsOf(ask, firms, () => undefined),
      ),
    );
  return [
    ['import of a CSV file, all new', await importS(file, product, ask)],
    ['import of the same file again', await importS(file, product, ask)],
    ['export to CSV', await exportTo(out)],
    ['export to a spreadsheet', await exportTo(sheet)],
    ['import of that spreadsheet', await importS(sheet, product, ask)],
    ['COPY of the same rows, past the graph', await copied(await intakeUrl(product))],
  ] as const;
}

/** The county's firms through the gateway, beside COPY of the same rows. */
export async function firmsBenchmark() {
  const product = await startProduct();
  try {
    const rows = await measure(product);
    const copyS = rows.at(-1)![1];
    return rows.map(([what, tookS]) => ({
      what: `${COUNTY_FIRMS} firms: ${what}`,
      seconds: rounded(tookS),
      rowsPerSecond: Math.round(COUNTY_FIRMS / tookS),
      timesCopy: rounded(tookS / copyS),
      within: tookS < LIMIT_S ? `${LIMIT_S} s` : `not within ${LIMIT_S} s`,
    }));
  } finally {
    await product.stop();
  }
}
