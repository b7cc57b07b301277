import { industries } from '../demo/industries.ts';
import { townCodeOf, towns } from '../demo/towns.ts';
import type { Row } from './csv-rows.ts';
import { UnreadableFile } from './decode-text.ts';
import { refuse, type Refusal } from './refusal.ts';
import { unguarded } from './write-table.ts';

/** The input of the graph's `importFirms`, one row of it. */
export interface FirmRow {
  readonly creditCode: string;
  readonly name: string;
  readonly townCode: string;
  readonly industry?: string | undefined;
  readonly size?: string | undefined;
  readonly employees?: number | undefined;
  readonly address?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}
type Field = keyof FirmRow;

/** What each column may be called; the first is what an export calls it. */
export const columns: Readonly<Record<Field, readonly string[]>> = {
  creditCode: ['统一社会信用代码', '信用代码', 'creditCode', 'credit_code'],
  name: ['企业名称', '名称', 'name'],
  townCode: ['乡镇(街道)代码', '乡镇(街道)', '乡镇(街道)名称', '乡镇', 'townCode', 'town_code', 'town'],
  industry: ['行业', 'industry'],
  size: ['规模', 'size'],
  employees: ['从业人数', 'employees'],
  address: ['地址', 'address'],
  aliases: ['别名', 'aliases'],
};
const required: readonly Field[] = ['creditCode', 'name', 'townCode'];

const sizes: Readonly<Record<string, string>> = { 大型: 'LARGE', 中型: 'MEDIUM', 小型: 'SMALL', 微型: 'MICRO' };
const letters = new Map(industries.map(({ name, code }) => [name, code]));
const codes = new Set(towns.map(({ code }) => code));

/** Which column holds what, and how many there are. */
export interface Header {
  readonly at: ReadonlyMap<Field, number>;
  readonly width: number;
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Reads the header; columns that it does not know are left alone.
 * @throws UnreadableFile where a column that is needed is missing, or named twice
 */
export function readHeader({ cells }: Row): Header {
  const names = cells.map((cell) => plain(unguarded(cell)));
  const at = new Map<Field, number>();
  for (const [field, called] of Object.entries(columns) as [Field, readonly string[]][]) {
    const known = called.map(plain);
    const [first, second] = names.flatMap((name, i) => (known.includes(name) ? [i] : []));
    if (second !== undefined)
      throw new UnreadableFile(`the header names ${called[0]} twice: columns ${first! + 1} and ${second + 1}`);
    if (first !== undefined) at.set(field, first);
  }
  const missing = required.filter((field) => !at.has(field)).map((field) => columns[field][0]);
  if (missing.length > 0) throw new UnreadableFile(`the header has no column ${missing.join(', ')}`);
  return { at, width: cells.length };
}

type Said = (field: Field) => string;

/** Reads a row: what to send, or why it cannot be. An empty cell says nothing: what the register has stays. */
export function toFirmRow({ at, width }: Header, { cells }: Row): { row: FirmRow } | { refusal: Refusal } {
  const said: Said = (field) => unguarded(cells[at.get(field) ?? -1] ?? '').trim();
  const town = codes.has(said('townCode')) ? said('townCode') : townCodeOf(said('townCode'));
  const refusal = refusalOf(said, cells.slice(width), town);
  return refusal ? { refusal } : { row: rowOf(said, town!) };
}

function refusalOf(said: Said, more: readonly string[], town: string | undefined): Refusal | undefined {
  const missing = required.find((field) => said(field) === '');
  const [employees] = [said('employees')].filter((text) => !/^\d{0,7}$/.test(text));
  if (more.some((cell) => cell.trim() !== '')) return refuse('ROW_TOO_WIDE');
  if (missing) return refuse('FIELD_REQUIRED', { field: columns[missing][0]! });
  if (town === undefined) return refuse('TOWN_UNKNOWN', { field: columns.townCode[0]! });
  return employees === undefined ? undefined : refuse('FIELD_MALFORMED', { field: columns.employees[0]! });
}

function rowOf(said: Said, townCode: string): FirmRow {
  const aliases = aliasesOf(said('aliases'));
  return {
    creditCode: said('creditCode').toUpperCase(),
    name: said('name'),
    townCode,
    industry: (letters.get(said('industry')) ?? said('industry')) || undefined,
    size: (sizes[said('size')] ?? said('size')) || undefined,
    employees: said('employees') === '' ? undefined : Number(said('employees')),
    address: said('address') || undefined,
    aliases: aliases.length > 0 ? aliases : undefined,
  };
}

/** Apart by any of `;；|`; behind a backslash one of these belongs to the alias. */
function aliasesOf(cell: string): string[] {
  const parts = cell.match(/(?:\\[\\;；|]|[^;；|])+/gu) ?? [];
  return parts.map((alias) => alias.replace(/\\([\\;；|])/gu, '$1').trim()).filter(Boolean);
}

/** A firm's aliases in one cell, as an import takes them apart. */
export function cellOfAliases(aliases: readonly string[]): string {
  return aliases.map((alias) => alias.replace(/[\\;；|]/gu, '\\$&')).join(';');
}

/** What the file calls a field of the graph's row. */
export function columnOf(field: string): string {
  return columns[field.split('.')[0] as Field]?.[0] ?? field;
}
