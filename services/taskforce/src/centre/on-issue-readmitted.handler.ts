import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';
import { awaitedIn } from './domain/course.ts';

@Injectable()
export class OnIssueReadmitted implements Handler<typeof issueReadmitted> {
  readonly event = issueReadmitted;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, told: z.output<typeof issueReadmitted.data>, event: CloudEvent) {
    return this.courses.hear(
      tx,
      'READMITTED',
      { ...told, at: told.readmittedAt, awaits: awaitedIn(told.status) },
      event,
    );
  }
}
