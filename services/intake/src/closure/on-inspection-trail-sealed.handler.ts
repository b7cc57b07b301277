import { Injectable } from '@nestjs/common';
import { inspectionTrailSealed } from '@qifutong/contracts/inspection/trail-sealed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { ClosureTrailService } from './closure-trail.service.ts';

@Injectable()
export class OnInspectionTrailSealed implements Handler<typeof inspectionTrailSealed> {
  readonly event = inspectionTrailSealed;

  constructor(private readonly trails: ClosureTrailService) {}

  handle(tx: Tx, { day, link, hash }: z.output<typeof inspectionTrailSealed.data>) {
    return this.trails.record(tx, { day, service: 'inspection', link, hash });
  }
}
