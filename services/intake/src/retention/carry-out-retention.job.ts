import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { RetentionService } from './retention.service.ts';

@Injectable()
export class CarryOutRetention implements Job {
  readonly name = 'carry-out-retention';

  constructor(private readonly retention: RetentionService) {}

  async run(): Promise<number | null> {
    return (await this.retention.carryOut()) ? 0 : null;
  }
}
