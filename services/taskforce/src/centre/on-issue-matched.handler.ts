import { Injectable } from '@nestjs/common';
import { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueMatched implements Handler<typeof issueMatched> {
  readonly event = issueMatched;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, { issueId, townCode }: z.output<typeof issueMatched.data>) {
    return this.courses.place(tx, issueId, townCode);
  }
}
