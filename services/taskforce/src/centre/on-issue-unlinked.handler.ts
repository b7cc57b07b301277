import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueUnlinked } from '@qifutong/contracts/intake/issue-unlinked';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueUnlinked implements Handler<typeof issueUnlinked> {
  readonly event = issueUnlinked;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueUnlinked.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'UNLINKED', { ...told, at: told.unlinkedAt }, event);
  }
}
