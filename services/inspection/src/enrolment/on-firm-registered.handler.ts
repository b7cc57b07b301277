import { Injectable } from '@nestjs/common';
import { firmRegistered } from '@qifutong/contracts/intake/firm-registered';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { EnrolmentService } from './enrolment.service.ts';

@Injectable()
export class OnFirmRegistered implements Handler<typeof firmRegistered> {
  readonly event = firmRegistered;

  constructor(private readonly enrolments: EnrolmentService) {}

  handle(tx: Tx, { firmCreditCode, townCode }: z.output<typeof firmRegistered.data>) {
    return this.enrolments.follow(tx, firmCreditCode, townCode);
  }
}
