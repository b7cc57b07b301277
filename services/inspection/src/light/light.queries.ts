import { Inject, Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { inOrder } from '@qifutong/platform/request-context';
import { CONFIG } from '@qifutong/platform/tokens';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Fact } from './domain/fact.ts';
import type { FirmLight } from './domain/firm-light.ts';
import { fold } from './domain/fold.ts';
import type { LightEntry } from './domain/light.ts';
import { LightTable } from './light.table.ts';

type FactRow = Fact & { readonly creditCode: string };

/** All that the light of each firm follows from. */
export async function factsOf(manager: EntityManager, codes: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows: FactRow[] = await manager.query(
    `select i.credit_code as "creditCode", 'INSPECTED' as kind, i.id, i.performed_at as at, i.passed,
       i.voided_at is not null as voided, r.red_at_run as "redAtRun"
     from inspection i join rulebook r on r.version = i.rulebook_version where i.credit_code = any($1)`,
    [codes],
  );
  return Map.groupBy(rows, (row) => row.creditCode);
}

@Injectable()
export class LightQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** The present light of each firm; null for one without. */
  readonly byCreditCodes = async (codes: readonly string[]): Promise<(FirmLight | null)[]> => {
    const where = { creditCode: In(codes.filter(isCreditCode)), colour: Not(IsNull()) };
    return inOrder(codes, await this.db.source.manager.findBy(LightTable, where), (light) => light.creditCode);
  };

  /** The lights of each firm, oldest first. */
  readonly histories = async (codes: readonly string[]): Promise<(readonly LightEntry[])[]> => {
    const facts = await factsOf(this.db.source.manager, codes);
    return codes.map((code) => fold(facts.get(code) ?? [], this.config.COUNTY_TIME_ZONE).entries);
  };
}
