import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueDispatched implements Handler<typeof issueDispatched> {
  readonly event = issueDispatched;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueDispatched.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'DISPATCHED', { ...told, at: told.dispatchedAt }, event);
  }
}
