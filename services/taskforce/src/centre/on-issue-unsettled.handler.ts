import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';
import { awaitedIn } from './domain/course.ts';

@Injectable()
export class OnIssueUnsettled implements Handler<typeof issueUnsettled> {
  readonly event = issueUnsettled;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueUnsettled.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'UNSETTLED', { ...told, at: told.unsettledAt, awaits: awaitedIn(told.status) }, event);
  }
}
