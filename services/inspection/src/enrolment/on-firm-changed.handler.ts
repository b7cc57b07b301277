import { Injectable } from '@nestjs/common';
import { firmChanged } from '@qifutong/contracts/intake/firm-changed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { EnrolmentService } from './enrolment.service.ts';

@Injectable()
export class OnFirmChanged implements Handler<typeof firmChanged> {
  readonly event = firmChanged;

  constructor(private readonly enrolments: EnrolmentService) {}

  handle(tx: Tx, { firmCreditCode, townCode }: z.output<typeof firmChanged.data>) {
    return this.enrolments.follow(tx, firmCreditCode, townCode);
  }
}
