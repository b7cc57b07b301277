import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueRejected } from '@qifutong/contracts/intake/issue-rejected';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueRejected implements Handler<typeof issueRejected> {
  readonly event = issueRejected;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueRejected.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'REJECTED', { ...told, at: told.rejectedAt }, event);
  }
}
