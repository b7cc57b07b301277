import { Injectable } from '@nestjs/common';
import { interviewMissed } from '@qifutong/contracts/inspection/interview-missed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssuingService } from '../notice/issuing.service.ts';

@Injectable()
export class OnInterviewMissed implements Handler<typeof interviewMissed> {
  readonly event = interviewMissed;

  constructor(private readonly issuing: IssuingService) {}

  handle(tx: Tx, told: z.output<typeof interviewMissed.data>): Promise<void> {
    return this.issuing.urgeInterview(tx, told, told.noticedAt);
  }
}
