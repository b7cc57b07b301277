import { planOf, statementsOf } from '../../services/intake/test/statements.ts';

/** What the statements of a piece of work read: indexes, and tables from end to end. */
export async function plansOf(source: Parameters<typeof planOf>[0], work: () => Promise<unknown>): Promise<string> {
  const statements = (await statementsOf(source, work)).filter(({ sql }) => /^(select|with)\b/i.test(sql));
  const plans = await Promise.all(statements.map((statement) => planOf(source, statement)));
  const read = plans.flatMap(({ indexes, whole }) => [...indexes, ...whole.map((table) => `whole ${table}`)]);
  return [...new Set(read)].join(' ');
}
