import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import type { Page } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Fact } from './domain/fact.ts';
import type { FirmLight } from './domain/firm-light.ts';
import { entryPages, type Beginnings, type EntryPageArgs } from './light-entries.queries.ts';
import { LightEntryTable, type LightEntryRow } from './light-entry.table.ts';
import { LightTable } from './light.table.ts';

type FactRow = Fact & { readonly creditCode: string };

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

/** Told the credit codes, and from when on. */
const FACTS = `with wanted as (select * from unnest($1::text[], $2::timestamptz[]) as w (credit_code, begins))
  select credit_code as "creditCode", 'INSPECTED' as kind, i.id, i.performed_at as at, i.passed,
    i.voided_at is not null as voided, r.red_at_run as "redAtRun", null::uuid as "on"
  from wanted join inspection i using (credit_code) join rulebook r on r.version = i.rulebook_version
  where i.performed_at >= wanted.begins
  ${STEPS}`;

/** All that the light of each firm follows from, from its beginning on. */
export async function factsOf(manager: EntityManager, beginnings: Beginnings): Promise<Map<string, Fact[]>> {
  const begins = [...beginnings.values()].map((since) => since?.toISOString() ?? '-infinity');
  const rows: FactRow[] = await manager.query(FACTS, [[...beginnings.keys()], begins]);
  return Map.groupBy(rows, (row) => row.creditCode);
}

function unpacked(line: string): Fact {
  const [kind, id, at, passed, voided, redAtRun, on] = line.split(' ') as [Fact['kind'], ...string[]];
  const happened = { id: id!, at: new Date(Number(at)) };
  if (kind !== 'INSPECTED') return { kind, ...happened, on: on || null };
  return { kind, ...happened, passed: passed === '1', voided: voided === '1', redAtRun: Number(redAtRun) };
}

/** The same of whole histories, a text for each firm: for many firms that takes a third of the time. */
export async function wholeFactsOf(manager: EntityManager, codes: readonly string[]): Promise<Map<string, Fact[]>> {
  const packed: { code: string; facts: string }[] = await manager.query(
    `select "creditCode" as code, string_agg(kind || ' ' || id || ' ' || (date_part('epoch', at) * 1000)::int8 || ' ' || coalesce(passed::int, 0)
       || ' ' || coalesce(voided::int, 0) || ' ' || coalesce("redAtRun", 0) || ' ' || coalesce("on"::text, ''), E'\\n') as facts from (${FACTS}) as fact group by "creditCode"`,
    [codes, codes.map(() => '-infinity')],
  );
  return new Map(packed.map(({ code, facts }) => [code, facts.split('\n').map(unpacked)]));
}

@Injectable()
export class LightQueries {
  constructor(private readonly db: Database) {}

  /** The present light of each firm; null for one without, and for one outside the only town that is to be seen. */
  readonly byCreditCodes = async (codes: readonly string[], onlyTown: string | null): Promise<(FirmLight | null)[]> => {
    const inTown = onlyTown === null ? {} : { townCode: onlyTown };
    const where = { creditCode: In(codes.filter(isCreditCode)), colour: Not(IsNull()), ...inTown };
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
  readonly entryPages = (codes: readonly string[], args: EntryPageArgs): Promise<Page<LightEntryRow>[]> =>
    entryPages(this.db.source.manager, codes, args);
}
