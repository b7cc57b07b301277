import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { firmChanged } from '@qifutong/contracts/intake/firm-changed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { EnrolmentService } from './enrolment.service.ts';

@Injectable()
export class OnFirmChanged implements Handler<typeof firmChanged> {
  readonly event = firmChanged;

  constructor(private readonly enrolments: EnrolmentService) {}

  handle(
    tx: Tx,
    { firmCreditCode: creditCode, townCode }: z.output<typeof firmChanged.data>,
    { sequence }: CloudEvent,
  ) {
    return this.enrolments.follow(tx, { creditCode, townCode, version: Number(sequence) });
  }
}
