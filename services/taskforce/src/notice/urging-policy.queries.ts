import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How task forces are urged, in one version of the policy; a version never changes. */
export interface UrgingPolicy {
  /** milliseconds from one notice for a missed deadline to the next */
  readonly everyMs: number;
  /** every so many notices for one missed deadline it is supervised */
  readonly superviseAt: number;
  /** milliseconds that lie between two notices by hand at least */
  readonly byHandEveryMs: number;
}

interface Row {
  readonly version: number;
  readonly everyMs: string;
  readonly superviseAt: number;
  readonly byHandEveryMs: string;
}

const ALL = `select version, supervise_at as "superviseAt", extract(epoch from urge_every::interval) * 1000 as "everyMs",
  extract(epoch from urge_by_hand_every::interval) * 1000 as "byHandEveryMs" from sla_policy_version`;

@Injectable()
export class UrgingPolicyQueries {
  readonly #known = new Map<number, UrgingPolicy>();

  /** The policy of these versions, and of all that were known before. */
  async read(manager: EntityManager, versions: readonly number[]): Promise<(version: number) => UrgingPolicy> {
    if (versions.some((version) => !this.#known.has(version))) await this.#learn(manager);
    return (version) => this.#of(version);
  }

  #of(version: number): UrgingPolicy {
    const policy = this.#known.get(version);
    if (!policy) throw new TypeError(`there is no policy version ${version}`);
    return policy;
  }

  async #learn(manager: EntityManager): Promise<void> {
    const rows: Row[] = await manager.query(ALL);
    for (const { version, superviseAt, ...every } of rows)
      this.#known.set(version, {
        superviseAt,
        everyMs: Number(every.everyMs),
        byHandEveryMs: Number(every.byHandEveryMs),
      });
  }
}
