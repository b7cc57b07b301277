import { Injectable } from '@nestjs/common';
import { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueCourseService } from './issue-course.service.ts';

@Injectable()
export class OnIssueUnmatched implements Handler<typeof issueUnmatched> {
  readonly event = issueUnmatched;

  constructor(private readonly courses: IssueCourseService) {}

  handle(tx: Tx, { issueId, townCode }: z.output<typeof issueUnmatched.data>) {
    return this.courses.place(tx, issueId, townCode);
  }
}
