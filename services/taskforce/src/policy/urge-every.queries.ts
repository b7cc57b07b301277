import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { durationMs } from '../clock/domain/duration.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';

@Injectable()
export class UrgeEveryQueries {
  readonly #known = new Map<number, number>();

  /** Milliseconds from one notice to the next, by the version of the policy, of which none ever changes. */
  async read(manager: EntityManager, versions: readonly number[]): Promise<(version: number) => number> {
    if (versions.some((version) => !this.#known.has(version))) await this.#learn(manager);
    return (version) => this.#of(version);
  }

  #of(version: number): number {
    const everyMs = this.#known.get(version);
    if (everyMs === undefined) throw new TypeError(`there is no version ${version} of the SLA policy`);
    return everyMs;
  }

  async #learn(manager: EntityManager): Promise<void> {
    const select = { version: true, urgeEvery: true } as const;
    for (const { version, urgeEvery } of await manager.find(SlaPolicyVersionTable, { select }))
      this.#known.set(version, durationMs(urgeEvery));
  }
}
