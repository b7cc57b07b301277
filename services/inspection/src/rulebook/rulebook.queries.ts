import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { inOrder } from '@qifutong/platform/request-context';
import { CONFIG } from '@qifutong/platform/tokens';
import { In, LessThanOrEqual } from 'typeorm';
import type { QueryRulebookArgs } from '../generated/graphql.ts';
import type { Rulebook } from './domain/rulebook.ts';
import { RulebookTable, RuleTable, type RulebookRow } from './rulebook.table.ts';

@Injectable()
export class RulebookQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  readonly byVersions = async (versions: readonly number[]): Promise<(Rulebook | null)[]> => {
    const rows = await this.db.source.manager.findBy(RulebookTable, { version: In(versions) });
    return inOrder(versions, await this.#withRules(rows), (rulebook) => rulebook.version);
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
    const rows = await this.db.source.manager.find(RulebookTable, { order: { inForceFrom: 'DESC' } });
    const rulebooks = await this.#withRules(rows);
    return instants.map((instant) => {
      const day = countyDay(instant, this.config.COUNTY_TIME_ZONE);
      return rulebooks.find(({ inForceFrom }) => inForceFrom <= day) ?? null;
    });
  }

  async #inForceOn(day: string): Promise<Rulebook | null> {
    const where = { inForceFrom: LessThanOrEqual(day) };
    const rows = await this.db.source.manager.find(RulebookTable, { where, order: { inForceFrom: 'DESC' }, take: 1 });
    return (await this.#withRules(rows))[0] ?? null;
  }

  async #withRules(rulebooks: readonly RulebookRow[]): Promise<Rulebook[]> {
    const where = { version: In(rulebooks.map((rulebook) => rulebook.version)) };
    const rules = await this.db.source.manager.find(RuleTable, { where, order: { position: 'ASC' } });
    const byVersion = Map.groupBy(rules, (rule) => rule.version);
    return rulebooks.map((rulebook) => ({ ...rulebook, rules: byVersion.get(rulebook.version) ?? [] }));
  }
}
