import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { ReplanService } from './replan.service.ts';

@Injectable()
export class BringPlanUpToDate implements Job {
  readonly name = 'bring-plan-up-to-date';

  constructor(private readonly plans: ReplanService) {}

  run(): Promise<number | null> {
    return this.plans.bringUpToDate();
  }
}
