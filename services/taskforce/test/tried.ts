import type { Database } from '@qifutong/persistence/database';

/** Does that in one transaction, and undoes it. */
export function tried(db: Database, sql: string): Promise<void> {
  return db.transaction(async ({ manager }) => {
    for (const statement of sql.split(';')) await manager.query(statement);
    throw new RangeError('nothing was against it');
  });
}
