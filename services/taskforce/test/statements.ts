import type { DataSource } from 'typeorm';
import type { Statement } from './world.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The indexes that a statement reads, the large tables that it reads from end to end, and what it asks of the rows once it has read them. */
export async function planOf(source: DataSource, { sql, parameters }: Statement) {
  const rows = await source.query<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(`explain (format json) ${sql}`, parameters);
  const nodes = nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
  const whole = nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []));
  return {
    kinds: nodes.map((node) => node['Node Type']),
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    filters: nodes.flatMap((node) => node.Filter ?? []),
    whole: whole.filter(
      (table) =>
        ['task', 'urging_notice', 'event_log'].some((large) => table.startsWith(large)) && table !== 'task_force',
    ),
  };
}
