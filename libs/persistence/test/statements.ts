import type { DataSource } from 'typeorm';

/** The SQL that a piece of work sends, as TypeORM's own log tells it. */
export async function statementsOf<T>(
  source: DataSource,
  work: () => Promise<T>,
): Promise<{ statements: readonly string[]; outcome: T }> {
  const statements: string[] = [];
  const before = source.logger;
  source.logger = { ...silent, logQuery: (sql) => void statements.push(sql) };
  try {
    return { outcome: await work(), statements };
  } finally {
    source.logger = before;
  }
}

const silent: DataSource['logger'] = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
