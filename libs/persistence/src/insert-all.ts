import type { EntitySchema, ObjectLiteral } from 'typeorm';
import type { Tx } from './database.ts';

interface Column {
  readonly databaseName: string;
  readonly propertyName: string;
}

/** What a row says of some columns, for `jsonb_populate_recordset`: what is missing there is null. */
export function told(row: ObjectLiteral, columns: readonly Column[]): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const { databaseName, propertyName } of columns) {
    const value: unknown = row[propertyName];
    if (value !== null) said[databaseName] = value;
  }
  return said;
}

/**
 * Stores many rows of one table in one statement with one parameter: with one each, five hundred rows take longer to write out than to store.
 * @param rows each with a value for every column
 * @param key where a row of that key is there, it is overwritten
 */
export async function insertAll<R extends ObjectLiteral>(
  tx: Tx,
  table: EntitySchema<R>,
  rows: readonly R[],
  key?: keyof R & string,
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = tx.manager.dataSource.getMetadata(table);
  const names = columns.map((column) => `"${column.databaseName}"`);
  const keyName = columns.find((column) => column.propertyName === key)?.databaseName;
  const overwrite =
    keyName === undefined
      ? ''
      : `on conflict ("${keyName}") do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  await tx.manager.query(
    `insert into "${tableName}" (${names.join(', ')})
     select ${names.join(', ')} from jsonb_populate_recordset(null::"${tableName}", $1::jsonb) ${overwrite}`,
    [JSON.stringify(rows.map((row) => told(row, columns)))],
  );
}
