import { Inject, Injectable } from '@nestjs/common';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { printableNotice, printableSupervision } from './domain/printable.ts';
import type { Supervision } from './domain/supervision.ts';
import type { UrgingNotice } from './domain/urging-notice.ts';

interface Named {
  readonly name: string;
}

/** The documents as they are printed, with the county's time. */
@Injectable()
export class PrintingService {
  readonly #timeZone: string;

  constructor(@Inject(CONFIG) config: ServiceConfig) {
    this.#timeZone = config.COUNTY_TIME_ZONE;
  }

  notice(notice: UrgingNotice, taskForce: Named | null): string {
    return printableNotice(notice, this.#letterhead(taskForce));
  }

  supervision(supervision: Supervision, taskForce: Named | null): string {
    return printableSupervision(supervision, this.#letterhead(taskForce));
  }

  #letterhead(taskForce: Named | null) {
    return { taskForceName: taskForce?.name ?? null, timeZone: this.#timeZone };
  }
}
