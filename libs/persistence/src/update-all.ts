import type { EntitySchema, ObjectLiteral } from 'typeorm';
import type { Tx } from './database.ts';
import { told } from './insert-all.ts';

interface Overwritten<R> {
  readonly rows: readonly R[];
  readonly key: keyof R & string;
  /** of a wide table a few are written faster than all */
  readonly properties: ReadonlySet<string>;
}

/**
 * Overwrites some columns of many rows of one table, each with its own values, in one statement with one parameter.
 * @param overwritten rows that are there already, each named once
 */
export async function updateAll<R extends ObjectLiteral>(
  tx: Tx,
  table: EntitySchema<R>,
  { rows, key, properties }: Overwritten<R>,
): Promise<void> {
  if (rows.length === 0 || properties.size === 0) return;
  const { tableName, columns } = tx.manager.dataSource.getMetadata(table);
  const keyColumn = columns.find(({ propertyName }) => propertyName === key)!;
  const overwritten = columns.filter(({ propertyName }) => properties.has(propertyName));
  const set = overwritten.map(({ databaseName: name }) => `"${name}" = changed."${name}"`).join(', ');
  await tx.manager.query(
    `update "${tableName}" as kept set ${set} from jsonb_populate_recordset(null::"${tableName}", $1::jsonb) as changed
     where kept."${keyColumn.databaseName}" = changed."${keyColumn.databaseName}"`,
    [JSON.stringify(rows.map((row) => told(row, [keyColumn, ...overwritten])))],
  );
}
