import type { EntityManager } from 'typeorm';
import { firmNamed } from '../firm/firm.queries.ts';

/** What came into the register of firms: codes of new firms, and names that a firm did not have before. */
export interface Come {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

export interface Found {
  readonly issueId: string;
  readonly creditCode: string;
  readonly townCode: string;
}

const found = `found."issueId", firm.credit_code as "creditCode", firm.town_code as "townCode"`;
// an analyst said that it is not that firm's
const corrected = (code: string) =>
  `exists (select from firm_correction c where c.issue_id = i.id and c.was = ${code})`;
// a merged issue is of the firm of the one that it is in
const waits = `i.firm_credit_code is null and i.status <> 'MERGED'`;
const byCode = `select i.id as issue_id, r.firm_credit_code as code from issue i join report r on r.issue_id = i.id
  where ${waits} and r.firm_credit_code is not null and not ${corrected('r.firm_credit_code')}`;
// a code that was said and that no firm has yet is waited for, whatever the name
const byName = `select i.id as issue_id, named.credit_code as code from issue i cross join lateral (${firmNamed('i.firm_name')}) as named
  where ${waits} and i.firm_name is not null
    and not ${corrected('named.credit_code')}
    and not exists (select from report r where r.issue_id = i.id and r.firm_credit_code is not null)`;

/** What is looked at: the reports' codes and the issues' names, or the issues alone. */
interface Look {
  readonly codes: string;
  readonly names: string;
}

function matches(...looks: readonly Look[]): string {
  const every = looks.flatMap(({ codes, names }) => [`${byCode} and ${codes}`, `${byName} and ${names}`]);
  return `select ${found} from (
      select issue_id as "issueId", min(code) as code from (${every.join(' union all ')}) as every_match group by issue_id
    ) as found join firm on firm.credit_code = found.code order by found."issueId"`;
}

/** The issues without a firm that waited for what came: by the credit code that was said, else by the name as heard. */
export function waitingFor(manager: EntityManager, { codes, names }: Come): Promise<Found[]> {
  return manager.query(matches({ codes: 'r.firm_credit_code = any($1)', names: 'i.firm_name = any($2)' }), [
    codes,
    names,
  ]);
}

const lately = { codes: 'i.changed_at >= $1', names: 'i.changed_at >= $1' };
const ofLateFirm = {
  codes: 'r.firm_credit_code in (select credit_code from firm_change where changed_at >= $1)',
  names: `i.firm_name in (select unnest(firm.name || firm.aliases) from firm_change join firm using (credit_code) where changed_at >= $1)`,
};

/**
 * Those whose firm is in the register all the same, where the issue came, or came back from a merging, since then: the firm came
 * meanwhile; or where the firm came since: somebody had the issue in hand.
 */
export function overlookedSince(manager: EntityManager, since: Date): Promise<Found[]> {
  return manager.query(matches(lately, ofLateFirm), [since]);
}
