import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueLeftToBatch } from '@qifutong/contracts/intake/issue-left-to-batch';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueLeftToBatch implements Handler<typeof issueLeftToBatch> {
  readonly event = issueLeftToBatch;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueLeftToBatch.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'LEFT_TO_BATCH', { ...told, at: told.leftAt }, event);
  }
}
