import type { TestIntake } from './intake.ts';

/** What base64 makes of a text wherever it stands in a longer one: of each of its three alignments the part that is always the same. */
function base64Of(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const certain = encoded.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3));
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Every form in which a text could stand somewhere unseen. */
export function formsOf(text: string): string[] {
  const escaped = [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const hex = Buffer.from(text).toString('hex');
  const forms = [text, encodeURIComponent(text), escaped, hex, ...base64Of(text), [...text].toReversed().join('')];
  return [...new Set(forms)];
}

/** Those of the texts that stand in something told, in any form. */
export function foundIn(told: unknown, texts: readonly string[]): string[] {
  const all = (typeof told === 'string' ? told : JSON.stringify(told)).replaceAll('\\\\', '\\');
  return texts.filter((text) => formsOf(text).some((form) => all.includes(form)));
}

interface Column {
  readonly table: string;
  readonly column: string;
}

/** The columns of the service's whole database, whatever their type, that hold one of the texts in any form. */
export async function columnsWith(intake: TestIntake, texts: readonly string[]): Promise<string[]> {
  const { schema } = intake.schema;
  const columns = await intake.sql<Column>(
    `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = $1 order by 1, 2`,
    [schema],
  );
  const forms = texts.flatMap(formsOf);
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const rows = await intake.sql(
        `select from ${schema}."${table}" as one where exists (select from unnest($1::text[]) form where strpos(one."${column}"::text, form) > 0) limit 1`,
        [forms],
      );
      return rows.length > 0 ? [`${table}.${column}`] : [];
    }),
  );
  return found.flat();
}
