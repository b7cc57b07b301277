import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueSettled implements Handler<typeof issueSettled> {
  readonly event = issueSettled;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueSettled.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'SETTLED', { ...told, at: told.settledAt }, event);
  }
}
