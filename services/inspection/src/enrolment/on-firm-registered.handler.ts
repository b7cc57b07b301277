import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { firmRegistered } from '@qifutong/contracts/intake/firm-registered';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { EnrolmentService } from './enrolment.service.ts';

@Injectable()
export class OnFirmRegistered implements Handler<typeof firmRegistered> {
  readonly event = firmRegistered;

  constructor(private readonly enrolments: EnrolmentService) {}

  handle(
    tx: Tx,
    { firmCreditCode: creditCode, townCode }: z.output<typeof firmRegistered.data>,
    { sequence }: CloudEvent,
  ) {
    return this.enrolments.follow(tx, { creditCode, townCode, version: Number(sequence) });
  }
}
