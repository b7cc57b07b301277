import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueMerged } from '@qifutong/contracts/intake/issue-merged';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueMerged implements Handler<typeof issueMerged> {
  readonly event = issueMerged;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueMerged.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'MERGED', { ...told, at: told.mergedAt }, event);
  }
}
