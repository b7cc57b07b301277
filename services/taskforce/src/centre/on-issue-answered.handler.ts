import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueAnswered } from '@qifutong/contracts/intake/issue-answered';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueAnswered implements Handler<typeof issueAnswered> {
  readonly event = issueAnswered;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueAnswered.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'ANSWERED', { ...told, at: told.answeredAt }, event);
  }
}
