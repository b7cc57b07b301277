import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { fold } from './domain/fold.ts';
import { wholeFactsOf } from './light.queries.ts';
import { LightService } from './light.service.ts';
import { storedLightsAfter, written, type StoredLight } from './whole-lights.queries.ts';

export interface Rebuilt {
  readonly firms: number;
  readonly entries: number;
  /** credit codes of the firms whose stored light or history is not what follows from their facts */
  readonly differing: readonly string[];
}

const FIRMS_AT_ONCE = 200;

@Injectable()
export class LightRebuild {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /**
   * Folds the light of every firm from its whole history and compares it with what is stored, batch by batch.
   * @param mend puts right what differs, with the events that correct it
   */
  async run({ mend }: { readonly mend: boolean }): Promise<Rebuilt> {
    let [firms, entries] = [0, 0];
    const differing: string[] = [];
    let batch = await this.#after('');
    while (batch.length > 0) {
      // the next batch is read while this one is folded
      const [compared, next] = await Promise.all([this.#compared(batch), this.#after(batch.at(-1)!.creditCode)]);
      if (mend) await this.#mend(compared.differing);
      firms += batch.length;
      entries += compared.entries;
      differing.push(...compared.differing);
      batch = next;
    }
    return { firms, entries, differing };
  }

  /**
   * Stores the entries of lights that an earlier release made without any.
   * @returns the credit code to go on after; null when none is left
   */
  async storeMissing(after: string): Promise<string | null> {
    const without: { credit_code: string }[] = await this.db.source.query(
      `select credit_code from light where credit_code > $1 and colour is not null
         and not exists (select from light_entry where light_entry.credit_code = light.credit_code) order by credit_code limit $2`,
      [after, FIRMS_AT_ONCE],
    );
    await this.#mend(without.map((light) => light.credit_code));
    return without.at(-1)?.credit_code ?? null;
  }

  #after(code: string): Promise<StoredLight[]> {
    return storedLightsAfter(this.db.source.manager, code, FIRMS_AT_ONCE);
  }

  async #compared(stored: readonly StoredLight[]): Promise<Omit<Rebuilt, 'firms'>> {
    const codes = stored.map(({ creditCode }) => creditCode);
    const facts = await wholeFactsOf(this.db.source.manager, codes);
    let entries = 0;
    const differing = stored.filter((one) => {
      const history = fold(facts.get(one.creditCode) ?? [], this.config.COUNTY_TIME_ZONE);
      entries += history.entries.length;
      return written(history.light, history.entries) !== one.written;
    });
    return { entries, differing: differing.map(({ creditCode }) => creditCode) };
  }

  /** Under the firms' locks, so that what came meanwhile is no difference. */
  async #mend(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    const affected = codes.map((creditCode) => ({ creditCode }));
    await this.db.transaction((tx) => this.lights.refoldAll(tx, affected));
  }
}
