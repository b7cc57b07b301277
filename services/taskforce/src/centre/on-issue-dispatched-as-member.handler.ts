import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueDispatchedAsMember } from '@qifutong/contracts/intake/issue-dispatched-as-member';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueDispatchedAsMember implements Handler<typeof issueDispatchedAsMember> {
  readonly event = issueDispatchedAsMember;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueDispatchedAsMember.data>, event: CloudEvent) {
    return this.courses.hear(tx, 'DISPATCHED_AS_MEMBER', { ...told, at: told.dispatchedAt }, event);
  }
}
