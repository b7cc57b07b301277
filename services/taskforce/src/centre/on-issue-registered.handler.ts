import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueRegistered } from '@qifutong/contracts/intake/issue-registered';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueRegistered implements Handler<typeof issueRegistered> {
  readonly event = issueRegistered;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueRegistered.data>, event: CloudEvent) {
    return this.courses.register(tx, told, event);
  }
}
