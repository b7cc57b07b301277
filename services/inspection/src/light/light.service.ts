import { Inject, Injectable } from '@nestjs/common';
import { countyDay, countyInstant } from '@qifutong/kernel/county-time';
import { saveAll } from '@qifutong/persistence/change-all';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { Any } from 'typeorm';
import { FollowUpService } from '../follow-up/follow-up.service.ts';
import { unlit, type FirmLight } from './domain/firm-light.ts';
import { reject } from './domain/rejections.ts';
import { refold } from './domain/refold.ts';
import { resume, type Resumed } from './domain/resume.ts';
import { storedFrom, storeEntries } from './light-entries.queries.ts';
import { factsOf } from './light.queries.ts';
import { lights, LightTable } from './light.table.ts';

/** A firm whose history is another one than before. */
export interface Affected {
  readonly creditCode: string;
  /** the earliest fact that came, went or changed; null or none: the whole history is looked at */
  readonly from?: Date | null;
  /** the inspections that were taken in, voided or restored */
  readonly inspectionIds?: readonly string[];
}

@Injectable()
export class LightService {
  constructor(
    @Inject(CONFIG) private readonly config: ServiceConfig,
    private readonly followUps: FollowUpService,
  ) {}

  /** Opens the file of a firm that is enrolled, where it has none yet. */
  async open(tx: Tx, firm: Pick<FirmLight, 'creditCode' | 'townCode'>): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(LightTable).values(unlit(firm)).orIgnore().execute();
  }

  /** Puts the file where the firm is enrolled. The transaction holds the firm's lock. */
  async move(tx: Tx, { creditCode, townCode }: Pick<FirmLight, 'creditCode' | 'townCode'>): Promise<void> {
    await tx.manager.update(LightTable, { creditCode }, { townCode });
  }

  /** Until the transaction ends, nobody else changes the histories of those firms. Locks nothing for a firm without a file. */
  async lock(tx: Tx, ...creditCodes: readonly string[]): Promise<void> {
    await this.#locked(tx, creditCodes);
  }

  /** Folds the firm's history anew from the day of the change on. The transaction holds the firm's lock. */
  async refold(tx: Tx, affected: Affected): Promise<FirmLight> {
    const [light] = await this.refoldAll(tx, [affected]);
    return light!;
  }

  /** As many statements for 500 firms, each named once, as for one. */
  async refoldAll(tx: Tx, affected: readonly Affected[]): Promise<FirmLight[]> {
    const before = await this.#locked(
      tx,
      affected.map(({ creditCode }) => creditCode),
    );
    const resumed = await this.#resumed(tx, affected);
    const now = await tx.now();
    const decided = affected.map(({ creditCode }) => {
      const file = before.get(creditCode);
      if (!file) throw reject('LIGHT_NOT_FOUND');
      return { before: file, decision: refold(file, resumed.get(creditCode)!, now) };
    });
    await storeEntries(tx, resumed);
    const saved = await saveAll(tx, lights, decided, now);
    const refolded = affected.map(({ creditCode, inspectionIds = [] }) => {
      const { base, entries, gone, fresh } = resumed.get(creditCode)!;
      const { townCode } = before.get(creditCode)!;
      return { creditCode, townCode, inspectionIds, base, entries, changed: [...gone, ...fresh] };
    });
    await this.followUps.follow(tx, refolded);
    return saved;
  }

  async #locked(tx: Tx, creditCodes: readonly string[]): Promise<Map<string, FirmLight>> {
    const rows = await tx.manager.find(LightTable, {
      where: { creditCode: Any(creditCodes) },
      order: { creditCode: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return new Map(rows.map((row) => [row.creditCode, row]));
  }

  async #resumed(tx: Tx, affected: readonly Affected[]): Promise<Map<string, Resumed>> {
    const { COUNTY_TIME_ZONE: zone } = this.config;
    const dayBegins = (at: Date) => countyInstant(countyDay(at, zone), '00:00', zone);
    const from = new Map(affected.map((one) => [one.creditCode, one.from ? dayBegins(one.from) : null]));
    const stored = await storedFrom(tx.manager, from);
    const begins = new Map(affected.map(({ creditCode }) => [creditCode, stored(creditCode).base?.at ?? null]));
    const facts = await factsOf(tx.manager, begins);
    return new Map([...from.keys()].map((code) => [code, resume(stored(code), facts.get(code) ?? [], zone)]));
  }
}
