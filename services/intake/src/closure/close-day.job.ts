import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { ClosingService } from './closing.service.ts';

@Injectable()
export class CloseDay implements Job {
  readonly name = 'close-day';

  constructor(private readonly closing: ClosingService) {}

  run(): Promise<number | null> {
    return this.closing.closeEndedDays();
  }
}
