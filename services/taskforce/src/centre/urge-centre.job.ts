import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { CentreClockService } from './centre-clock.service.ts';

@Injectable()
export class UrgeCentre implements Job {
  readonly name = 'urge-centre';

  constructor(private readonly clocks: CentreClockService) {}

  run(): Promise<number | null> {
    return this.clocks.wakeDue();
  }
}
