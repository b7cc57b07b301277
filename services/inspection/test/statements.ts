import type { Booted } from '@qifutong/testkit/boot';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** Runs `work` and keeps every SQL statement that the service sent meanwhile. */
export async function recorded<T>(
  booted: Booted,
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; result: T }> {
  const { source } = booted.service.db;
  const statements: Statement[] = [];
  const silent = () => undefined;
  const before = source.logger;
  source.logger = {
    logQuery: (sql, parameters = []) => void statements.push({ sql, parameters: parameters as unknown[] }),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  try {
    return { statements, result: await work() };
  } finally {
    source.logger = before;
  }
}
