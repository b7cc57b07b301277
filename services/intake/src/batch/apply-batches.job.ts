import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { BatchWork } from './batch-work.service.ts';

/** Goes on with what a mutation left, or a process that died in the middle. */
@Injectable()
export class ApplyBatches implements Job {
  readonly name = 'apply-batches';

  constructor(private readonly work: BatchWork) {}

  async run(): Promise<number | null> {
    return (await this.work.workOnAll()) ? 0 : null;
  }
}
