import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueTriaged implements Handler<typeof issueTriaged> {
  readonly event = issueTriaged;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueTriaged.data>, event: CloudEvent) {
    return this.courses.triaged(tx, told, event);
  }
}
