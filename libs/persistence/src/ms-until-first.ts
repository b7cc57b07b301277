import type { EntitySchema, ObjectLiteral } from 'typeorm';
import type { Database } from './database.ts';

/**
 * Milliseconds, by the database's clock, until the first row of a table is due; not above 0 where one is, null where none waits.
 * One look without a lock: what is looked at every second costs next to nothing while nothing is due.
 * @param column an indexed instant, null of what does not wait
 */
export async function msUntilFirst<R extends ObjectLiteral>(
  db: Database,
  table: EntitySchema<R>,
  column: keyof R & string,
): Promise<number | null> {
  const { tableName, columns } = db.source.getMetadata(table);
  const { databaseName } = columns.find(({ propertyName }) => propertyName === column)!;
  const [row] = await db.source.query<{ first: Date | null }[]>(
    `select min("${databaseName}") as first from "${tableName}"`,
  );
  const first = row!.first;
  return first && first.getTime() - (await db.now()).getTime();
}
