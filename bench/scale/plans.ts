import { statementsOf, type Plan } from '../../services/intake/test/statements.ts';

type Node = Plan & { readonly 'Relation Name'?: string; readonly Plans?: readonly Node[] };

function nodesOf(plan: Node): Node[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function readOf(node: Node): string[] {
  if (node['Node Type'] === 'Seq Scan') return [`whole ${node['Relation Name']}`];
  return node['Index Name'] === undefined ? [] : [node['Index Name']];
}

/** What the statements of a piece of work read: indexes, and tables from end to end. */
export async function plansOf(
  source: Parameters<typeof statementsOf>[0],
  work: () => Promise<unknown>,
): Promise<string> {
  const statements = (await statementsOf(source, work)).filter(({ sql }) => /^(select|with)\b/i.test(sql));
  const read: string[] = [];
  for (const { sql, parameters } of statements) {
    const rows = await source.query<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(`explain (format json) ${sql}`, parameters);
    read.push(...nodesOf(rows[0]!['QUERY PLAN'][0].Plan).flatMap(readOf));
  }
  return [...new Set(read)].join(' ');
}
