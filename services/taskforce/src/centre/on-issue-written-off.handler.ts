import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueWrittenOff implements Handler<typeof issueWrittenOff> {
  readonly event = issueWrittenOff;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueWrittenOff.data>, event: CloudEvent) {
    return this.courses.writtenOff(tx, told, event);
  }
}
