import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { countyDay } from '@qifutong/kernel/county-time';
import { stringify, type Stringifier } from 'csv-stringify';
import yazl from 'yazl';
import { nodesOf } from './export-table.ts';
import type { Ask } from './gateway.ts';
import {
  businessRow,
  feedRow,
  headers,
  inspectionRow,
  legendRows,
  SELECTION,
  violationRows,
  type InspectionNode,
} from './lives.ts';

type Name = keyof typeof headers;

/** A table that is being written. */
interface Table {
  readonly file: string;
  write(rows: readonly (readonly string[])[]): Promise<void>;
  end(): Promise<void>;
}

function openTable(folder: string, name: Name): Table {
  const file = join(folder, `${name}.csv`);
  const csv: Stringifier = stringify({
    header: true,
    columns: [...headers[name]],
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  const written = pipeline(csv, createWriteStream(file, { mode: 0o600 }));
  return {
    file,
    write: async (rows) => {
      for (const row of rows)
        if (!csv.write(row)) await Promise.race([new Promise((resolve) => csv.once('drain', resolve)), written]);
    },
    end: () => {
      csv.end();
      return written;
    },
  };
}

async function zipped(file: string, tables: readonly Table[]): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const table of tables) zip.addFile(table.file, table.file.slice(dirname(table.file).length + 1));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }));
}

interface Told {
  /** when it is exported, and by which clocks a day is the county's */
  readonly now: Date;
  readonly timeZone: string;
  readonly onRows: (rows: number) => void;
  readonly beforeItIsThere?: (rows: number) => Promise<void>;
}

interface Exported {
  readonly businesses: number;
  readonly inspections: number;
  readonly violations: number;
}

type Tables = Readonly<Record<Name, Table>>;

/** Tells the last inspection of a firm on a day, told newest first: violations are assigned by firm and day, so that a day can have but one. */
function lastOfDay(): (creditCode: string, day: string) => boolean {
  let [current, seen] = ['', new Set<string>()];
  return (creditCode, day) => {
    if (day !== current) [current, seen] = [day, new Set()];
    const isLast = !seen.has(creditCode);
    seen.add(creditCode);
    return isLast;
  };
}

/** Voided results are none; who inspected and what was noted stay inside. */
async function fill(tables: Tables, nodes: AsyncIterable<InspectionNode>, timeZone: string): Promise<Exported> {
  const known = new Set<string>();
  const isLast = lastOfDay();
  let [inspections, violations] = [0, 0];
  for await (const node of nodes) {
    const on = countyDay(new Date(node.performedAt), timeZone);
    const { creditCode } = node.firm;
    if (node.voidedAt !== null || !isLast(creditCode, on)) continue;
    if (!known.has(creditCode)) await tables.businesses.write([businessRow(node.firm)]);
    known.add(creditCode);
    const unmet = violationRows(node, on);
    await tables.inspections.write([inspectionRow(node, on)]);
    await tables.violations.write(unmet);
    inspections += 1;
    violations += unmet.length;
  }
  return { businesses: known.size, inspections, violations };
}

/** Writes all inspections as open data, in the LIVES form; the file is there when it is whole, and memory does not grow with it. */
export async function exportLives(
  ask: Ask,
  file: string,
  { now, timeZone, onRows, beforeItIsThere }: Told,
): Promise<Exported> {
  const folder = await mkdtemp(`${file}.unfinished-`);
  try {
    const names = Object.keys(headers) as Name[];
    const tables = Object.fromEntries(names.map((name) => [name, openTable(folder, name)])) as unknown as Tables;
    await tables.legend.write(legendRows);
    await tables.feed_info.write([feedRow(countyDay(now, timeZone))]);
    const listed = { field: 'inspections', type: 'InspectionConnection', selection: SELECTION };
    const exported = await fill(tables, nodesOf<InspectionNode>(ask, listed, onRows), timeZone);
    const all = names.map((name) => tables[name]);
    for (const table of all) await table.end();
    const whole = join(folder, 'whole.zip');
    await zipped(whole, all);
    await beforeItIsThere?.(exported.inspections);
    await rename(whole, file);
    return exported;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
