import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import type { Page, PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Fact } from './domain/fact.ts';
import type { FirmLight } from './domain/firm-light.ts';
import { entryPages } from './light-entries.queries.ts';
import { LightEntryTable, type LightEntryRow } from './light-entry.table.ts';
import { LightTable } from './light.table.ts';

type FactRow = Fact & { readonly creditCode: string };

/** From when on the history of each firm is wanted; null: from its beginning. */
export type Beginnings = ReadonlyMap<string, Date | null>;

/** What due process adds; a commander's decision holds for the inspection that the shutdown was drafted for. */
const STEPS = [
  ['INTERVIEW_HELD', 'interview', 'held_at', 'null::uuid'],
  ['SHUTDOWN_SIGNED', 'shutdown_order', 'signed_at', 'd.inspection_id'],
  ['SHUTDOWN_REFUSED', 'shutdown_order', 'refused_at', 'd.inspection_id'],
  ['ACCEPTANCE_APPROVED', 'acceptance', 'decided_at', 'null::uuid'],
]
  .map(
    ([kind, table, at, on]) => `union all
  select credit_code, '${kind}', d.id, d.${at}, null, null, null, ${on} from wanted join ${table} d using (credit_code)
  where d.${at} >= wanted.begins${kind === 'ACCEPTANCE_APPROVED' ? ` and d.status = 'APPROVED'` : ''}`,
  )
  .join('\n');

/** All that the light of each firm follows from, from its beginning on. */
export async function factsOf(manager: EntityManager, beginnings: Beginnings): Promise<Map<string, Fact[]>> {
  const codes = [...beginnings.keys()];
  const begins = [...beginnings.values()].map((since) => since?.toISOString() ?? '-infinity');
  const rows: FactRow[] = await manager.query(
    `with wanted as (select * from unnest($1::text[], $2::timestamptz[]) as w (credit_code, begins))
     select credit_code as "creditCode", 'INSPECTED' as kind, i.id, i.performed_at as at, i.passed,
       i.voided_at is not null as voided, r.red_at_run as "redAtRun", null::uuid as "on"
     from wanted join inspection i using (credit_code) join rulebook r on r.version = i.rulebook_version
     where i.performed_at >= wanted.begins
     ${STEPS}`,
    [codes, begins],
  );
  return Map.groupBy(rows, (row) => row.creditCode);
}

@Injectable()
export class LightQueries {
  constructor(private readonly db: Database) {}

  /** The present light of each firm; null for one without. */
  readonly byCreditCodes = async (codes: readonly string[]): Promise<(FirmLight | null)[]> => {
    const where = { creditCode: In(codes.filter(isCreditCode)), colour: Not(IsNull()) };
    return inOrder(codes, await this.db.source.manager.findBy(LightTable, where), (light) => light.creditCode);
  };

  /** The light of each firm after each inspection that counts, oldest first. */
  readonly histories = async (codes: readonly string[]): Promise<(readonly LightEntryRow[])[]> => {
    const where = { creditCode: In(codes), kind: 'INSPECTED' as const };
    const entries = await this.db.source.manager.find(LightEntryTable, { where, order: { day: 'ASC' } });
    const byFirm = Map.groupBy(entries, (entry) => entry.creditCode);
    return codes.map((code) => byFirm.get(code) ?? []);
  };

  /** A page of what moved the light of each firm, newest first. */
  readonly entryPages = (codes: readonly string[], args: PageArgs): Promise<Page<LightEntryRow>[]> =>
    entryPages(this.db.source.manager, codes, args);
}
