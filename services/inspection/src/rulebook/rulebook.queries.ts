import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { inOrder } from '@qifutong/platform/request-context';
import { CONFIG } from '@qifutong/platform/tokens';
import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { QueryRulebookArgs } from '../generated/graphql.ts';
import type { Rulebook } from './domain/rulebook.ts';
import { RulebookTable, RuleTable, type RulebookRow } from './rulebook.table.ts';

async function withRules(manager: EntityManager, rulebooks: readonly RulebookRow[]): Promise<Rulebook[]> {
  const where = { version: In(rulebooks.map((rulebook) => rulebook.version)) };
  const rules = await manager.find(RuleTable, { where, order: { position: 'ASC' } });
  const byVersion = Map.groupBy(rules, (rule) => rule.version);
  return rulebooks.map((rulebook) => ({ ...rulebook, rules: byVersion.get(rulebook.version) ?? [] }));
}

/** Those of these versions that there are, withdrawn ones too. */
export async function rulebooksOf(manager: EntityManager, versions: readonly number[]): Promise<Rulebook[]> {
  return withRules(manager, await manager.findBy(RulebookTable, { version: In([...versions]) }));
}

/**
 * Keeps these versions from being withdrawn until the transaction ends, so that what is judged by them meanwhile stays judged.
 * @returns false where one of them was withdrawn since it was read
 */
export async function areHeld(manager: EntityManager, versions: ReadonlySet<number>): Promise<boolean> {
  const held: unknown[] = await manager.query(
    'select version from rulebook where version = any($1) and withdrawn_at is null for key share',
    [[...versions]],
  );
  return held.length === versions.size;
}

@Injectable()
export class RulebookQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  readonly byVersions = async (versions: readonly number[]): Promise<(Rulebook | null)[]> => {
    const found = await rulebooksOf(this.db.source.manager, versions);
    return inOrder(versions, found, (rulebook) => rulebook.version);
  };

  /** By version; else the one in force on a county day, by default today. */
  async asked({ version = null, on = null }: QueryRulebookArgs): Promise<Rulebook | null> {
    if (version !== null) return (await this.byVersions([version]))[0] ?? null;
    return on === null ? this.inForceAt(await this.db.now()) : this.#inForceOn(on);
  }

  /** The one in force at an instant: that of its county day. */
  inForceAt(instant: Date): Promise<Rulebook | null> {
    return this.#inForceOn(countyDay(instant, this.config.COUNTY_TIME_ZONE));
  }

  /** The one in force at each instant; null where there was none yet. Versions are few: all are read. */
  async inForceAtEach(instants: readonly Date[]): Promise<(Rulebook | null)[]> {
    const rows = await this.db.source.manager.find(RulebookTable, {
      where: { withdrawnAt: IsNull() },
      order: { inForceFrom: 'DESC' },
    });
    const rulebooks = await withRules(this.db.source.manager, rows);
    return instants.map((instant) => {
      const day = countyDay(instant, this.config.COUNTY_TIME_ZONE);
      return rulebooks.find(({ inForceFrom }) => inForceFrom <= day) ?? null;
    });
  }

  async #inForceOn(day: string): Promise<Rulebook | null> {
    const where = { inForceFrom: LessThanOrEqual(day), withdrawnAt: IsNull() };
    const rows = await this.db.source.manager.find(RulebookTable, { where, order: { inForceFrom: 'DESC' }, take: 1 });
    return (await withRules(this.db.source.manager, rows))[0] ?? null;
  }
}
