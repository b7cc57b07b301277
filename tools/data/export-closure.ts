import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { recordExport } from './record-export.ts';

/** Asks the graph as somebody who may read daily closures. */
export type Ask = <T>(query: string, variables: object) => Promise<T>;

interface Carried {
  readonly number: string;
  readonly registeredAt: string;
  readonly channel: string;
  readonly town: { readonly name: string } | null;
  readonly taskForceCode: string | null;
  readonly status: string;
  readonly reason: string;
}

interface Signature {
  readonly signedAt: string;
  readonly name: string;
  readonly remark: string | null;
}

interface Closure {
  readonly frozenAt: string | null;
  readonly signature: Signature | null;
  readonly addenda: readonly { readonly addedAt: string; readonly addedByName: string; readonly text: string }[];
  readonly lines: readonly Readonly<Record<string, string | number | null>>[];
  readonly printable: string;
  readonly carriedOver: {
    readonly nodes: readonly Carried[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const lineColumns =
  `dimension key carriedIn registered readmitted movedIn writtenOff merged rejected movedOut carriedOver reopened reports calls callbacks
  callbacksReached callbacksSettled`.split(/\s+/);
const LINES = `query ($day: Date!) { closure: dailyClosure(day: $day) { frozenAt signature { signedAt name remark }
  addenda { addedAt addedByName text } lines { ${lineColumns.join(' ')} } } }`;
const PRINTABLE = `query ($day: Date!) { closure: dailyClosure(day: $day) { printable } }`;
const CARRIED = `query ($day: Date!, $after: String) { closure: dailyClosure(day: $day) { carriedOver(first: 100, after: $after) {
  nodes { number registeredAt channel town { name } taskForceCode status reason } pageInfo { hasNextPage endCursor } } } }`;

/** With a mark that spreadsheets know UTF-8 by, and no cell that one would run as a formula. */
function csv(columns: readonly string[], rows: readonly object[]): string {
  return stringify([...rows], { header: true, columns: [...columns], bom: true, escape_formulas: true });
}

async function closureOf<K extends keyof Closure>(
  ask: Ask,
  query: string,
  variables: { readonly day: string; readonly after?: string | null },
): Promise<Pick<Closure, K>> {
  const { closure } = await ask<{ closure: Pick<Closure, K> | null }>(query, variables);
  if (closure === null) throw new Error(`there is no account of ${variables.day}`);
  return closure;
}

async function carriedOver(ask: Ask, day: string): Promise<Carried[]> {
  const all: Carried[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { carriedOver: page }: Pick<Closure, 'carriedOver'> = await closureOf<'carriedOver'>(ask, CARRIED, {
      day,
      after,
    });
    all.push(...page.nodes);
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  return all;
}

const markColumns = ['day', 'frozenAt', 'signedAt', 'signedByName', 'remark'];
const carriedColumns = ['number', 'registeredAt', 'channel', 'town', 'taskForceCode', 'status', 'reason'];

/** A line is not taken for a frozen one wherever it is copied to. */
function markedLines(day: string, { frozenAt, signature, lines }: Omit<Closure, 'addenda'>) {
  const signed = { signedAt: signature?.signedAt, signedByName: signature?.name, remark: signature?.remark };
  const marks = { day, frozenAt: frozenAt ?? '尚未日结', ...signed };
  return lines.map((line) => ({ ...marks, ...line }));
}

/**
 * Writes a day's account: `FILE.html` as the printable form; `FILE.csv` as its lines, each with when the day was frozen and signed, with
 * `FILE.carried.csv` of the issues carried over and `FILE.addenda.csv` of what was added later.
 * @returns the files that were written
 */
export async function exportClosure(ask: Ask, day: string, file: string): Promise<string[]> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`the day must be written as YYYY-MM-DD, not "${day}"`);
  if (file.endsWith('.html')) {
    const { printable } = await closureOf<'printable'>(ask, PRINTABLE, { day });
    await recordExport(ask, { exported: 'DAILY_CLOSURE', day, rows: 1 });
    await writeFile(file, printable);
    return [file];
  }
  if (!file.endsWith('.csv')) throw new Error('the file must end in .csv or .html');
  const { addenda, ...account } = await closureOf<keyof Closure>(ask, LINES, { day });
  const lines = markedLines(day, account);
  const carried = (await carriedOver(ask, day)).map(({ town, ...told }) => ({ ...told, town: town?.name ?? '' }));
  const tables = [
    [file, csv([...markColumns, ...lineColumns], lines)],
    [file.replace(/\.csv$/, '.carried.csv'), csv(carriedColumns, carried)],
    [file.replace(/\.csv$/, '.addenda.csv'), csv(['addedAt', 'addedByName', 'text'], addenda)],
  ] as const;
  const rows = lines.length + carried.length + addenda.length;
  await recordExport(ask, { exported: 'DAILY_CLOSURE', day, rows });
  for (const [name, table] of tables) await writeFile(name, table);
  return tables.map(([name]) => name);
}
