import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueReopened implements Handler<typeof issueReopened> {
  readonly event = issueReopened;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueReopened.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'REOPENED', { ...told, at: told.reopenedAt }, event);
  }
}
