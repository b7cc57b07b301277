import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { UrgingService } from './urging.service.ts';

@Injectable()
export class UrgeOverdue implements Job {
  readonly name = 'urge-overdue';

  constructor(private readonly urging: UrgingService) {}

  run(): Promise<number | null> {
    return this.urging.wakeDue();
  }
}
