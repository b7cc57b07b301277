import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyOf, SlaPolicyVersion } from '../clock/domain/sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';

@Injectable()
export class PolicyVersionsQueries {
  readonly #known = new Map<number, SlaPolicyVersion>();

  /** Every version that something may keep to by now; none of them ever changes. */
  async read(manager: EntityManager): Promise<PolicyOf> {
    const newest = await manager.maximum(SlaPolicyVersionTable, 'version');
    if (newest !== null && !this.#known.has(newest)) await this.#learn(manager);
    return (version) => this.#of(version);
  }

  #of(version: number): SlaPolicyVersion {
    const known = this.#known.get(version);
    if (known === undefined) throw new TypeError(`there is no version ${version} of the SLA policy`);
    return known;
  }

  async #learn(manager: EntityManager): Promise<void> {
    for (const known of await manager.find(SlaPolicyVersionTable)) this.#known.set(known.version, known);
  }
}
