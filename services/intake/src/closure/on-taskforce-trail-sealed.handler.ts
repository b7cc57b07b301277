import { Injectable } from '@nestjs/common';
import { taskforceTrailSealed } from '@qifutong/contracts/taskforce/trail-sealed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { ClosureTrailService } from './closure-trail.service.ts';

@Injectable()
export class OnTaskforceTrailSealed implements Handler<typeof taskforceTrailSealed> {
  readonly event = taskforceTrailSealed;

  constructor(private readonly trails: ClosureTrailService) {}

  handle(tx: Tx, { day, link, hash }: z.output<typeof taskforceTrailSealed.data>) {
    return this.trails.record(tx, { day, service: 'taskforce', link, hash });
  }
}
