import { Inject, Injectable } from '@nestjs/common';
import { inspectionTrailSealed } from '@qifutong/contracts/inspection/trail-sealed';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import type { Job } from '@qifutong/platform/schedule';
import { CONFIG } from '@qifutong/platform/tokens';
import { tellEndedDays } from '@qifutong/platform/trail-day';

/** After midnight: the day's last hash goes to intake, for the day's account. */
@Injectable()
export class SealDay implements Job {
  readonly name = 'seal-day';

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  run(): Promise<number> {
    return tellEndedDays(this.db, { timeZone: this.config.COUNTY_TIME_ZONE, event: inspectionTrailSealed });
  }
}
