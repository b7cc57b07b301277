import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { SealService, type Place } from './seal.service.ts';

@Injectable()
export class SealReporters implements Job {
  readonly name = 'seal-reporters';
  #place: Place | null = null;

  constructor(private readonly seals: SealService) {}

  async run(): Promise<number | null> {
    this.#place = await this.seals.renew(this.#place);
    return this.#place === null ? null : 0;
  }
}
