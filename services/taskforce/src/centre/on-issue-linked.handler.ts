import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueLinked } from '@qifutong/contracts/intake/issue-linked';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { linkedTo } from './domain/course.ts';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueLinked implements Handler<typeof issueLinked> {
  readonly event = issueLinked;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueLinked.data>, event: CloudEvent) {
    return this.courses.hear(tx, linkedTo(told.commonIssueState), { ...told, at: told.linkedAt }, event);
  }
}
