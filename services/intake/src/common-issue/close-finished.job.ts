import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { ClosingService } from './closing.service.ts';

@Injectable()
export class CloseFinished implements Job {
  readonly name = 'close-finished-common-issues';

  constructor(private readonly closing: ClosingService) {}

  async run(): Promise<null> {
    await this.closing.closeFinished();
    return null;
  }
}
