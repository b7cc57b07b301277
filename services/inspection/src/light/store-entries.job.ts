import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { LightRebuild } from './light-rebuild.service.ts';

@Injectable()
export class StoreEntries implements Job {
  readonly name = 'store-entries';
  #after = '';

  constructor(private readonly rebuild: LightRebuild) {}

  async run(): Promise<number | null> {
    const reached = await this.rebuild.storeMissing(this.#after);
    this.#after = reached ?? '';
    return reached === null ? null : 0;
  }
}
