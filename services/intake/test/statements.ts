import { currentTrace, runInTrace, traceFrom } from '@qifutong/persistence/trace';
import type { DataSource, Logger } from 'typeorm';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** The statements that a piece of work sends to the database; those of jobs in the background belong to no request and are left out. */
export async function statementsOf(source: DataSource, work: () => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = [];
  const before = source.logger;
  const nothing = () => undefined;
  const recorder: Logger = {
    logQuery: (sql, parameters) =>
      void (currentTrace() && found.push({ sql, parameters: (parameters ?? []) as unknown[] })),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  source.logger = recorder;
  try {
    await runInTrace(traceFrom(undefined), work);
  } finally {
    source.logger = before;
  }
  return found;
}

export interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** How Postgres would do it: the kinds of nodes, the indexes that they read, and the tables that they read from end to end. */
export async function planOf(
  source: DataSource,
  { sql, parameters }: Statement,
): Promise<{ kinds: string[]; indexes: string[]; whole: string[] }> {
  const rows = await source.transaction((manager) =>
    manager.query<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(`explain (format json) ${sql}`, parameters),
  );
  const nodes = nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
  return {
    kinds: nodes.map((node) => node['Node Type']),
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    whole: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [])),
  };
}
